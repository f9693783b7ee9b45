import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import { findCase } from "../../../lib/cases/queries";
import { type EnterCase, enterCaseSchema } from "../../../lib/cases/schema";
import { newForm } from "../../../lib/intake/commands";
import { enterCall, savePart } from "../../../lib/record/commands";
import { readRecord } from "../../../lib/record/queries";
import { type FirstCall, firstCallSchema } from "../../../lib/record/schema";
import { NOW } from "../../support/clock";
import { aForm } from "../../support/forms";
import { deskAt } from "../../support/sites";

let desk: Desk;

beforeAll(async () => {
  desk = await deskAt("koeln");
});

const anEntry = (): EnterCase =>
  enterCaseSchema.parse({ ...aForm(), nonce: newForm(NOW), message: "am Telefon erzählt" });

const aCall = (typed: Partial<Record<keyof FirstCall, string>> = {}): FirstCall =>
  firstCallSchema.parse(typed);

async function entered(input: EnterCase, call: FirstCall): Promise<string> {
  const result = await enterCall(desk, input, call, "de", NOW);
  if (!result.ok) throw new Error(`the call was refused: ${result.reason}`);
  return result.caseId;
}

describe("a first call", () => {
  it("puts what it asks beyond the enquiry into the record, in the same transaction", async () => {
    const typed = {
      mainGround: "antiBlack",
      lifeArea: "housing",
      incidentOn: "2025-03-01",
      party: "Vermieter",
    };
    const caseId = await entered(anEntry(), aCall({ ...typed, incidentWhere: "Kalk" }));
    const { parts, caseFile } = await readRecord(desk, caseId);
    expect(caseFile.version).toBe(1);
    expect(parts.grounds).toMatchObject({ values: { main: "antiBlack", others: [] }, version: 1 });
    expect(parts.area).toMatchObject({ values: { area: "housing" }, version: 1 });
    expect(parts.incident.values).toMatchObject({ on: "2025-03-01", where: "Kalk", what: "" });
    expect(parts.responsible.values.party).toBe("Vermieter");
    expect(parts.aim.version).toBe(0);
  });

  it("leaves the record empty when nothing was asked", async () => {
    const { parts } = await readRecord(desk, await entered(anEntry(), aCall()));
    expect(Object.values(parts).map(({ version }) => version)).toEqual(Array(8).fill(0));
  });

  it("stores nothing when a value is in no list", async () => {
    const input = anEntry();
    expect(await enterCall(desk, input, aCall({ mainGround: "invented" }), "de", NOW)).toEqual({
      ok: false,
      reason: "codeUnknown",
    });
    // The same form then makes the case: there was none before.
    expect((await readRecord(desk, await entered(input, aCall()))).caseFile.version).toBe(1);
  });

  it("is one case, however often it is sent, and keeps what was changed in between", async () => {
    const input = anEntry();
    const results = await Promise.all(
      [1, 2, 3].map(() => entered(input, aCall({ mainGround: "antiBlack" }))),
    );
    expect(new Set(results).size).toBe(1);
    const caseId = await entered(input, aCall({ mainGround: "antiMuslim", lifeArea: "work" }));
    expect(caseId).toBe(results[0]);
    const { parts } = await readRecord(desk, caseId);
    expect([parts.grounds.values.main, parts.area.values.area]).toEqual(["antiMuslim", "work"]);
  });

  it("writes over nothing that a colleague has put in since", async () => {
    const input = anEntry();
    const caseId = await entered(input, aCall({ party: "Vermieter" }));
    for (const [seen, party] of ["Vermieterin", "Hausverwaltung"].entries()) {
      const values = { party, bodies: "" };
      await savePart(desk, { caseId, part: "responsible", values, seen: seen + 1 }, NOW);
    }
    await entered(input, aCall({ party: "Nachbar" }));
    expect((await readRecord(desk, caseId)).parts.responsible.values.party).toBe("Hausverwaltung");
    expect((await findCase(desk, caseId)).notes.map(({ text }) => text)).toEqual(["Nachbar"]);
  });

  it("at two sites with the same form is two cases, each with a record of its own", async () => {
    const [input, elsewhere] = [anEntry(), await deskAt("bochum")];
    const here = await entered(input, aCall({ party: "hier" }));
    const there = await enterCall(elsewhere, input, aCall({ party: "dort" }), "de", NOW);
    if (!there.ok) throw new Error("the call was refused");
    expect((await readRecord(desk, here)).parts.responsible.values.party).toBe("hier");
    expect((await readRecord(elsewhere, there.caseId)).parts.responsible.values.party).toBe("dort");
    await expect(readRecord(desk, there.caseId)).rejects.toMatchObject({ code: "notFound" });
  });
});
