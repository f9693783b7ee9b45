import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import { changeStatus, markRead } from "../../../lib/cases/commands";
import {
  findCase,
  listCases,
  listColleagues,
  listInbox,
  listUnread,
  PAGE_SIZE,
} from "../../../lib/cases/queries";
import type { CaseFilter } from "../../../lib/cases/schema";
import type { CaseSummary } from "../../../lib/cases/types";
import { givenCase } from "../../support/cases";
import { daysAfter, NOW } from "../../support/clock";
import { asSuperuser } from "../../support/connections";
import { deskAt, deskOf, givenCounsellor } from "../../support/sites";

let koeln: Desk;
let bochum: Desk;

beforeAll(async () => {
  [koeln, bochum] = [await deskAt("koeln"), await deskAt("bochum")];
});

/** Many cases are planted as copies of one, since each handed in takes a key derivation. */
async function givenManyCases(site: string, count: number): Promise<void> {
  const { id } = await givenCase({ site });
  await asSuperuser((client) =>
    client.query(
      `WITH taken AS (UPDATE site_counter SET next_case_number = next_case_number + $3 WHERE site_id = $1
           RETURNING next_case_number - $3 AS first)
         INSERT INTO case_file (site_id, id, number, kind, status, language, channel, created_on, waiting_since, unread,
             version, key_epoch, wrapped_key, sealed_enquiry)
           SELECT site_id, gen_random_uuid(), first + n, kind, (ARRAY['received', 'counselling', 'closed'])[1 + n % 3],
               (ARRAY['de', 'ar'])[1 + n % 2], (ARRAY['phone', 'unknown'])[1 + n % 2], created_on,
               CASE WHEN n % 3 < 2 THEN created_on - n / 10 END, n % 5 = 0, 0, key_epoch, wrapped_key, sealed_enquiry
             FROM case_file, taken, generate_series(0, $3 - 1) n WHERE id = $2`,
      [site, id, count],
    ),
  );
}

/** Follows the cursor to the end; between two pages somebody may do something. */
async function allPages(desk: Desk, filter: CaseFilter, between = async () => {}): Promise<CaseSummary[][]> {
  const pages: CaseSummary[][] = [];
  let after: string | undefined;
  do {
    const page = await listCases(desk, { ...filter, after });
    pages.push(page.cases);
    after = page.next ?? undefined;
    if (after) await between();
  } while (after && pages.length < 20);
  return pages;
}

const numbers = (pages: CaseSummary[][]): number[] => pages.flat().map(({ number }) => number);

describe("the list of cases", () => {
  beforeAll(async () => {
    await givenManyCases("koeln", 134);
    await givenManyCases("bochum", 7);
  });

  it("holds the site's cases and none of another", async () => {
    const [here, there] = [
      await allPages(koeln, { sort: "newest" }),
      await allPages(bochum, { sort: "newest" }),
    ];
    expect([here.flat().length, there.flat().length]).toEqual([135, 8]);
    const ids = new Set(here.flat().map(({ id }) => id));
    expect(there.flat().filter(({ id }) => ids.has(id))).toEqual([]);
  });

  it("shows each case once, fifty on a page, in order", async () => {
    const pages = await allPages(koeln, { sort: "newest" });
    expect(pages.map((page) => page.length)).toEqual([PAGE_SIZE, PAGE_SIZE, 35]);
    expect(numbers(pages)).toEqual(Array.from({ length: 135 }, (_, index) => 135 - index));
    expect(numbers(await allPages(koeln, { sort: "oldest" }))).toEqual(numbers(pages).toReversed());
  });

  it("sorts by how long somebody has been waiting, and leaves out those who are not", async () => {
    const cases = (await allPages(koeln, { sort: "waiting" })).flat();
    expect(cases.length).toBe(91);
    const keys = cases.map(
      ({ waitingSince, number }) => `${waitingSince?.toISOString()} ${String(number).padStart(5, "0")}`,
    );
    expect(keys).toEqual(keys.toSorted());
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  it.each(["newest", "waiting"] as const)("stays stable under new cases, sorted by %s", async (sort) => {
    const before = numbers(await allPages(koeln, { sort }));
    const during = numbers(
      await allPages(koeln, { sort }, async () => void (await givenCase({ site: "koeln" }, daysAfter(1)))),
    );
    expect(during.filter((number) => before.includes(number))).toEqual(before);
    expect(new Set(during).size).toBe(during.length);
  });

  it.each([
    [{ status: "open" }, ({ status }) => ["received", "counselling"].includes(status)],
    [{ status: "closed" }, ({ status }) => status === "closed"],
    [{ language: "ar" }, ({ language }) => language === "ar"],
    [{ channel: "unknown" }, ({ channel }) => channel === "unknown"],
    [{ unread: "yes" }, ({ unread }) => unread],
    [{ assignee: "nobody" }, ({ assigneeId }) => assigneeId === null],
    [
      { status: "received", language: "ar", unread: "yes" },
      (one) => one.status === "received" && one.language === "ar" && one.unread,
    ],
  ] satisfies [Partial<CaseFilter>, (one: CaseSummary) => boolean][])(
    "narrows by %o",
    async (filter, fits) => {
      const all = (await allPages(koeln, { sort: "newest" })).flat();
      const narrowed = (await allPages(koeln, { sort: "newest", ...filter })).flat();
      expect(narrowed).toEqual(all.filter(fits));
      expect(narrowed.length).toBeGreaterThan(0);
    },
  );

  it.each([
    "x",
    "-1",
    "1e9",
    "99999999999",
    "9007199254740993",
    "0000-01-01.1",
    "9999-99-99.1",
    "2025-03-14.",
    "'; --",
  ])("begins at the beginning for the cursor %j", async (after) => {
    for (const sort of ["newest", "oldest", "waiting"] as const) {
      expect((await listCases(bochum, { sort, after })).cases).toEqual(
        (await listCases(bochum, { sort })).cases,
      );
    }
  });

  it("reaches nothing more with a cursor of another site", async () => {
    const { next } = await listCases(koeln, { sort: "oldest" });
    const { cases } = await listCases(bochum, { sort: "oldest", after: next ?? "" });
    expect(cases).toEqual([]);
  });
});

describe("the inbox", () => {
  it("holds new enquiries, the oldest first, and ends with the first decision", async () => {
    const desk = await deskAt("bielefeld");
    const [first, second] = [await givenCase({ site: "bielefeld" }), await givenCase({ site: "bielefeld" })];
    expect((await listInbox(desk)).map(({ id }) => id)).toEqual([first.id, second.id]);
    await changeStatus(desk, { caseId: first.id, version: 0, status: "screened" }, NOW);
    expect((await listInbox(desk)).map(({ id }) => id)).toEqual([second.id]);
    expect(await listInbox(await deskAt("hannover"))).toEqual([]);
  });

  it("lists cases in work in which the person has written since", async () => {
    const desk = await deskAt("mannheim");
    const caseFile = await givenCase({ site: "mannheim" });
    expect(await listUnread(desk)).toEqual([]);
    await asSuperuser((client) =>
      client.query("UPDATE case_file SET status = 'counselling' WHERE id = $1", [caseFile.id]),
    );
    expect((await listUnread(desk)).map(({ id }) => id)).toEqual([caseFile.id]);
    expect(await listUnread(await deskAt("hannover"))).toEqual([]);
    await markRead(desk, { caseId: caseFile.id, version: 0 }, NOW);
    expect(await listUnread(desk)).toEqual([]);
    expect((await findCase(desk, caseFile.id)).history.map(({ action }) => action)).toEqual(["markedRead"]);
  });
});

describe("the list of colleagues", () => {
  it("names those of the site, those who left included, and nobody else", async () => {
    const desk = await deskOf(await givenCounsellor({ site: "saarland", name: "Erste" }));
    const gone = await givenCounsellor({ site: "saarland", name: "Zweite ع" });
    await givenCounsellor({ site: "muenster", name: "Fremde" });
    await asSuperuser((client) =>
      client.query("UPDATE membership SET active = false WHERE account_id = $1", [gone.accountId]),
    );
    const colleagues = (await listColleagues(desk)).map(({ name, active }) => [name, active]).toSorted();
    expect(colleagues).toEqual([
      ["Erste", true],
      ["Zweite ع", false],
    ]);
  });
});
