import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import { sealFact } from "../../../lib/statistics/internal/fact";
import { shuffleFacts } from "../../../lib/statistics/internal/store";
import { TABLES } from "../../../lib/statistics/tables";
import { asLogin, asSuperuser } from "../../support/connections";
import {
  aFact,
  givenClosed,
  givenFacts,
  type WaitingPart,
  waitingCases,
  waitingParts,
} from "../../support/facts";
import { deskAt } from "../../support/sites";

let desk: Desk;
let other: Desk;

beforeAll(async () => {
  [desk, other] = [await deskAt("koeln"), await deskAt("bochum")];
});
beforeEach(() => asSuperuser((client) => client.query("TRUNCATE statistic_fact")));

const placeOf = ({ place }: WaitingPart): number[] => place.slice(1, -1).split(",").map(Number);
const xmins = (facts: WaitingPart[]): string[] => [...new Set(facts.map(({ xmin }) => xmin))];

/** The rows of one table, by which cases can be told apart. */
const idsInOne = async () =>
  (await waitingParts()).filter(({ part }) => part.table === "kind").map(({ id }) => id);

/** Closes cases one after the other, and tells in which order their rows of one table came. */
async function closedInTurn(count: number): Promise<string[]> {
  const order: string[] = [];
  for (let index = 0; index < count; index += 1) {
    await givenClosed(index % 2 ? desk : other);
    const known = new Set(order);
    order.push(...(await idsInOne()).filter((id) => !known.has(id)));
  }
  return order;
}

/** The correlation of two orders of the same things (Spearman). */
function correlation(one: readonly string[], other: readonly string[]): number {
  const n = one.length;
  const distance = one.reduce((sum, id, index) => sum + (other.indexOf(id) - index) ** 2, 0);
  return 1 - (6 * distance) / (n * (n * n - 1));
}

describe("waiting facts", () => {
  it("stand in an order that has nothing to do with the closing of cases", async () => {
    const order = await closedInTurn(40);
    const stored = await idsInOne();
    expect(stored.toSorted()).toEqual(order.toSorted());
    // By chance alone beyond 0.6 in fewer than one of ten thousand runs.
    expect(Math.abs(correlation(order, stored))).toBeLessThan(0.6);
    expect(Math.abs(correlation(order, order.toSorted()))).toBeLessThan(0.6);
  }, 60_000);

  it("stand in another order after every closing", async () => {
    await givenFacts(Array(50).fill(aFact({})));
    const orders = new Set<string>();
    let places: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      await givenClosed(desk);
      const facts = await waitingParts();
      orders.add(
        facts
          .slice(0, 10)
          .map(({ id }) => id)
          .join(),
      );
      places = facts.map((fact) => (placeOf(fact)[0] ?? 0) * 100 + (placeOf(fact)[1] ?? 0));
    }
    expect(orders.size).toBe(6);
    // From the beginning of the file without gaps: nothing tells where an earlier row stood.
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBe(1);
  });

  it("all come from one transaction, whichever case was closed in it", async () => {
    await givenFacts(Array(30).fill(aFact({})));
    for (const each of [desk, other, desk]) {
      await givenClosed(each);
      expect(xmins(await waitingParts())).toHaveLength(1);
    }
    const before = xmins(await waitingParts());
    await shuffleFacts();
    const after = xmins(await waitingParts());
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
  });

  it("leave no earlier state in the file of the table", async () => {
    await givenFacts(Array(30).fill(aFact({})));
    const fileOf = () =>
      asSuperuser(async (client) => {
        await client.query("CHECKPOINT");
        const { rows } = await client.query<{ name: string; content: Buffer }>(
          `SELECT pg_relation_filepath('statistic_fact') AS name,
             pg_read_binary_file(pg_relation_filepath('statistic_fact')) AS content`,
        );
        return rows[0] ?? { name: "", content: Buffer.alloc(0) };
      });
    const before = await fileOf();
    await givenClosed(desk);
    const after = await fileOf();
    expect(after.name).not.toBe(before.name);
    for (const { sealed } of await waitingParts()) {
      const first = after.content.indexOf(sealed);
      expect(first).toBeGreaterThan(0);
      expect(after.content.indexOf(sealed, first + 1)).toBe(-1);
    }
  });

  it("are of one size, and nothing of them stands in the clear", async () => {
    await givenFacts([
      aFact({}),
      aFact({ site: "neumuenster", ground: "x".repeat(41), outcome: "y".repeat(41) }),
    ]);
    await givenClosed(desk);
    const facts = await waitingParts();
    expect(new Set(facts.map(({ sealed }) => sealed.length))).toEqual(new Set([158]));
    const { rows } = await asSuperuser((client) =>
      client.query<{ name: string }>(
        `SELECT attname AS name FROM pg_attribute
           WHERE attrelid = 'statistic_fact'::regclass AND attnum > 0 AND NOT attisdropped`,
      ),
    );
    expect(rows.map(({ name }) => name)).toEqual(["id", "sealed_fact"]);
  });

  it("are in no sample that the planner keeps", async () => {
    await givenFacts(Array(30).fill(aFact({})));
    const { rows } = await asSuperuser(async (client) => {
      await client.query("ANALYZE statistic_fact");
      return client.query("SELECT FROM pg_statistic WHERE starelid = 'statistic_fact'::regclass");
    });
    expect(rows).toEqual([]);
  });

  it("share no value with any row of a case", async () => {
    await givenClosed(desk);
    const ids = (await waitingParts()).map(({ id }) => id);
    const found = await asSuperuser(async (client) => {
      const tables = await client.query<{ name: string }>(
        `SELECT oid::regclass::text AS name FROM pg_class
           WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'statistic_fact'`,
      );
      const with_: string[] = [];
      for (const { name } of tables.rows) {
        const { rowCount } = await client.query(
          `SELECT FROM ${name} t, unnest($1::text[]) AS known (word) WHERE strpos(t::text, known.word) > 0`,
          [ids.flatMap((id) => [id, id.replaceAll("-", "")])],
        );
        if (rowCount) with_.push(name);
      }
      return with_;
    });
    expect(found).toEqual([]);
  });
});

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
    await givenClosed(desk);
    const parts = await waitingParts();
    for (const { part } of parts) expect(Object.keys(part)).toEqual(["site", "quarter", "table", "category"]);
    const pieces = parts.flatMap(({ id, sealed }) => {
      const bytes = sealed.subarray(2).toString("hex") + id.replaceAll("-", "");
      return bytes.match(/.{12}/g) ?? [];
    });
    expect(new Set(pieces).size).toBe(pieces.length);
  });
});

describe("while a backup reads the table", () => {
  it("cases are closed all the same, and the next closing removes what that left", async () => {
    await givenFacts(Array(10).fill(aFact({})));
    const dead = () =>
      asSuperuser(async (client) => {
        const { rows } = await client.query<{ bytes: number }>(
          "SELECT pg_relation_size('statistic_fact')::int AS bytes",
        );
        return rows[0]?.bytes ?? 0;
      });
    await asSuperuser(async (client) => {
      await client.query("BEGIN; LOCK TABLE statistic_fact IN ACCESS SHARE MODE");
      await givenClosed(desk);
      await givenClosed(other);
      await client.query("COMMIT");
    });
    expect(xmins(await waitingParts())).toHaveLength(1);
    const bloated = await dead();
    await givenClosed(desk);
    expect(await waitingCases()).toBe(13);
    expect(await dead()).toBeLessThan(bloated);
  });
});

describe("facts", () => {
  it.each(["site_koeln", "network", "intake", "mailbox", "auth"] as const)(
    "are not for %s",
    async (login) => {
      for (const sql of [
        "SELECT FROM statistic_fact",
        "DELETE FROM statistic_fact",
        "TRUNCATE statistic_fact",
      ])
        await expect(
          asLogin(login, (client) => client.query(sql)),
          sql,
        ).rejects.toThrow("permission denied");
    },
  );

  it("are read by the job's login and changed by no login but through the functions", async () => {
    for (const sql of [
      "DELETE FROM statistic_fact",
      "TRUNCATE statistic_fact",
      "UPDATE statistic_fact SET sealed_fact = ''",
      "SELECT put_facts(ARRAY[gen_random_uuid()], ARRAY[''::bytea])",
      "SELECT rewrite_facts('{}', NULL, NULL)",
    ])
      await expect(
        asLogin("jobs", (client) => client.query(sql)),
        sql,
      ).rejects.toThrow("permission denied");
  });
});
