import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import { addNote, changeStatus, markSpam } from "../../../lib/cases/commands";
import { findCase } from "../../../lib/cases/queries";
import { givenCase } from "../../support/cases";
import { NOW } from "../../support/clock";
import { deskAt } from "../../support/sites";

let desk: Desk;
let elsewhere: Desk;

beforeAll(async () => {
  desk = await deskAt("koeln");
  elsewhere = await deskAt("bochum");
});

const given = async () => {
  const { id } = await givenCase({ message: "Kaufen Sie jetzt" });
  return { caseId: id, version: (await findCase(desk, id)).version };
};

it("marks all that were chosen, and says so in each history; sent twice it is the same", async () => {
  const cases = [await given(), await given(), await given()];
  expect(await markSpam(desk, { cases }, NOW)).toEqual({ done: 3, left: [] });
  expect(await markSpam(desk, { cases }, NOW)).toEqual({ done: 3, left: [] });
  for (const { caseId } of cases) {
    const { status, unread, waitingSince, history } = await findCase(desk, caseId);
    expect({ status, unread, waitingSince }).toEqual({ status: "spam", unread: false, waitingSince: null });
    expect(history.filter(({ action }) => action === "statusChanged").length).toBe(1);
  }
});

it("leaves what somebody changed meanwhile and what is over, and names it", async () => {
  const [fresh, noted, over] = [await given(), await given(), await given()];
  await addNote(desk, { caseId: noted.caseId, noteId: randomUUID(), text: "Ist echt" }, NOW);
  await changeStatus(desk, { ...over, status: "withdrawn" }, NOW);
  const numbers = [(await findCase(desk, noted.caseId)).number, (await findCase(desk, over.caseId)).number];
  expect(await markSpam(desk, { cases: [fresh, noted, over] }, NOW)).toEqual({ done: 1, left: numbers });
  expect((await findCase(desk, noted.caseId)).status).toBe("received");
});

it("knows nothing of a case of another site, and goes on with its own", async () => {
  const theirs = await given();
  const own = { caseId: (await givenCase({ site: "bochum", message: "x" })).id, version: 0 };
  const invented = { caseId: randomUUID(), version: 0 };
  expect(await markSpam(elsewhere, { cases: [theirs, invented, own] }, NOW)).toEqual({ done: 1, left: [] });
  expect((await findCase(desk, theirs.caseId)).status).toBe("received");
});
