import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  addNote,
  answerPerson,
  assignCase,
  changeStatus,
  enterCase,
  markRead,
} from "../../../lib/cases/commands";
import { findCase, listCases, listColleagues, listInbox, listUnread } from "../../../lib/cases/queries";
import { enterCaseSchema } from "../../../lib/cases/schema";
import type { Receipt } from "../../../lib/crypto/receipt";
import { newForm } from "../../../lib/intake/commands";
import { openMailbox, readThread, writeToSite } from "../../../lib/mailbox/commands";
import { givenCase } from "../../support/cases";
import { NOW } from "../../support/clock";
import { aForm } from "../../support/forms";
import { deskAt } from "../../support/sites";

const SITES = ["koeln", "bochum", "bayern"] as const;
type Site = (typeof SITES)[number];

/** What happened so far, as a bystander of all sites would know it. */
type Known = { id: string; site: Site; receipt: Receipt };

type Action = { kind: string; site: Site; on: number; foreign: boolean };

const KINDS = ["handIn", "enter", "write", "answer", "note", "status", "assign", "read"];

const actions = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    site: fc.constantFrom(...SITES),
    on: fc.nat(20),
    foreign: fc.boolean(),
  }),
  { minLength: 4, maxLength: 14 },
);

/** Every text names the site it is for, so that a look at what a site sees tells whose it is. */
const textFor = (site: Site): string => `<<${site}>> ${randomUUID()}`;

/** Does one thing at one site's desk, to a case of its own or, trying its luck, to somebody else's. */
async function act(known: Known[], { kind, site, on, foreign }: Action): Promise<void> {
  const desk = await deskAt(site);
  if (kind === "handIn") {
    const { id, receipt } = await givenCase({ site, message: textFor(site), name: textFor(site) });
    known.push({ id, site, receipt });
    return;
  }
  if (kind === "enter") {
    const input = enterCaseSchema.parse({ ...aForm({ message: textFor(site) }), nonce: newForm(NOW) });
    const { caseId, receipt } = await enterCase(desk, input, "de", NOW);
    known.push({ id: caseId, site, receipt });
    return;
  }
  const choice = known.filter((one) => (one.site === site) !== foreign);
  const target = choice[on % Math.max(1, choice.length)];
  if (!target) return;
  if (kind === "write") {
    const mailbox = await openMailbox(target.receipt);
    if (mailbox) await writeToSite(mailbox, textFor(target.site), randomUUID(), NOW);
    return;
  }
  const attempt = attemptAtDesk(desk, kind, target.id, textFor(site));
  if (target.site === site) expect((await attempt).ok).toBeTypeOf("boolean");
  else await expect(attempt).rejects.toMatchObject({ code: "notFound" });
}

type AtDesk = Awaited<ReturnType<typeof deskAt>>;

async function attemptAtDesk(
  desk: AtDesk,
  kind: string,
  caseId: string,
  text: string,
): Promise<{ ok: boolean }> {
  // Of a foreign case a counsellor knows nothing; a guess is as good as any.
  const opened = await findCase(desk, caseId).catch(() => ({ version: 0, letters: [] }));
  const version = opened.version;
  if (kind === "answer") return answerPerson(desk, { caseId, lastSeq: opened.letters.length, text }, NOW);
  if (kind === "note") return addNote(desk, { caseId, noteId: randomUUID(), text }, NOW);
  if (kind === "status") return changeStatus(desk, { caseId, version, status: "counselling" }, NOW);
  if (kind === "assign") return assignCase(desk, { caseId, version, assignee: desk.account }, NOW);
  return markRead(desk, { caseId, version }, NOW);
}

/** Everything a desk can be made to show. */
async function sight(site: Site): Promise<{ ids: string[]; text: string }> {
  const desk = await deskAt(site);
  const [{ cases, next }, inbox, unread, colleagues] = await Promise.all([
    listCases(desk, { sort: "newest" }),
    listInbox(desk),
    listUnread(desk),
    listColleagues(desk),
  ]);
  const ids = cases.map(({ id }) => id);
  if (next) ids.push(...(await listCases(desk, { sort: "newest", after: next })).cases.map(({ id }) => id));
  const opened = await Promise.all(ids.map((id) => findCase(desk, id)));
  for (const { id } of [...inbox, ...unread]) expect(ids).toContain(id);
  return { ids: ids.toSorted(), text: JSON.stringify([opened, colleagues]) };
}

it("shows each site its own cases and nothing of another's, whatever anybody does", async () => {
  // The database is not emptied between two sequences: what is known grows, and every look covers all of it.
  const known: Known[] = [];
  const check = async (sequence: Action[]): Promise<void> => {
    for (const action of sequence) await act(known, action);
    for (const site of SITES) {
      const { ids, text } = await sight(site);
      expect(ids).toEqual(
        known
          .filter((one) => one.site === site)
          .map(({ id }) => id)
          .toSorted(),
      );
      expect([...new Set(text.match(/<<\w+>>/g) ?? [])].filter((name) => name !== `<<${site}>>`)).toEqual([]);
    }
  };
  // A counterexample depends on what came before, so it is not shrunk.
  await fc.assert(fc.asyncProperty(actions, check), { numRuns: 12, endOnFailure: true });
  expect(known.length).toBeGreaterThan(10);

  for (const { receipt, site } of known) {
    const mailbox = await openMailbox(receipt);
    if (!mailbox) throw new Error("a mailbox is missing");
    const thread = await readThread(mailbox);
    expect(thread.site).toBe(site);
    expect(
      JSON.stringify(thread)
        .match(/<<\w+>>/g)
        ?.every((name) => name === `<<${site}>>`) ?? true,
    ).toBe(true);
  }
}, 60_000);
