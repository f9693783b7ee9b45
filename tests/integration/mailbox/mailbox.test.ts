import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { answerPerson } from "../../../lib/cases/commands";
import { findCase } from "../../../lib/cases/queries";
import { deriveReceiptKeys, receiptFor } from "../../../lib/crypto/receipt";
import { openMailbox, readThread, writeToSite } from "../../../lib/mailbox/commands";
import { closeCase } from "../../../lib/record/commands";
import { type GivenCase, givenCase, mailboxOf } from "../../support/cases";
import { daysAfter, NOW } from "../../support/clock";
import { asLogin, asSuperuser } from "../../support/connections";
import { deskAt } from "../../support/sites";

const answered = async (caseFile: GivenCase, text: string, lastSeq = 1) =>
  answerPerson(await deskAt(caseFile.site), { caseId: caseFile.id, lastSeq, text }, NOW);

const textsOf = async ({ receipt }: GivenCase) =>
  (await readThread(await mailboxOf(receipt))).letters.map(({ text }) => text);

describe("a mailbox", () => {
  it("shows where the case stands and the letters of both sides, in order", async () => {
    const caseFile = await givenCase({ message: "Frage" });
    await answered(caseFile, "Antwort");
    const thread = await readThread(await mailboxOf(caseFile.receipt));
    expect(thread).toMatchObject({ site: "koeln", status: "screened", createdOn: new Date("2025-03-14") });
    expect(thread.letters).toEqual([
      { seq: 1, author: "person", day: new Date("2025-03-14"), text: "Frage" },
      { seq: 2, author: "site", day: new Date("2025-03-14"), text: "Antwort" },
    ]);
  });

  it("shows nothing of a case but its thread", async () => {
    const caseFile = await givenCase({ name: "N", phone: "0151 234567" });
    expect(JSON.stringify(await readThread(await mailboxOf(caseFile.receipt)))).not.toMatch(/0151|"N"/);
  });

  it("opens nothing for a receipt that was never issued", async () => {
    await givenCase();
    expect(await openMailbox(receiptFor(randomUUID(), "koeln"))).toBeNull();
  });

  it("opens nothing once the case is erased, as if it had never been", async () => {
    const caseFile = await givenCase();
    await asSuperuser((client) =>
      client.query("UPDATE case_file SET status = 'anonymised' WHERE id = $1", [caseFile.id]),
    );
    expect(await openMailbox(caseFile.receipt)).toBeNull();
  });

  it("opens one thread and none of another case or site", async () => {
    const [mine, other] = [
      await givenCase({ message: "meins" }),
      await givenCase({ site: "bochum", message: "anderes" }),
    ];
    expect(await textsOf(mine)).toEqual(["meins"]);
    expect(await textsOf(other)).toEqual(["anderes"]);
  });

  it("does not open with another mailbox's key, though the lookup were known", async () => {
    const [mine, other] = [await givenCase(), await givenCase()];
    const keys = {
      ...(await deriveReceiptKeys(mine.receipt)),
      key: (await deriveReceiptKeys(other.receipt)).key,
    };
    const { findMailbox } = await import("../../../lib/mailbox/commands");
    await expect(findMailbox(keys)).rejects.toMatchObject({ code: "sealBroken" });
  });

  it("shows nothing of a letter that was put into the thread from another one, and all the others", async () => {
    const [mine, other] = [await givenCase({ message: "meins" }), await givenCase({ message: "anderes" })];
    await asSuperuser((client) =>
      client.query(
        `UPDATE message SET sealed_body = o.sealed_body FROM message o WHERE message.case_id = $1 AND o.case_id = $2`,
        [mine.id, other.id],
      ),
    );
    await answered(mine, "Antwort");
    expect(await textsOf(mine)).toEqual([null, "Antwort"]);
    const { letters } = await findCase(await deskAt("koeln"), mine.id);
    expect(letters.map(({ text }) => text)).toEqual([null, "Antwort"]);
  });
});

describe("writing to the site", () => {
  it("adds a letter that the site reads, and puts the case back among the unread", async () => {
    const caseFile = await givenCase({ site: "bochum", message: "eins" });
    const desk = await deskAt("bochum");
    await answered(caseFile, "zwei");
    expect(await findCase(desk, caseFile.id)).toMatchObject({ unread: false, waitingSince: null });
    await writeToSite(await mailboxOf(caseFile.receipt), "drei", "form", daysAfter(3));
    const opened = await findCase(desk, caseFile.id);
    expect(opened).toMatchObject({ unread: true, waitingSince: new Date("2025-03-17") });
    expect(opened.letters.map(({ author, text }) => [author, text])).toEqual([
      ["person", "eins"],
      ["site", "zwei"],
      ["person", "drei"],
    ]);
    await expect(findCase(await deskAt("koeln"), caseFile.id)).rejects.toMatchObject({ code: "notFound" });
  });

  it("keeps the day since when the person has been waiting", async () => {
    const caseFile = await givenCase();
    await writeToSite(await mailboxOf(caseFile.receipt), "noch etwas", "form", daysAfter(3));
    expect((await findCase(await deskAt("koeln"), caseFile.id)).waitingSince).toEqual(new Date("2025-03-14"));
  });

  it("takes the same form twice, or ten times at once, for one letter", async () => {
    const caseFile = await givenCase({ message: "eins" });
    const mailbox = await mailboxOf(caseFile.receipt);
    await writeToSite(mailbox, "zwei", "form", NOW);
    await Promise.all(Array.from({ length: 10 }, () => writeToSite(mailbox, "zwei", "form", NOW)));
    expect(await textsOf(caseFile)).toEqual(["eins", "zwei"]);
  });

  it("takes the same words from another form for another letter", async () => {
    const caseFile = await givenCase({ message: "ja" });
    const mailbox = await mailboxOf(caseFile.receipt);
    await writeToSite(mailbox, "ja", "one form", NOW);
    await writeToSite(mailbox, "ja", "another form", NOW);
    expect(await textsOf(caseFile)).toEqual(["ja", "ja", "ja"]);
  });

  it("loses nothing when several letters arrive at once", async () => {
    const caseFile = await givenCase({ message: "0" });
    const mailbox = await mailboxOf(caseFile.receipt);
    const texts = ["1", "2", "3", "4"];
    await Promise.all(texts.map((text) => writeToSite(mailbox, text, `form ${text}`, NOW)));
    expect((await textsOf(caseFile)).toSorted()).toEqual(["0", ...texts]);
  });

  it("loses nothing when the site answers at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const caseFile = await givenCase({ message: "eins" });
      const mailbox = await mailboxOf(caseFile.receipt);
      const [answer] = await Promise.all([
        answered(caseFile, "Antwort"),
        writeToSite(mailbox, "zwei", "form", NOW),
      ]);
      const texts = await textsOf(caseFile);
      if (answer.ok) expect(texts.toSorted()).toEqual(["Antwort", "eins", "zwei"]);
      else expect([answer.reason, texts]).toEqual(["newLetterMeanwhile", ["eins", "zwei"]]);
    }
  });

  it("says so when the case was erased meanwhile, rather than losing the letter", async () => {
    const caseFile = await givenCase();
    const mailbox = await mailboxOf(caseFile.receipt);
    await asSuperuser((client) =>
      client.query("UPDATE case_file SET status = 'anonymised' WHERE id = $1", [caseFile.id]),
    );
    await expect(writeToSite(mailbox, "zu spät", "form", NOW)).rejects.toMatchObject({ code: "notFound" });
  });

  it("is noticed by a counsellor who closes the case without having seen the letter", async () => {
    const caseFile = await givenCase();
    const desk = await deskAt("koeln");
    const { version } = await findCase(desk, caseFile.id);
    await writeToSite(await mailboxOf(caseFile.receipt), "Wartet noch!", "form", NOW);
    const outcome = { entry: randomUUID(), outcomes: ["strengthened"], reason: "Alles gesagt." };
    const closing = await closeCase(desk, { caseId: caseFile.id, version, ...outcome }, NOW);
    expect(closing).toEqual({ ok: false, reason: "changedMeanwhile" });
    expect(await findCase(desk, caseFile.id)).toMatchObject({ unread: true, status: "received" });
  });
});

describe("the mailbox's functions", () => {
  it("take a letter for the next number only, and none in the site's name", async () => {
    const { receipt, id } = await givenCase();
    const { lookupId } = await deriveReceiptKeys(receipt);
    const append = (seq: number) =>
      asLogin("mailbox", async (client) => {
        const values = [lookupId, randomUUID(), seq];
        const { rows } = await client.query(
          "SELECT mailbox_append($1, $2, $3, '\\x00', '2025-03-14') AS outcome",
          values,
        );
        return rows[0].outcome;
      });
    expect([await append(1), await append(3), await append(2)]).toEqual(["moved", "moved", "accepted"]);
    const { rows } = await asSuperuser((client) =>
      client.query("SELECT DISTINCT author FROM message WHERE case_id = $1", [id]),
    );
    expect(rows).toEqual([{ author: "person" }]);
  });
});
