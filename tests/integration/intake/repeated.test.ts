import { randomBytes } from "node:crypto";
import type pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { findCase, listCases } from "../../../lib/cases/queries";
import { handIn, newForm } from "../../../lib/intake/commands";
import { readThread } from "../../../lib/mailbox/commands";
import { mailboxOf } from "../../support/cases";
import { daysAfter, NOW } from "../../support/clock";
import { asLogin } from "../../support/connections";
import { anEnquiry } from "../../support/forms";
import { deskAt } from "../../support/sites";

beforeAll(async () => {
  await Promise.all(["koeln", "bochum"].map(deskAt));
});

const casesOf = async (site: string) => (await listCases(await deskAt(site), { sort: "newest" })).cases;

async function handedIn(nonce: string, typed: Parameters<typeof anEnquiry>[0] = {}, locale = "de") {
  const result = await handIn(anEnquiry(typed), nonce, locale, NOW);
  if (!result.ok) throw new Error(result.reason);
  return result.receipt;
}

describe("the same form", () => {
  it("sent ten times at once is one case with one receipt", async () => {
    const before = await casesOf("koeln");
    const nonce = newForm(NOW);
    const receipts = await Promise.all(
      Array.from({ length: 10 }, () => handedIn(nonce, { message: "zehnmal" })),
    );
    expect(new Set(receipts).size).toBe(1);
    expect((await casesOf("koeln")).length).toBe(before.length + 1);
    const { letters } = await readThread(await mailboxOf(receipts[0] ?? ""));
    expect(letters.map(({ text }) => text)).toEqual(["zehnmal"]);
  });

  it("with another text is a further letter with the same receipt", async () => {
    const nonce = newForm(NOW);
    const receipt = await handedIn(nonce, { message: "eins" });
    expect(await handedIn(nonce, { message: "zwei" })).toBe(receipt);
    expect(await handedIn(nonce, { message: "zwei" })).toBe(receipt);
    expect(await handedIn(nonce, { message: "eins" })).toBe(receipt);
    const { letters } = await readThread(await mailboxOf(receipt));
    expect(letters.map(({ seq, text }) => [seq, text])).toEqual([
      [1, "eins"],
      [2, "zwei"],
    ]);
  });

  it("shows its receipt to its own browser and for the very same text, and to nobody else", async () => {
    const nonce = newForm(NOW, "browser");
    const send = (message: string, browser: string) =>
      handIn(anEnquiry({ message }), nonce, "de", NOW, browser);
    expect(await send("eins", "browser")).toMatchObject({ ok: true, mayShow: true });
    expect(await send("eins", "")).toMatchObject({ ok: true, mayShow: true });
    expect(await send("zwei", "browser")).toMatchObject({ ok: true, mayShow: true });
    expect(await send("geraten", "another")).toMatchObject({ ok: true, mayShow: false });
    expect(await send("geraten, ohne Cookie", "")).toMatchObject({ ok: true, mayShow: false });
  });

  it("with another phone number tells the site the new one", async () => {
    const nonce = newForm(NOW);
    const receipt = await handedIn(nonce, { phone: "0151 111111" });
    await handedIn(nonce, { phone: "0151 222222" });
    const caseFile = await findCase(await deskAt("koeln"), (await mailboxOf(receipt)).caseId);
    expect(caseFile.details.phone).toBe("0151 111111");
    expect(caseFile.letters.map(({ details }) => details?.phone)).toEqual([undefined, "0151 222222"]);
  });

  it("sent to ten other texts at once loses none of them", async () => {
    const nonce = newForm(NOW);
    const texts = Array.from({ length: 6 }, (_, index) => `Text ${index}`);
    const receipts = await Promise.all(texts.map((message) => handedIn(nonce, { message })));
    expect(new Set(receipts).size).toBe(1);
    const { letters } = await readThread(await mailboxOf(receipts[0] ?? ""));
    expect(letters.map(({ text }) => text).toSorted()).toEqual(texts);
  });

  it("sent to another site is another case with another receipt", async () => {
    const nonce = newForm(NOW);
    const here = await handedIn(nonce, { site: "koeln", message: "hier" });
    const there = await handedIn(nonce, { site: "bochum", message: "dort" });
    expect(there).not.toBe(here);
    expect((await mailboxOf(here)).site).toBe("koeln");
    expect((await mailboxOf(there)).site).toBe("bochum");
    const [caseHere, caseThere] = [await mailboxOf(here), await mailboxOf(there)];
    await expect(findCase(await deskAt("bochum"), caseHere.caseId)).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(findCase(await deskAt("koeln"), caseThere.caseId)).rejects.toMatchObject({
      code: "notFound",
    });
  });

  it("is accepted a week long, whatever was built in between, and then no more", async () => {
    const nonce = newForm(NOW);
    expect(await handIn(anEnquiry(), nonce, "de", daysAfter(6.9))).toMatchObject({ ok: true });
    expect(await handIn(anEnquiry(), nonce, "de", daysAfter(7))).toEqual({ ok: false, reason: "expired" });
  });
});

describe("the hand-in function", () => {
  const call = (client: pg.Client, lookup: Buffer) =>
    client.query<{ outcome: string }>(
      `SELECT hand_in('koeln', gen_random_uuid(), 'report', 'de', 'phone', '2025-03-14', 1, '\\x01', '\\x01', $1, '\\x01',
         gen_random_uuid(), '\\x01') AS outcome`,
      [lookup],
    );

  it("lets the second of two identical posts wait for the first, and then says that it was repeated", async () => {
    const lookup = randomBytes(32);
    await asLogin("intake", (first) =>
      asLogin("intake", async (second) => {
        await first.query("BEGIN");
        const one = await call(first, lookup);
        const waiting = call(second, lookup);
        await new Promise((resolve) => setTimeout(resolve, 200));
        await first.query("COMMIT");
        expect([one.rows[0]?.outcome, (await waiting).rows[0]?.outcome]).toEqual(["accepted", "repeated"]);
      }),
    );
  });

  it("stores nothing when the first of two is not committed", async () => {
    const lookup = randomBytes(32);
    await asLogin("intake", (first) =>
      asLogin("intake", async (second) => {
        await first.query("BEGIN");
        await call(first, lookup);
        const waiting = call(second, lookup);
        await first.query("ROLLBACK");
        expect((await waiting).rows[0]?.outcome).toBe("accepted");
      }),
    );
  });
});
