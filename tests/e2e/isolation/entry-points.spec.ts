import { randomUUID } from "node:crypto";
import type { Answer } from "../../support/e2e/answer";
import { caseBehind, inDatabase } from "../../support/e2e/database";
import {
  actionBody,
  addressOf,
  type BuiltAction,
  builtActions,
  builtRoutes,
} from "../../support/e2e/entry-points";
import { openForm, receiptAfter } from "../../support/e2e/form";
import { call, fromOurPages, multipart } from "../../support/e2e/http";
import { expect, test } from "../../support/e2e/test";
import { unique } from "../../support/e2e/typed";
import { ACTIONS, type Expected, ROUTES, VISITORS, type Visitor } from "./access";

/** Where nothing else is handed in while this runs. */
const VICTIM = "koeln";
let story: string;
let caseId: string;

test.beforeAll(async () => {
  story = unique("Was nur Köln lesen darf");
  caseId = (
    await caseBehind(await receiptAfter(await (await openForm()).sends({ site: VICTIM, message: story })))
  ).id;
});

test("it knows every page, route and action of the build", () => {
  expect(builtRoutes().toSorted()).toEqual(Object.keys(ROUTES).toSorted());
  expect(
    builtActions()
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(Object.keys(ACTIONS).toSorted());
});

test("it answers nobody, another site's counsellor and the coordinator as the tables say", async ({
  counsellor,
  coordinator,
}) => {
  test.setTimeout(120_000);
  const sessions: Record<Visitor, () => Promise<string[]>> = {
    nobody: async () => [],
    // Each call with a session of its own, because one of the actions ends it.
    "counsellor of another site": async () => (await counsellor("braunschweig")).cookies(),
    coordinator: async () => (await coordinator()).cookies(),
  };
  for (const visitor of VISITORS) {
    const cookies = await sessions[visitor]();
    const answers = await getEverything(cookies);
    expect.soft(summed(answers), visitor).toEqual(expectedOf(ROUTES, visitor));
    const before = await fingerprintOf(VICTIM);
    const called = await callEveryAction(cookies);
    expect.soft(summed(called), visitor).toEqual(expectedOf(ACTIONS, visitor));
    expect.soft(await fingerprintOf(VICTIM), visitor).toBe(before);
    const leaks = [...answers, ...called].filter(([, { text }]) => text.includes(story));
    expect
      .soft(
        leaks.map(([name]) => name),
        visitor,
      )
      .toEqual([]);
  }
});

test("it does for the site's own counsellor what it refuses to the others", async ({ counsellor }) => {
  const cookies = await (await counsellor(VICTIM)).cookies();
  const page = await call(`/de/dashboard/cases/${caseId}`, { cookies });
  expect(page.status).toBe(200);
  expect(page.text).toContain(story);
  const before = await fingerprintOf(VICTIM);
  const note = builtActions().find(({ name }) => name.endsWith("#noteAction"));
  if (!note) throw new Error("There is no action for notes.");
  expect((await callAction(note, cookies)).status).toBe(200);
  expect(await fingerprintOf(VICTIM)).not.toBe(before);
});

test("it says the same about a case of another site as about one that never was", async ({ counsellor }) => {
  const cookies = await (await counsellor("braunschweig")).cookies();
  const headers: Record<string, string>[] = [{}, { RSC: "1" }];
  for (const asked of headers) {
    const [foreign, missing] = [caseId, randomUUID()];
    const answers = await Promise.all(
      [foreign, missing].map(async (id) => {
        const { status, text } = await call(`/de/dashboard/cases/${id}`, { cookies, headers: asked });
        return { status, text: withoutChance(text.replaceAll(id, "<id>")) };
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
  }
});

/** Nonces, boundaries and build parts whose order differs between any two answers. */
const withoutChance = (text: string): number =>
  text.replace(/[\w+/=-]{20,}/g, "").replace(/\W+/g, " ").length;

async function getEverything(cookies: string[]): Promise<[string, Answer][]> {
  return Promise.all(
    builtRoutes().map(async (route): Promise<[string, Answer]> => {
      return [route, await call(addressOf(route, caseId), { cookies })];
    }),
  );
}

async function callEveryAction(cookies: string[]): Promise<[string, Answer][]> {
  const answers: [string, Answer][] = [];
  // The one that ends the session comes last.
  for (const action of builtActions().toSorted((a, b) => a.pages.length - b.pages.length)) {
    answers.push([action.name, await callAction(action, cookies)]);
  }
  return answers;
}

async function callAction({ id, pages }: BuiltAction, cookies: string[]): Promise<Answer> {
  const fields = {
    ...{ [`case-${caseId}`]: "0", into: caseId, intoVersion: "0", from: "2025-03-14", code: "aggClaim" },
    ...{ followUpId: randomUUID(), dueOn: "2025-03-14", done: "yes" },
    ...{
      caseId,
      version: "0",
      status: "spam",
      assignee: "",
      lastSeq: "1",
      noteId: randomUUID(),
      text: "gekapert",
    },
    ...{
      formId: randomUUID(),
      message: unique("Von Hand"),
      language: "de",
      name: "",
      phone: "",
      email: "x@y.example",
    },
    ...{ safeContact: "", postalCode: "", setting: "", passphrase: "falsch" },
    ...{ part: "aim", aim: "gekapert", seen: "0", entry: randomUUID(), day: "2025-03-14" },
    ...{ intervention: "research", "outcomes.apology": "yes", reason: "gekapert" },
    ...{ referralId: randomUUID(), recipientName: "gekapert", recipientContact: "", purpose: "gekapert" },
    ...{ answer: "given", reply: "refused", way: "phone", on: "2025-03-14", expiresOn: "2025-04-14" },
    ...{ words: "gekapert", answerDueOn: "", result: "gekapert" },
    ...{ documentId: randomUUID(), title: "gekapert" },
  };
  const { body, type } = multipart(actionBody(fields));
  const headers = { "Content-Type": type, "Next-Action": id, Accept: "text/x-component", ...fromOurPages() };
  return call(addressOf(pages[0] ?? "", caseId), { method: "POST", body, headers, cookies });
}

const summed = (answers: [string, Answer][]) =>
  Object.fromEntries(answers.map(([name, answer]) => [name, whatCameOf(answer)]));

/** A status, or for a redirect where it leads. */
function whatCameOf({ status, headers }: Answer): number | string {
  const afterAction = String(headers["x-action-redirect"] ?? "").split(";", 1)[0];
  return headers.location ?? (afterAction || status);
}

const expectedOf = (table: Record<string, Expected>, visitor: Visitor) =>
  Object.fromEntries(Object.entries(table).map(([name, expected]) => [name, expected[visitor]]));

/** Changes when anything of a site changes, however small. */
async function fingerprintOf(site: string): Promise<string> {
  const tables = [
    "case_file",
    "message",
    "note",
    "case_entry",
    "follow_up",
    "case_link",
    "journal_entry",
    "document",
    "mailbox_key",
  ];
  const parts = tables.map((table) => `SELECT md5(t::text) AS row FROM ${table} t WHERE site_id = $1`);
  const rows = await inDatabase<{ print: string }>(
    `SELECT md5(string_agg(row, '' ORDER BY row)) AS print FROM (${parts.join(" UNION ALL ")}) rows`,
    [site],
  );
  return rows[0]?.print ?? "";
}
