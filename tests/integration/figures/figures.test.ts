import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import { changeStatus } from "../../../lib/cases/commands";
import { findCase, listHistory } from "../../../lib/cases/queries";
import { readFigures } from "../../../lib/figures/queries";
import type { FigurePeriod, OwnFigures } from "../../../lib/figures/types";
import { mergeCases } from "../../../lib/merging/commands";
import { savePart, writeIntervention, writeSession } from "../../../lib/record/commands";
import { EMPTY_PARTS } from "../../../lib/record/rules";
import type { StatisticsTable } from "../../../lib/statistics/types";
import { givenCase } from "../../support/cases";
import { daysAfter, NOW } from "../../support/clock";
import { asSuperuser } from "../../support/connections";
import { close, givenClosed, versionOf } from "../../support/facts";
import { givenOffer } from "../../support/handovers";
import { anIntervention, aSession } from "../../support/record";
import { deskAt } from "../../support/sites";

const FIRST: FigurePeriod = { year: 2025, part: "Q1" };
const A_YEAR_AGO = new Date("2024-03-12T11:00:00Z");
const SUMMER = new Date("2025-07-02T10:00:00Z");

let koeln: Desk;
let bochum: Desk;

beforeAll(async () => {
  koeln = await deskAt("koeln");
  bochum = await deskAt("bochum");
});

const row = (figures: OwnFigures, table: StatisticsTable, category: string) =>
  figures.tables.get(table)?.find((one) => one.category === category);

/** What was counted more the second time. */
async function closedMore(desk: Desk, work: () => Promise<unknown>, period = FIRST): Promise<number> {
  const before = (await readFigures(desk, period)).closed.value;
  await work();
  return (await readFigures(desk, period)).closed.value - before;
}

/** A desk at which nothing can be written. */
const onlyReading = (desk: Desk): Desk => {
  const db = desk.db.$extends({
    query: {
      $allOperations({ operation, args, query }) {
        if (!/^(find|count)/.test(operation)) throw new Error(`${operation} is no reading`);
        return query(args);
      },
    },
  });
  return { ...desk, db: db as unknown as Desk["db"] };
};

describe("a site's own figures", () => {
  it("count what was closed, by the categories of the network's statistics", async () => {
    const { id } = await givenCase({ site: "koeln", language: "tr", channel: "video", relation: "witness" });
    const grounds = { ...EMPTY_PARTS.grounds, main: "oldAge", others: ["woman"] };
    await savePart(koeln, { caseId: id, part: "grounds", values: grounds, seen: 0 }, NOW);
    const entry = { caseId: id, seen: 0 };
    await writeSession(koeln, { ...entry, entry: randomUUID(), values: aSession("Gespräch") }, NOW);
    await writeIntervention(koeln, { ...entry, entry: randomUUID(), values: anIntervention() }, NOW);
    await close(koeln, id, ["apology", "compensation"]);

    const figures = await readFigures(koeln, FIRST);
    expect(figures.closed.value).toBe(1);
    for (const [table, category] of [
      ["ground", "age"],
      ["grounds", "2"],
      ["channel", "video"],
      ["language", "tr"],
      ["relation", "witness"],
      ["outcome", "several"],
      ["intervention", "nonLegal"],
      ["sessions", "1"],
      ["lifeArea", "notStated"],
    ] as const)
      expect(row(figures, table, category), table).toEqual({ category, value: 1, before: 0 });
  });

  it("never count another site's case", async () => {
    expect(await closedMore(koeln, () => givenClosed(bochum))).toBe(0);
    const [own, other] = [await readFigures(koeln, FIRST), await readFigures(bochum, FIRST)];
    expect(other.closed.value).toBe(1);
    expect(other.arrived.value).toBe(1);
    expect(own.arrived.value).toBeGreaterThan(0);
  });

  it("belong to the period in which a case was closed for the last time, beside the year before", async () => {
    const id = await givenClosed(koeln, A_YEAR_AGO);
    expect((await readFigures(koeln, FIRST)).closed.before).toBe(1);
    expect((await readFigures(koeln, { year: 2024, part: "H1" })).closed).toEqual({ value: 1, before: 0 });

    const again = { caseId: id, version: await versionOf(koeln, id), status: "counselling" } as const;
    expect(await changeStatus(koeln, again, SUMMER)).toEqual({ ok: true });
    expect((await readFigures(koeln, FIRST)).closed.before).toBe(0);
    await close(koeln, id, ["statement"], SUMMER);
    expect((await readFigures(koeln, FIRST)).closed.before).toBe(0);
    const summer = await readFigures(koeln, { year: 2025, part: "Q3" });
    expect(row(summer, "outcome", "statement")?.value).toBe(1);
  });

  it("leave out a case that went up into another", async () => {
    const [from, into] = [await givenCase({ site: "koeln" }), await givenCase({ site: "koeln" })];
    const merged = await closedMore(koeln, async () => {
      const [one, other] = [await findCase(koeln, from.id), await findCase(koeln, into.id)];
      const input = { caseId: from.id, version: one.version, into: into.id, intoVersion: other.version };
      expect(await mergeCases(koeln, input, NOW)).toEqual({ ok: true });
    });
    expect(merged).toBe(0);
    expect(await closedMore(koeln, () => close(koeln, into.id))).toBe(1);
  });

  it("leave out a case that another site takes on", async () => {
    const { ids } = await givenOffer();
    expect(await closedMore(koeln, () => close(koeln, ids.caseId, ["referred"]))).toBe(0);
  });

  it("say from columns in the clear what came in, is open and waits; spam is none of it", async () => {
    const before = await readFigures(koeln, FIRST);
    const [, spam] = [await givenCase({ site: "koeln" }), await givenCase({ site: "koeln" })];
    await changeStatus(koeln, { caseId: spam.id, version: 0, status: "spam" }, NOW);
    const after = await readFigures(koeln, FIRST);
    expect(after.arrived.value - before.arrived.value).toBe(1);
    expect(after.open - before.open).toBe(1);
    expect(after.waiting - before.waiting).toBe(1);
  });

  it("are no reading of a case, and are stored nowhere", async () => {
    const id = await givenClosed(koeln);
    const actions = async () => (await listHistory(koeln, id)).entries.map(({ action }) => action);
    const before = await actions();
    await readFigures(onlyReading(koeln), FIRST);
    expect(await actions()).toEqual(before);
  });

  it("say that a case did not open, and compare with nothing then", async () => {
    const id = await givenClosed(bochum);
    await asSuperuser((client) =>
      client.query("UPDATE case_file SET wrapped_key = '\\x00' WHERE id = $1", [id]),
    );
    const figures = await readFigures(bochum, FIRST);
    expect(figures.extent).toMatchObject({ opened: 2, candidates: 2, unreadable: 1 });
    expect(figures.closed).toEqual({ value: 1, before: null });
  });

  it("say how far they came when there is more than one request can open", async () => {
    const desk = await deskAt("luebeck");
    for (let index = 0; index < 103; index += 1) await givenClosed(desk, daysAfter(index % 3));
    const whole = await readFigures(desk, FIRST);
    expect(whole.closed).toEqual({ value: 103, before: 0 });
    // A clock on which every look takes longer than the whole counting may.
    let time = 0;
    const slow = () => {
      time += 3_000;
      return time;
    };
    const part = await readFigures(desk, FIRST, slow);
    expect(part.extent).toEqual({ opened: 100, candidates: 103, unreadable: 0 });
    expect(part.closed).toEqual({ value: 100, before: null });
  }, 90_000);
});
