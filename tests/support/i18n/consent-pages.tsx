import type { ReactElement } from "react";
import { ConsentPage } from "../../../components/public/consent/consent-page";
import type { Locale } from "../../../lib/i18n/locales";
import type { Translator } from "../../../lib/i18n/translator";
import { type PersonConsent, SHARED_FIELDS } from "../../../lib/referrals/types";
import { DAY } from "./given-data";
import { given } from "./pseudo";

/** Everything that can be asked for, of a counselling centre of the network. */
const REQUEST: PersonConsent["request"] = {
  recipient: { name: given("weact Bochum"), contact: given("Musterstraße 1") },
  purpose: given("Hilfe bei der Wohnung"),
  toSite: "bochum",
  fields: SHARED_FIELDS.map((field) => ({ field, text: given("Ja") })),
  account: "",
  at: DAY.toISOString(),
};

const ASKED: PersonConsent = {
  id: "asked",
  status: "requested",
  expiresOn: DAY,
  decidedOn: null,
  revokedOn: null,
  sentOn: null,
  request: REQUEST,
  chosen: null,
  thread: null,
};

const YES = { decidedOn: DAY, chosen: SHARED_FIELDS.slice(0, 3) };
const REVOKED = { status: "revoked", revokedOn: DAY } as const;

/** A question in every state that it can be in. */
export const MARKED_CONSENTS: PersonConsent[] = [
  ASKED,
  { ...ASKED, id: "asked-too" },
  { ...ASKED, id: "given", status: "given", ...YES },
  {
    ...{ ...ASKED, id: "taken-over", status: "given", ...YES, sentOn: DAY },
    thread: { site: "bochum", caseId: "1" },
  },
  { ...ASKED, id: "declined", status: "declined", decidedOn: DAY, chosen: [] },
  { ...ASKED, id: "revoked", ...YES, ...REVOKED, sentOn: DAY },
  { ...ASKED, id: "withdrawn", ...REVOKED },
  { ...ASKED, id: "expired", status: "expired", ...YES },
  { ...ASKED, id: "sent-and-expired", status: "expired", ...YES, sentOn: DAY },
  { ...ASKED, id: "unanswered", status: "unanswered" },
  { ...ASKED, id: "unreadable", request: null },
];

/** What was decided, without anything that waits. */
export const MARKED_DECISIONS = MARKED_CONSENTS.filter(({ status }) => status !== "requested");

/** The page of the questions, in as many states as show all of its words. */
export function consentPages(reader: { locale: Locale; t: Translator }): [string, ReactElement][] {
  const open = { ...reader, siteName: given("weact Köln"), consents: MARKED_CONSENTS };
  const answered = { ...open, consents: MARKED_DECISIONS };
  return [
    ["consent", <ConsentPage key="" {...open} />],
    ["consent, nothing asked", <ConsentPage key="" {...open} consents={[]} />],
    ...(["given", "declined", "revoked"] as const).map((done): [string, ReactElement] => [
      `consent ${done}`,
      <ConsentPage key="" {...answered} done={done} />,
    ]),
    ...(["stands", "nothingChosen", "answerMissing", "tooMany"] as const).map(
      (problem): [string, ReactElement] => [
        `consent, ${problem}`,
        <ConsentPage key="" {...open} problem={problem} ticked={{ asked: [] }} />,
      ],
    ),
  ];
}
