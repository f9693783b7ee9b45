import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import { answerPerson, assignCase, changeStatus } from "../../../lib/cases/commands";
import { findCase } from "../../../lib/cases/queries";
import { addFollowUp } from "../../../lib/follow-ups/commands";
import { readToday } from "../../../lib/follow-ups/queries";
import { openMailbox, writeToSite } from "../../../lib/mailbox/commands";
import { givenCase } from "../../support/cases";
import { NOW } from "../../support/clock";
import { asSuperuser } from "../../support/connections";
import { deskAt, deskOf, givenCounsellor } from "../../support/sites";

let desk: Desk;
let colleague: Desk;

beforeAll(async () => {
  desk = await deskAt("koeln");
  colleague = await deskOf(await givenCounsellor({ site: "koeln", name: "Kollegin" }));
});

/** A case in work: with somebody, or with nobody. */
async function givenInWork(assignee: string | null) {
  const given = await givenCase({ message: "Frage" });
  const { version } = await findCase(desk, given.id);
  await changeStatus(desk, { caseId: given.id, version, status: "screened" }, NOW);
  await assignCase(desk, { caseId: given.id, version: version + 1, assignee }, NOW);
  return given;
}

const due = (caseId: string, dueOn: string, assignee: string | null, text = dueOn) =>
  addFollowUp(desk, { caseId, followUpId: randomUUID(), dueOn, text, assignee }, NOW);

const ids = ({ rows }: { rows: { id: string }[] }) => rows.map(({ id }) => id);
const texts = ({ rows }: { rows: { text: string | null }[] }) => rows.map(({ text }) => text);

describe("the page today", () => {
  it("sorts follow-ups by day, with their words, and shows each only to whom it is due", async () => {
    const { id } = await givenInWork(desk.account);
    for (const day of ["2025-03-13", "2025-03-14", "2025-03-15", "2025-03-21", "2025-03-22"])
      await due(id, day, desk.account);
    await due(id, "2025-03-12", null, "von niemandem");
    await due(id, "2025-03-11", colleague.account, "der Kollegin");

    const mine = await readToday(desk, "mine", NOW);
    expect(texts(mine.overdue)).toEqual(["von niemandem", "2025-03-13"]);
    expect(texts(mine.today)).toEqual(["2025-03-14"]);
    expect(texts(mine.soon)).toEqual(["2025-03-15", "2025-03-21"]);
    expect(mine.overdue).toMatchObject({ count: 2, more: false });
    expect(texts((await readToday(desk, "site", NOW)).overdue)).toEqual([
      "der Kollegin",
      "von niemandem",
      "2025-03-13",
    ]);
    expect(texts((await readToday(colleague, "mine", NOW)).overdue)).toEqual([
      "der Kollegin",
      "von niemandem",
    ]);
  });

  it("lists what came in, what is unread, what waits and what nobody has planned, each once", async () => {
    const site = "hannover";
    const [berater, other] = [
      await deskAt(site),
      await deskOf(await givenCounsellor({ site, name: "Andere" })),
    ];
    const inWork = async (assignee: string | null) => {
      const given = await givenCase({ site, message: "Frage" });
      await changeStatus(berater, { caseId: given.id, version: 0, status: "screened" }, NOW);
      await assignCase(berater, { caseId: given.id, version: 1, assignee }, NOW);
      return given;
    };
    const fresh = await givenCase({ site, message: "Neu" });
    const [mine, nobodys, theirs] = [
      await inWork(berater.account),
      await inWork(null),
      await inWork(other.account),
    ];
    const mailbox = await openMailbox(nobodys.receipt);
    if (mailbox) await writeToSite(mailbox, "Noch etwas", randomUUID(), NOW);
    const answered = await inWork(berater.account);
    await answerPerson(berater, { caseId: answered.id, lastSeq: 1, text: "Ja" }, NOW);
    const planned = await inWork(berater.account);
    await addFollowUp(
      berater,
      { caseId: planned.id, followUpId: randomUUID(), dueOn: "2025-03-20", text: "x", assignee: null },
      NOW,
    );

    const today = await readToday(berater, "mine", NOW);
    expect(ids(today.fresh)).toEqual([fresh.id]);
    expect(ids(today.unread)).toEqual([nobodys.id]);
    expect(ids(today.waiting)).toEqual([mine.id, planned.id]);
    expect(ids(today.stepless)).toEqual([mine.id, nobodys.id, answered.id]);
    expect(ids((await readToday(berater, "site", NOW)).stepless)).toContain(theirs.id);
    const elsewhere = await readToday(await deskAt("bayern"), "site", NOW);
    expect(Object.values(elsewhere).map(({ count }) => count)).toEqual(Array(7).fill(0));
  });

  it("shows ten at most, counts to ninety-nine, and says when there is more", async () => {
    const berater = await deskAt("mannheim");
    const { id } = await givenCase({ site: "mannheim" });
    const plant = (count: number) =>
      asSuperuser((client) =>
        client.query(
          `INSERT INTO case_file (site_id, id, number, kind, status, language, channel, created_on, unread, version,
               key_epoch, wrapped_key, sealed_enquiry)
             SELECT site_id, gen_random_uuid(), (SELECT max(number) FROM case_file WHERE site_id = 'mannheim') + n, kind,
                 'counselling', language, channel, created_on, false, 0, key_epoch, wrapped_key, sealed_enquiry
               FROM case_file, generate_series(1, $2::int) n WHERE id = $1`,
          [id, count],
        ),
      );
    await plant(30);
    const some = (await readToday(berater, "mine", NOW)).stepless;
    expect([some.rows.length, some.count, some.more]).toEqual([10, 30, false]);
    await plant(80);
    const many = (await readToday(berater, "mine", NOW)).stepless;
    expect([many.rows.length, many.count, many.more]).toEqual([10, 99, true]);
  });
});
