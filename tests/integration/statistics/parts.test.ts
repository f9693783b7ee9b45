import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { sealFact } from "../../../lib/statistics/internal/fact";
import { TABLES } from "../../../lib/statistics/tables";
import { asLogin, asSuperuser } from "../../support/connections";
import { aFact, givenClosed, placeOf, type WaitingPart, waitingParts, xmins } from "../../support/facts";
import { deskAt } from "../../support/sites";

beforeEach(() => asSuperuser((client) => client.query("TRUNCATE statistic_fact")));

/**
 * How often somebody is right who opens all rows and takes two for the same case that stand at the same place of their
 * tables, or next to each other in the file. By chance it is one time of as many as there are cases.
 */
function rightGuesses(parts: readonly WaitingPart[], order: (part: WaitingPart) => string): number[] {
  const sorted = parts.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
  const caseOf = ({ part }: WaitingPart) => part.category;
  const columns = TABLES.map((name) => sorted.filter(({ part }) => part.table === name).map(caseOf));
  const samePlace = columns.flatMap((one, place) =>
    columns.slice(place + 1).flatMap((another) => one.map((each, row) => each === another[row])),
  );
  const neighbours = sorted.slice(1).map((each, row) => caseOf(each) === caseOf(sorted[row] as WaitingPart));
  return [samePlace, neighbours].map((guesses) => guesses.filter(Boolean).length / guesses.length);
}

describe("the parts of a case", () => {
  const CASES = 60;
  const inFile = (part: WaitingPart) =>
    placeOf(part)
      .map((n) => String(n).padStart(6, "0"))
      .join();
  const ORDERS = {
    inFile,
    byId: ({ id }: WaitingPart) => id,
    bySeal: ({ sealed }: WaitingPart) => sealed.toString("hex"),
  };

  /** Each case has a word of its own that stands in every table, so that the test knows what an attacker does not. */
  async function givenMarked(): Promise<void> {
    for (let index = 0; index < CASES; index += 1) {
      const words = Object.fromEntries(TABLES.map((table) => [table, `case${index}`]));
      const { ids, sealed } = sealFact(randomUUID(), aFact(words));
      const rows = sealed.map((row) => Buffer.from(row));
      await asLogin("site_koeln", (client) => client.query("SELECT put_facts($1, $2)", [ids, rows]));
    }
  }

  it("cannot be told to belong together, even by somebody who holds the key", async () => {
    await givenMarked();
    const parts = await waitingParts();
    expect(parts).toHaveLength(CASES * TABLES.length);
    expect(xmins(parts)).toHaveLength(1);
    for (const [name, order] of Object.entries(ORDERS))
      for (const right of rightGuesses(parts, order)) expect(right, name).toBeLessThan(0.06);
    // That the guesses would be right where rows stand as they came.
    const asTheyCame = parts.toSorted((a, b) => (a.part.category < b.part.category ? -1 : 1));
    const came = new Map(asTheyCame.map((part, index) => [part.id, String(index).padStart(6, "0")]));
    const known = rightGuesses(parts, ({ id }) => came.get(id) ?? "");
    for (const right of known) expect(right).toBeGreaterThan(0.9);
  }, 60_000);

  it("say nothing but site, quarter, table and category, and share no bytes", async () => {
    await givenClosed(await deskAt("koeln"));
    const parts = await waitingParts();
    for (const { part } of parts) expect(Object.keys(part)).toEqual(["site", "quarter", "table", "category"]);
    const pieces = parts.flatMap(({ id, sealed }) => {
      const bytes = sealed.subarray(2).toString("hex") + id.replaceAll("-", "");
      return bytes.match(/.{12}/g) ?? [];
    });
    expect(new Set(pieces).size).toBe(pieces.length);
  });
});
