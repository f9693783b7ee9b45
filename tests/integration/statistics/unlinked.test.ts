import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import { shuffleFacts } from "../../../lib/statistics/internal/store";
import { asLogin, asSuperuser } from "../../support/connections";
import {
  aFact,
  givenClosed,
  givenFacts,
  placeOf,
  waitingCases,
  waitingParts,
  xmins,
} from "../../support/facts";
import { deskAt } from "../../support/sites";

let desk: Desk;
let other: Desk;

beforeAll(async () => {
  [desk, other] = [await deskAt("koeln"), await deskAt("bochum")];
});
beforeEach(() => asSuperuser((client) => client.query("TRUNCATE statistic_fact")));

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
