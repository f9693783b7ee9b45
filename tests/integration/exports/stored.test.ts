import { randomUUID } from "node:crypto";
import { createTranslator } from "next-intl";
import { expect, it } from "vitest";
import {
  readStored,
  storedSections,
} from "@/app/[locale]/(staff)/dashboard/cases/[caseId]/export/file/personal-data";
import type { StaffWords } from "@/components/staff/wording";
import { addNote } from "../../../lib/cases/commands";
import { addFollowUp, finishFollowUp } from "../../../lib/follow-ups/commands";
import { listFollowUps } from "../../../lib/follow-ups/queries";
import { finishReferral, recordAnswer } from "../../../lib/referrals/commands";
import { listVocabulary } from "../../../lib/vocabulary/queries";
import messages from "../../../messages/de.json";
import { NOW } from "../../support/clock";
import {
  accepted,
  FIELDS,
  type GivenReferral,
  givenConsent,
  givenRequest,
  referralOf,
  revoke,
  send,
  TODAY,
} from "../../support/referrals";
import { deskAt } from "../../support/sites";

const t: StaffWords = createTranslator({ locale: "de", messages, namespace: "staff" });

/** The file for the person of a case, section by section. */
async function fileFor({ desk, ids: { caseId } }: GivenReferral, withNotes = true) {
  const lists = { locale: "de", values: await listVocabulary(desk.db), general: (name: string) => name };
  return storedSections({ t, locale: "de", lists }, await readStored(desk, caseId), withNotes);
}

type File = Awaited<ReturnType<typeof fileFor>>;

const section = (file: File, heading: RegExp) =>
  Object.fromEntries(
    (file.find((each) => heading.test(each.heading))?.lines ?? []).map(({ label, text }) => [label, text]),
  );

/** One that is open, and one that is done. */
async function givenFollowUps({ desk, ids: { caseId } }: GivenReferral) {
  const plan = (dueOn: string, text: string) =>
    addFollowUp(desk, { caseId, followUpId: randomUUID(), assignee: desk.account, dueOn, text }, NOW);
  accepted(await plan("2025-03-20", "schreiben"));
  const [first] = (await listFollowUps(desk, caseId)).open;
  accepted(await finishFollowUp(desk, { caseId, followUpId: first?.id ?? "", version: 0, done: "yes" }, NOW));
  accepted(await plan("2025-04-01", "anrufen"));
}

it("tells the person to whom what was told, what was struck out, and what came of it", async () => {
  const given = await givenConsent();
  const { desk } = given;
  const now = async () => ({ ...given.ids, version: (await referralOf(given)).version });
  accepted(await send(given, TODAY, NOW, (await now()).version));
  const answer = { reply: "accepted", on: TODAY, words: "Termin am Montag" } as const;
  accepted(await recordAnswer(desk, { ...(await now()), ...answer }, NOW));
  accepted(await finishReferral(desk, { ...(await now()), result: "Klage" }, NOW));

  expect(section(await fileFor(given), /Mieterverein.*Beendet/)).toMatchObject({
    "Stelle oder Person": "Mieterverein",
    "Anschrift oder E-Mail-Adresse": "Am Markt 1",
    Wofür: "Beratung zum Mietrecht",
    ...Object.fromEntries(FIELDS.map(({ field, text }) => [t(`referrals.names.${field}`), text])),
    "Gefragt am": "14. März 2025",
    "Gilt bis": "12. Juni 2025",
    Antwort: "Ja, Am Telefon, am 14. März 2025",
    "Gelesen oder erklärt auf": "Türkisch",
    "Fassung der Frage": "1",
    Wortlaut: "Ja, das dürft ihr schicken.",
    Erlaubt: "Name, Telefon",
    Gestrichen: "Das eigene Anliegen",
    "Auf welchem Weg": "Brief",
    Rückmeldung: "Angenommen\n14. März 2025\nTermin am Montag",
    "Was ist daraus geworden": "Klage",
    "Abgeschickt am": "14. März 2025",
    "Antwort erwartet bis": "28. März 2025",
  });
});

it("tells of a referral that was taken back, and of one that waits for an answer", async () => {
  const [revoked, asked] = [await givenConsent(), await givenRequest()];
  accepted(await revoke(revoked));
  expect(section(await fileFor(revoked), /Mieterverein.*Zurückgenommen/)).toMatchObject({
    Zurückgenommen: "Am Telefon, am 14. März 2025\nNein.",
  });
  expect(section(await fileFor(asked), /Mieterverein.*Person ist gefragt/)).toMatchObject({
    "Gefragt am": "14. März 2025",
  });
});

it("holds notes and follow-ups where they are asked for, and else says that they are missing", async () => {
  const given = await givenConsent();
  await givenFollowUps(given);
  accepted(
    await addNote(given.desk, { caseId: given.ids.caseId, noteId: randomUUID(), text: "eine Notiz" }, NOW),
  );

  const whole = JSON.stringify(await fileFor(given));
  for (const text of ["eine Notiz", "anrufen", "1. April 2025", "schreiben", "20. März 2025"]) {
    expect(whole).toContain(text);
  }
  const missing = t("print.export.missingNotes");
  expect(whole).not.toContain(missing);
  const without = JSON.stringify(await fileFor(given, false));
  for (const text of ["eine Notiz", "anrufen", "schreiben"]) expect(without).not.toContain(text);
  expect(without).toContain(missing);
});

it("says what is not in it, and has nothing of a case of another site", async () => {
  const given = await givenConsent();
  const file = await fileFor(given);
  expect(file.at(-1)?.lines).toEqual([{ label: "", text: t("print.export.missingText") }]);
  const reading = readStored(await deskAt("bochum"), given.ids.caseId);
  await expect(reading).rejects.toMatchObject({ code: "notFound" });
});
