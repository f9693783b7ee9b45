import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { POST as answer } from "@/app/[locale]/(public)/mailbox/consent/answer/route";
import { POST as inAnotherLanguage } from "@/app/[locale]/(public)/mailbox/consent/language/route";
import { mailboxCookie } from "@/app/[locale]/(public)/mailbox/mailbox-session";
import { askConsent, draftReferral } from "../../../lib/referrals/commands";
import { listOwnConsents } from "../../../lib/referrals/queries";
import { askedOf, ownAnswerOf, ownTickOf } from "../../../lib/referrals/schema";
import type { SharedField } from "../../../lib/referrals/types";
import { mailboxOf } from "../../support/cases";
import { NOW } from "../../support/clock";
import { accepted, EXPIRES_ON, FIELDS, type GivenReferral, givenRequest } from "../../support/referrals";

// The session of a mailbox ends by the clock, which these routes read themselves.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Asks the person of a referral about another one. */
async function askAgain({ desk, ids: { caseId } }: GivenReferral): Promise<void> {
  const ids = { caseId, referralId: randomUUID() };
  const draft = { recipient: { name: "Kanzlei", contact: "" }, purpose: "Klage", partnerId: null };
  accepted(await draftReferral(desk, { ...ids, ...draft, toSite: null, fields: FIELDS }, NOW));
  accepted(await askConsent(desk, { ...ids, version: 0, expiresOn: EXPIRES_ON }, NOW));
}

/** Two questions in one open mailbox, and the form as it is when one thing is struck out in each. */
async function givenStruck() {
  const given = await givenRequest();
  await askAgain(given);
  const mailbox = await mailboxOf(given.caseFile.receipt);
  const [first, second] = (await listOwnConsents(mailbox, NOW)).map(({ id }) => id) as [string, string];
  const left: [string, SharedField[]][] = [
    [first, ["name", "told"]],
    [second, ["phone", "told"]],
  ];
  const form: Record<string, string> = Object.fromEntries(
    left.flatMap(([id, fields]) => [
      [askedOf(id), "yes"],
      ...fields.map((field) => [ownTickOf(id, field), "yes"]),
    ]),
  );
  const boxes = { [first]: [true, false, true], [second]: [false, true, true] };
  return { given, mailbox, first, second, form, boxes };
}

type Struck = Awaited<ReturnType<typeof givenStruck>>;

/** Sends the form as a browser without scripts does. */
async function post(
  route: typeof answer,
  { mailbox }: Struck,
  form: Record<string, string>,
  from = "same-origin",
) {
  const [cookie = ""] = mailboxCookie(mailbox.keys, NOW).split(";");
  const request = new Request("http://localhost/ar/mailbox/consent", {
    method: "POST",
    headers: { Cookie: cookie, "Sec-Fetch-Site": from },
    body: new URLSearchParams(form),
  });
  const response = await route(request, { params: Promise.resolve({ locale: "ar" }) });
  return { status: response.status, text: await response.text() };
}

/** Which boxes of each question are ticked on a page. */
const ticksIn = (html: string, ids: string[]) =>
  Object.fromEntries(
    ids.map((id) => [
      id,
      FIELDS.map(({ field }) => {
        const [box] = html.match(new RegExp(`<input[^>]*name="${ownTickOf(id, field)}"[^>]*>`)) ?? [];
        return box?.includes("checked");
      }),
    ]),
  );

it("shows the questions in another language with what was struck out, and decides nothing", async () => {
  const struck = await givenStruck();
  const { status, text } = await post(inAnotherLanguage, struck, struck.form);
  expect(status).toBe(200);
  expect(text).toContain('<html lang="ar" dir="rtl">');
  expect(ticksIn(text, [struck.first, struck.second])).toEqual(struck.boxes);
  const consents = await listOwnConsents(struck.mailbox, NOW);
  expect(consents.map((consent) => consent.status)).toEqual(["requested", "requested"]);
});

it("leaves whole in another language what was asked meanwhile", async () => {
  const struck = await givenStruck();
  await askAgain(struck.given);
  const known = [struck.first, struck.second];
  const later = (await listOwnConsents(struck.mailbox, NOW)).find(({ id }) => !known.includes(id))?.id ?? "";
  const { text } = await post(inAnotherLanguage, struck, struck.form);
  expect(ticksIn(text, [...known, later])).toEqual({ ...struck.boxes, [later]: [true, true, true] });
});

it("keeps what was struck out when nothing was pressed, or nothing left in", async () => {
  const struck = await givenStruck();
  const unclear = await post(answer, struck, struck.form);
  expect(unclear.status).toBe(422);
  expect(ticksIn(unclear.text, [struck.first, struck.second])).toEqual(struck.boxes);

  const { first, second, form, boxes } = struck;
  const empty = Object.fromEntries(Object.entries(form).filter(([name]) => !name.endsWith(`:${first}`)));
  const pressed = { ...empty, [askedOf(first)]: "yes", answer: ownAnswerOf(first, "given") };
  const nothing = await post(answer, struck, pressed);
  expect(nothing.status).toBe(422);
  expect(ticksIn(nothing.text, [first, second])).toEqual({ ...boxes, [first]: [false, false, false] });
});

it("answers the question whose button was pressed, and no other, where what is struck out stays so", async () => {
  const struck = await givenStruck();
  const { first, second, form, boxes } = struck;
  const pressed = { ...form, answer: ownAnswerOf(second, "given") };
  for (let press = 0; press < 2; press += 1) {
    const { status, text } = await post(answer, struck, pressed);
    expect(status).toBe(200);
    expect(ticksIn(text, [first])).toEqual({ [first]: boxes[first] });
  }
  const consents = await listOwnConsents(struck.mailbox, NOW);
  const of = (id: string) => consents.find((consent) => consent.id === id);
  expect(of(struck.first)).toMatchObject({ status: "requested", chosen: null });
  expect(of(struck.second)).toMatchObject({ status: "given", chosen: ["phone", "told"] });
});

it("leads on after an answer when nothing else is struck out", async () => {
  const struck = await givenStruck();
  const { first, second, form } = struck;
  const whole = { ...form, [ownTickOf(first, "phone")]: "yes", answer: ownAnswerOf(second, "declined") };
  expect((await post(answer, struck, whole)).status).toBe(303);
});

it("shows and decides nothing for a form from elsewhere", async () => {
  const struck = await givenStruck();
  const pressed = { ...struck.form, answer: ownAnswerOf(struck.second, "given") };
  for (const route of [answer, inAnotherLanguage]) {
    const { status, text } = await post(route, struck, pressed, "cross-site");
    expect(status).toBe(403);
    expect(text).not.toContain("Kanzlei");
  }
  const consents = await listOwnConsents(struck.mailbox, NOW);
  expect(consents.map((consent) => consent.status)).toEqual(["requested", "requested"]);
});
