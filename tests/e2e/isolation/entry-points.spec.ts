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

// Whoever adds a page, a route or an action says here who may call it. What is missing fails the first test.

const VISITORS = ["nobody", "counsellor of another site", "coordinator"] as const;
type Visitor = (typeof VISITORS)[number];

/** Where the exit control leads. */
const NEUTRAL_PAGE = "https://www.dwd.de/";

type Expected = Record<Visitor, number | `/${string}` | typeof NEUTRAL_PAGE>;

const forEverybody = (answer: Expected[Visitor]): Expected => ({
  nobody: answer,
  "counsellor of another site": answer,
  coordinator: answer,
});

const SIGN_IN = "/de/sign-in";
const desk: Expected = { nobody: SIGN_IN, "counsellor of another site": 200, coordinator: 404 };
const foreignCase: Expected = { nobody: SIGN_IN, "counsellor of another site": 404, coordinator: 404 };

/** The answer to a GET: a status, or where it leads. */
const ROUTES: Record<string, Expected> = {
  "/[locale]/(staff)/dashboard/page": desk,
  "/[locale]/(staff)/dashboard/cases/page": desk,
  "/[locale]/(staff)/dashboard/cases/new/page": desk,
  "/[locale]/(staff)/dashboard/cases/[caseId]/page": foreignCase,
  "/[locale]/(staff)/dashboard/[...rest]/page": foreignCase,
  "/[locale]/(staff)/network/page": { nobody: SIGN_IN, "counsellor of another site": 404, coordinator: 200 },
  "/[locale]/(staff)/network/[...rest]/page": foreignCase,
  "/[locale]/(staff)/sign-in/page": {
    nobody: 200,
    "counsellor of another site": "/de/dashboard",
    coordinator: "/de/network",
  },
  "/[locale]/(public)/route": forEverybody(200),
  "/[locale]/(public)/contact/route": forEverybody(200),
  "/[locale]/(public)/contact/received/route": forEverybody(200),
  "/[locale]/(public)/mailbox/route": forEverybody(200),
  // Closes what this browser has open, and leads away.
  "/[locale]/(public)/leave/route": forEverybody(NEUTRAL_PAGE),
  // Posts only; what they accept, and from where, is told in tests/e2e/robustness/origin.spec.ts.
  "/[locale]/(public)/contact/submit/route": forEverybody(405),
  "/[locale]/(public)/contact/received/forget/route": forEverybody(405),
  "/[locale]/(public)/mailbox/open/route": forEverybody(405),
  "/[locale]/(public)/mailbox/write/route": forEverybody(405),
  "/[locale]/(public)/mailbox/close/route": forEverybody(405),
  "/[locale]/(public)/[...rest]/route": forEverybody(404),
  "/_not-found/page": forEverybody(404),
  // What the framework shows when nothing else can be shown; without any data.
  "/_global-error/page": forEverybody(500),
  "/api/health/route": forEverybody(200),
  "/route": { nobody: "/de", "counsellor of another site": "/de", coordinator: "/de" },
};

/** Nobody gets the text back with the way to the sign-in; a case of another site is as missing as none. */
const caseAction: Expected = { nobody: 200, "counsellor of another site": 404, coordinator: 404 };

/** The answer to a call with the id of a case of Köln among the arguments. */
const ACTIONS: Record<string, Expected> = {
  "sign-in/actions#signInAction": forEverybody(200),
  "sign-out#signOutAction": { nobody: SIGN_IN, "counsellor of another site": SIGN_IN, coordinator: SIGN_IN },
  "dashboard/cases/[caseId]/actions#answerAction": caseAction,
  "dashboard/cases/[caseId]/actions#noteAction": caseAction,
  "dashboard/cases/[caseId]/actions#changeStatusAction": caseAction,
  "dashboard/cases/[caseId]/actions#assignAction": caseAction,
  "dashboard/cases/[caseId]/actions#markReadAction": caseAction,
  // Makes a case of the caller's own site; the next test shows that Köln has none more.
  "dashboard/cases/new/actions#enterCaseAction": {
    nobody: 200,
    "counsellor of another site": 200,
    coordinator: 404,
  },
};

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
    ...{
      caseId,
      version: "0",
      status: "closed",
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
  const tables = ["case_file", "message", "note", "case_event", "mailbox_key"];
  const parts = tables.map((table) => `SELECT md5(t::text) AS row FROM ${table} t WHERE site_id = $1`);
  const rows = await inDatabase<{ print: string }>(
    `SELECT md5(string_agg(row, '' ORDER BY row)) AS print FROM (${parts.join(" UNION ALL ")}) rows`,
    [site],
  );
  return rows[0]?.print ?? "";
}
