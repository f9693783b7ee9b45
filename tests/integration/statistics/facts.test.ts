import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import { addNote, changeStatus, markSpam } from "../../../lib/cases/commands";
import { acceptHandover, declineHandover } from "../../../lib/handovers/commands";
import { mergeCases } from "../../../lib/merging/commands";
import {
  closeCase,
  markWrong,
  savePart,
  writeIntervention,
  writeSession,
} from "../../../lib/record/commands";
import { readRecord } from "../../../lib/record/queries";
import { EMPTY_PARTS } from "../../../lib/record/rules";
import { finishReferral } from "../../../lib/referrals/commands";
import { givenCase } from "../../support/cases";
import { daysAfter, NOW } from "../../support/clock";
import { asOwner, asSuperuser } from "../../support/connections";
import {
  close,
  givenClosed,
  onlyFact,
  versionOf,
  waitingCases,
  waitingIn,
  waitingParts,
} from "../../support/facts";
import { givenHandover } from "../../support/handovers";
import { interruptedAt } from "../../support/interrupted";
import { anIntervention, aSession } from "../../support/record";
import { referralOf, revoke, send } from "../../support/referrals";
import { deskAt } from "../../support/sites";

let desk: Desk;
let other: Desk;

beforeAll(async () => {
  [desk, other] = [await deskAt("koeln"), await deskAt("bochum")];
});
beforeEach(() => asSuperuser((client) => client.query("TRUNCATE statistic_fact")));

const ids = async () => (await waitingParts()).map(({ id }) => id).toSorted();
/** Everything that waits, whatever the order. */
const everything = async () =>
  (await waitingParts()).map(({ part }) => Object.values(part).join()).toSorted();
const reopen = async (caseId: string, now = NOW) =>
  changeStatus(desk, { caseId, version: await versionOf(desk, caseId), status: "counselling" }, now);
const grounds = { ...EMPTY_PARTS.grounds, main: "antiBlack", others: ["woman"] };
const needs = { ...EMPTY_PARTS.needs, howFound: "flyer" };

describe("closing a case", () => {
  it("counts what its record says", async () => {
    const { id: caseId } = await givenCase({
      site: "koeln",
      language: "tr",
      channel: "phone",
      relation: "witness",
    });
    await savePart(desk, { caseId, part: "grounds", values: grounds, seen: 0 }, NOW);
    await savePart(
      desk,
      {
        caseId,
        part: "area",
        values: { ...EMPTY_PARTS.area, area: "school", forms: ["everyday", "crime"] },
        seen: 0,
      },
      NOW,
    );
    await savePart(desk, { caseId, part: "needs", values: needs, seen: 0 }, NOW);
    const [wrong, right] = [randomUUID(), randomUUID()];
    for (const entry of [wrong, right])
      await writeSession(desk, { caseId, entry, seen: 0, values: aSession(entry) }, NOW);
    await markWrong(desk, { caseId, entry: wrong, seen: 1, wrong: true }, NOW);
    await writeIntervention(desk, { caseId, entry: randomUUID(), seen: 0, values: anIntervention() }, NOW);
    await close(desk, caseId);
    expect(await onlyFact()).toEqual({
      site: "koeln",
      quarter: "2025-Q1",
      ground: "antiBlack",
      lifeArea: "education",
      form: "several",
      channel: "phone",
      language: "tr",
      relation: "witness",
      kind: "firstContact",
      outcome: "apology",
      intervention: "nonLegal",
      howFound: "flyer",
      sessions: "1",
      grounds: "2",
    });
    expect((await readRecord(desk, caseId)).countedIn).toBe("2025-Q1");
  });

  it("counts in the quarter of the German day", async () => {
    await givenClosed(desk, new Date("2025-03-31T22:30:00Z"));
    expect((await onlyFact()).quarter).toBe("2025-Q2");
  });

  it("counts once, however often the form is sent", async () => {
    const { id: caseId } = await givenCase({ site: "koeln" });
    const input = { caseId, version: 0, entry: randomUUID(), outcomes: ["apology"], reason: "Erledigt." };
    await Promise.all([closeCase(desk, input, NOW), closeCase(desk, input, NOW)]);
    await closeCase(desk, input, NOW);
    expect(await waitingCases()).toBe(1);
  });

  it("counts in the same transaction: interrupted anywhere, it did both or neither", async () => {
    for (let step = 0; ; step += 1) {
      const before = await waitingCases();
      const { id: caseId } = await givenCase({ site: "koeln" });
      const input = { caseId, version: 0, entry: randomUUID(), outcomes: ["apology"], reason: "Erledigt." };
      const end = await interruptedAt(desk, step, (interrupted) => closeCase(interrupted, input, NOW));
      const { status } = (await readRecord(desk, caseId)).caseFile;
      expect((await waitingCases()) - before).toBe(status === "closed" ? 1 : 0);
      if (end === "finished") {
        expect(step).toBeGreaterThan(5);
        break;
      }
    }
  });

  it("counts at two sites at once", async () => {
    const cases = await Promise.all(
      Array.from({ length: 12 }, (_, index) => givenCase({ site: index % 2 ? "koeln" : "bochum" })),
    );
    await Promise.all(cases.map(({ id, site }) => close(site === "koeln" ? desk : other, id)));
    expect(await waitingCases()).toBe(12);
    const sites = (await waitingIn("kind")).map(({ site }) => site).toSorted();
    expect(sites).toEqual([...Array(6).fill("bochum"), ...Array(6).fill("koeln")]);
  });
});

describe("what is not closed with an outcome of its own", () => {
  it("is not counted: an open case, spam, one that was withdrawn", async () => {
    const [open, spam, withdrawn] = [await givenCase(), await givenCase(), await givenCase()];
    await addNote(desk, { caseId: open.id, noteId: randomUUID(), text: "intern" }, NOW);
    await savePart(desk, { caseId: open.id, part: "grounds", values: grounds, seen: 0 }, NOW);
    await markSpam(desk, { cases: [{ caseId: spam.id, version: 0 }] }, NOW);
    await changeStatus(desk, { caseId: withdrawn.id, version: 0, status: "withdrawn" }, NOW);
    expect(await waitingParts()).toEqual([]);
  });

  it("is not counted when it went up into another case, which is counted once", async () => {
    const [first, second] = [await givenCase(), await givenCase()];
    await mergeCases(desk, { caseId: second.id, version: 0, into: first.id, intoVersion: 0 }, NOW);
    await savePart(desk, { caseId: second.id, part: "grounds", values: grounds, seen: 0 }, NOW);
    expect(await waitingParts()).toEqual([]);
    await close(desk, first.id);
    expect(await waitingCases()).toBe(1);
    expect((await readRecord(desk, second.id)).countedIn).toBeNull();
  });

  it("is not counted when another site takes it on, which counts it there", async () => {
    const given = await givenHandover();
    await send(given);
    await close(given.desk, given.ids.caseId, ["referred"]);
    expect(await waitingParts()).toEqual([]);
    const offered = await other.db.handover.findFirstOrThrow({ select: { id: true } });
    await acceptHandover(other, { handoverId: offered.id }, NOW);
    await close(other, offered.id);
    expect((await onlyFact()).site).toBe("bochum");
  });

  it("counts at the other site also when it is handed over after it was closed", async () => {
    const given = await givenHandover();
    await close(given.desk, given.ids.caseId, ["referred"]);
    expect((await onlyFact()).site).toBe("koeln");
    await send(given);
    expect(await waitingParts()).toEqual([]);
    const offered = await other.db.handover.findFirstOrThrow({ select: { id: true } });
    await acceptHandover(other, { handoverId: offered.id }, NOW);
    await close(other, offered.id);
    expect((await onlyFact()).site).toBe("bochum");
  });

  it.each(["declined", "taken back"])(
    "counts here again when it was closed as handed over and is %s",
    async (how) => {
      const given = await givenHandover();
      await send(given);
      await close(given.desk, given.ids.caseId, ["referred"]);
      const offered = await other.db.handover.findFirstOrThrow({ select: { id: true } });
      if (how === "declined") {
        await declineHandover(other, { handoverId: offered.id, reply: "noCapacity" }, NOW);
        const { version } = await referralOf(given);
        await finishReferral(given.desk, { ...given.ids, version, result: "Wir bleiben zuständig." }, NOW);
      } else await revoke(given);
      expect(await onlyFact()).toMatchObject({ site: "koeln", quarter: "2025-Q1" });
    },
  );
});

describe("a closed case that is changed", () => {
  it("is counted as it has become, in the quarter in which it was closed", async () => {
    const caseId = await givenClosed(desk);
    const before = await ids();
    const later = daysAfter(40);
    await savePart(desk, { caseId, part: "grounds", values: grounds, seen: 0 }, later);
    await writeSession(desk, { caseId, entry: randomUUID(), seen: 0, values: aSession("Nachtrag") }, later);
    await writeIntervention(
      desk,
      { caseId, entry: randomUUID(), seen: 0, values: { ...anIntervention(), intervention: "lawsuit" } },
      later,
    );
    expect(await onlyFact()).toMatchObject({
      quarter: "2025-Q1",
      ground: "antiBlack",
      grounds: "2",
      sessions: "1",
      intervention: "inCourt",
    });
    expect(await ids()).toEqual(before);
  });

  it("leaves the others as they are", async () => {
    await givenClosed(other);
    const caseId = await givenClosed(desk);
    await savePart(desk, { caseId, part: "grounds", values: grounds, seen: 0 }, NOW);
    expect(await waitingCases()).toBe(2);
    const found = (await waitingIn("ground")).map(({ site, category }) => `${site} ${category}`).toSorted();
    expect(found).toEqual(["bochum notStated", "koeln antiBlack"]);
  });

  it("is counted as it is when somebody closes it at the same moment", async () => {
    for (let round = 0; round < 8; round += 1) {
      const { id: caseId } = await givenCase({ site: "koeln" });
      await Promise.allSettled([
        close(desk, caseId),
        savePart(desk, { caseId, part: "grounds", values: grounds, seen: 0 }, NOW),
      ]);
      const { caseFile, parts } = await readRecord(desk, caseId);
      const counted = (await waitingIn("ground")).filter(
        ({ category }) => category === (parts.grounds.values.main || "notStated"),
      );
      expect(await waitingCases()).toBe(counted.length);
      expect(counted).toHaveLength(caseFile.status === "closed" ? 1 : 0);
      await asSuperuser((client) => client.query("TRUNCATE statistic_fact"));
    }
  });
});

describe("a case of which some rows were lost", () => {
  const lose = () =>
    asSuperuser((client) =>
      client.query("DELETE FROM statistic_fact WHERE id IN (SELECT id FROM statistic_fact LIMIT 5)"),
    );

  it("is whole again when it is changed, and gone when it goes on", async () => {
    const caseId = await givenClosed(desk);
    const before = await ids();
    await lose();
    await savePart(desk, { caseId, part: "grounds", values: grounds, seen: 0 }, NOW);
    expect(await onlyFact()).toMatchObject({ ground: "antiBlack", kind: "firstContact" });
    expect(await ids()).toEqual(before);

    await lose();
    await reopen(caseId);
    expect(await waitingParts()).toEqual([]);
  });
});

describe("a closed case that goes on", () => {
  it("is not counted until it is closed again, then under other ids", async () => {
    const caseId = await givenClosed(desk);
    const before = await ids();
    expect(await reopen(caseId)).toEqual({ ok: true });
    expect(await waitingParts()).toEqual([]);
    expect((await readRecord(desk, caseId)).countedIn).toBeNull();
    await savePart(desk, { caseId, part: "grounds", values: grounds, seen: 0 }, NOW);
    expect(await waitingParts()).toEqual([]);

    await close(desk, caseId, ["settlement", "apology"], daysAfter(30));
    expect(await onlyFact()).toMatchObject({ quarter: "2025-Q2", outcome: "several", ground: "antiBlack" });
    expect((await ids()).filter((id) => before.includes(id))).toEqual([]);
  });

  it("goes on also where nothing was counted of it", async () => {
    const caseId = await givenClosed(desk);
    // As if it had been closed before there were statistics.
    await asSuperuser((client) => client.query("TRUNCATE statistic_fact; DELETE FROM case_entry"));
    expect(await reopen(caseId)).toEqual({ ok: true });
    await close(desk, caseId);
    expect(await waitingCases()).toBe(1);
  });
});

it("a damaged entry keeps no case from being closed or going on, and counts nothing twice", async () => {
  const caseId = await givenClosed(desk);
  await asSuperuser((client) =>
    client.query("UPDATE case_entry SET sealed_body = '\\x00' WHERE case_id = $1", [caseId]),
  );
  expect(await reopen(caseId)).toEqual({ ok: true });
  await close(desk, caseId);
  expect(await waitingCases()).toBe(1);
});

describe("another site", () => {
  it("changes nothing of a case, and so nothing of what is counted", async () => {
    const caseId = await givenClosed(desk);
    const before = await everything();
    const saving = savePart(other, { caseId, part: "grounds", values: grounds, seen: 0 }, NOW);
    await expect(saving).rejects.toMatchObject({ code: "notFound" });
    const status = { caseId, version: 1, status: "counselling" } as const;
    await expect(changeStatus(other, status, NOW)).rejects.toMatchObject({ code: "notFound" });
    expect(await everything()).toEqual(before);
  });

  it("cannot remove a fact whose ids it does not know, and nobody can ask for one", async () => {
    await givenClosed(desk);
    const guesses = await other.db.$queryRaw<{ there: boolean }[]>`
      SELECT change_facts(ARRAY[gen_random_uuid()], NULL) AS there FROM generate_series(1, 50)`;
    expect(guesses.some(({ there }) => there)).toBe(false);
    await expect(other.db.$queryRaw`SELECT id FROM statistic_fact`).rejects.toThrow();
    await expect(asOwner((client) => client.query("SELECT FROM statistic_fact"))).resolves.toMatchObject({
      rowCount: 0,
    });
    expect(await waitingCases()).toBe(1);
  });
});
