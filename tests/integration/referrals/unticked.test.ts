import { expect, it } from "vitest";
import { findCase } from "../../../lib/cases/queries";
import { acceptHandover } from "../../../lib/handovers/commands";
import { listHandovers } from "../../../lib/handovers/queries";
import {
  answerAsPerson,
  askConsent,
  changeDraft,
  draftReferral,
  recordConsent,
} from "../../../lib/referrals/commands";
import { consentedTexts } from "../../../lib/referrals/rules";
import { NOW } from "../../support/clock";
import { givenHandoverDraft } from "../../support/handovers";
import {
  accepted,
  BY_PHONE,
  DRAFT,
  EXPIRES_ON,
  type GivenReferral,
  givenDraft,
  ownConsent,
  referralOf,
  send,
} from "../../support/referrals";
import { deskAt } from "../../support/sites";

const ASIDE = "Wohnt gerade bei der Schwester.";
const unticked = [{ field: "note" as const, text: ASIDE }];

/** A draft in which somebody wrote a remark without ticking it. */
async function withAside(given: GivenReferral): Promise<GivenReferral> {
  accepted(await changeDraft(given.desk, { ...given.ids, version: 0, ...DRAFT, unticked }, NOW));
  return given;
}

/** The person says yes in the mailbox, also to what nobody asked them. */
async function agreesToAll(given: GivenReferral): Promise<void> {
  accepted(await askConsent(given.desk, { ...given.ids, version: 1, expiresOn: EXPIRES_ON }, NOW));
  const { mailbox, consent } = await ownConsent(given);
  const own = { id: consent.id, answer: "given", fields: ["name", "told", "note"], locale: "de" } as const;
  expect(await answerAsPerson(mailbox, { ...own, fields: [...own.fields] }, NOW)).toBe("accepted");
}

/** A counsellor records such a yes. */
const recordsAll = async ({ desk, ids }: GivenReferral): Promise<void> =>
  accepted(
    await recordConsent(desk, { ...ids, version: 1, ...BY_PHONE, fields: ["name", "told", "note"] }, NOW),
  );

const YES = [
  ["agrees in the mailbox", agreesToAll],
  ["agrees in a conversation", recordsAll],
] as const;

it("stays in the draft, and a second form with other such texts is no repetition", async () => {
  const given = await withAside(await givenDraft());
  expect((await referralOf(given)).body?.unticked).toEqual(unticked);
  const other = { ...given.ids, ...DRAFT, unticked: [{ field: "note" as const, text: "anders" }] };
  const changed = { ok: false, reason: "changedMeanwhile" };
  expect(await changeDraft(given.desk, { ...other, version: 0 }, NOW)).toEqual(changed);
  expect(await draftReferral(given.desk, other, NOW)).toEqual(changed);
});

it.each(YES)("is neither asked for nor printed when the person %s", async (_how, agrees) => {
  const given = await withAside(await givenDraft());
  await agrees(given);
  const { consent, body } = await referralOf(given);
  expect(body?.unticked).toEqual(unticked);
  expect(consent?.status).toBe("given");
  expect(JSON.stringify(consent)).not.toContain(ASIDE);
  expect(JSON.stringify(consent && consentedTexts(consent))).not.toContain(ASIDE);
  expect(JSON.stringify((await ownConsent(given)).consent)).not.toContain(ASIDE);
});

it.each(YES)("does not go to another site when the person %s", async (_how, agrees) => {
  const given = await withAside(await givenHandoverDraft());
  await agrees(given);
  accepted(await send(given, undefined, undefined, 1));
  const bochum = await deskAt("bochum");
  const [offered] = await listHandovers(bochum, NOW);
  expect(offered?.details?.name).toBe("Sema");
  expect(JSON.stringify(offered)).not.toContain(ASIDE);
  const taken = await acceptHandover(bochum, { handoverId: offered?.id ?? "" }, NOW);
  if (!taken.ok) throw new Error(`refused: ${taken.reason}`);
  const there = await findCase(bochum, taken.caseId);
  expect(there.details.name).toBe("Sema");
  expect(JSON.stringify(there)).not.toContain(ASIDE);
});
