import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../../lib/auth/desk";
import { answerPerson, enterCase } from "../../../lib/cases/commands";
import { findCase } from "../../../lib/cases/queries";
import { type EnterCase, enterCaseSchema } from "../../../lib/cases/schema";
import { receiptFor } from "../../../lib/crypto/receipt";
import { newForm } from "../../../lib/intake/commands";
import { readThread } from "../../../lib/mailbox/commands";
import { mailboxOf } from "../../support/cases";
import { NOW } from "../../support/clock";
import { aForm } from "../../support/forms";
import { deskAt } from "../../support/sites";

let desk: Desk;
let elsewhere: Desk;

beforeAll(async () => {
  desk = await deskAt("koeln");
  elsewhere = await deskAt("bochum");
});

const enquiryAtDesk = (typed: Partial<EnterCase> = {}): EnterCase => ({
  ...enterCaseSchema.parse({ ...aForm(), nonce: newForm(NOW), message: "am Telefon erzählt" }),
  ...typed,
});

describe("entering a case by hand", () => {
  it("keeps what was told, and gives a receipt for the person", async () => {
    const input = enquiryAtDesk({ name: "N", channel: "phone", language: "tr", consent: "yes" });
    const { caseId, receipt } = await enterCase(desk, input, "tr", NOW);
    expect(await findCase(desk, caseId)).toMatchObject({
      status: "received",
      language: "tr",
      channel: "phone",
      unread: false,
      hasMailbox: true,
      letters: [],
      details: {
        name: "N",
        told: "am Telefon erzählt",
        consent: { given: true, version: 1, language: "tr" },
      },
      history: [{ seq: 1, action: "entered", account: desk.account }],
    });
    expect(await answerPerson(desk, { caseId, lastSeq: 0, text: "Guten Tag" }, NOW)).toEqual({ ok: true });
    expect((await readThread(await mailboxOf(receipt))).letters.map(({ text }) => text)).toEqual([
      "Guten Tag",
    ]);
  });

  it("is one case with one receipt, however often the same form is sent", async () => {
    const input = enquiryAtDesk();
    const results = await Promise.all(Array.from({ length: 5 }, () => enterCase(desk, input, "de", NOW)));
    expect(new Set(results.map(({ caseId, receipt }) => `${caseId} ${receipt}`)).size).toBe(1);
    expect(await enterCase(desk, input, "de", NOW)).toEqual(results[0]);
    expect((await findCase(desk, results[0]?.caseId ?? "")).details.told).toBe("am Telefon erzählt");
  });

  it("keeps as a note what was changed in the form between two sendings", async () => {
    const input = enquiryAtDesk();
    const first = await enterCase(desk, input, "de", NOW);
    const changed = { ...input, message: "und noch etwas", phone: "0231 123456" };
    expect(await enterCase(desk, changed, "de", NOW)).toEqual(first);
    await enterCase(desk, changed, "de", NOW);
    const { details, notes } = await findCase(desk, first.caseId);
    expect(details.told).toBe("am Telefon erzählt");
    expect(notes.map(({ text }) => text)).toEqual([expect.stringContaining("und noch etwas")]);
    expect(notes[0]?.text).toContain("0231 123456");
  });

  it("has a receipt that nothing stored leads to", async () => {
    const { caseId, receipt } = await enterCase(desk, enquiryAtDesk(), "de", NOW);
    for (const stored of [caseId, `desk/${caseId}`]) expect(receiptFor(stored, "koeln")).not.toBe(receipt);
  });

  it("at two sites with the same form are two cases, each of which knows nothing of the other", async () => {
    const input = enquiryAtDesk();
    const [here, there] = [
      await enterCase(desk, input, "de", NOW),
      await enterCase(elsewhere, { ...input, message: "dort" }, "de", NOW),
    ];
    expect(here.receipt).not.toBe(there.receipt);
    expect((await findCase(desk, here.caseId)).details.told).toBe("am Telefon erzählt");
    expect((await findCase(elsewhere, there.caseId)).details.told).toBe("dort");
  });
});
