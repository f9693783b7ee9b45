import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { renderSVG } from "uqr";
import { ContactPage } from "../../../components/public/contact-page";
import { HomePage } from "../../../components/public/home-page";
import { FinderPage } from "../../../components/public/locations/finder-page";
import { PosterPage } from "../../../components/public/locations/poster-page";
import { SitePage } from "../../../components/public/locations/site-page";
import { MailboxEntryPage } from "../../../components/public/mailbox-entry-page";
import { MailboxPage } from "../../../components/public/mailbox-page";
import { NoticePage } from "../../../components/public/notice-page";
import { ReceivedPage } from "../../../components/public/received-page";
import { SitePreviewPage } from "../../../components/public/site-preview-page";
import { AccessibilityPage } from "../../../components/public/trust/accessibility-page";
import { ComplaintsPage } from "../../../components/public/trust/complaints-page";
import { ImprintPage } from "../../../components/public/trust/imprint-page";
import { PrivacyPage } from "../../../components/public/trust/privacy-page";
import { SafetyPage } from "../../../components/public/trust/safety-page";
import type { Locale } from "../../../lib/i18n/locales";
import type { Translator } from "../../../lib/i18n/translator";
import { CONTACT_FIELDS, type ContactForm } from "../../../lib/intake/schema";
import type { LocationSearch, Opening } from "../../../lib/locations/types";
import { consentPages, MARKED_CONSENTS, MARKED_DECISIONS } from "./consent-pages";
import {
  fullSite,
  MARKED_LETTERS,
  MARKED_WRITING,
  markedAnswer,
  markedSites,
  markedThread,
} from "./given-data";
import { given } from "./pseudo";

export const ORIGIN = "https://example.org";

export type RenderedPage = { name: string; html: string };

type Reader = { locale: Locale; t: Translator };

/** Every page of the public site, in as many states as show all of its words. */
export async function publicPages({ locale, t }: Reader): Promise<RenderedPage[]> {
  const reader = { locale, t };
  const pages = [
    ...wordPages(reader),
    ...contactPages(reader),
    ...mailboxPages(reader),
    ...consentPages(reader),
    ...(await locationPages(reader)),
  ];
  return pages.map(([name, page]) => ({ name, html: `<!doctype html>${renderToStaticMarkup(page)}` }));
}

type Page = [name: string, page: ReactElement];

function wordPages(reader: Reader): Page[] {
  const found = { ...reader, origin: ORIGIN };
  const written = MARKED_WRITING;
  const kinds = ["notFound", "fault", "unavailable", "forbidden", "tooMany", "tooLarge"] as const;
  return [
    ["home", <HomePage key="" {...found} />],
    ["safety", <SafetyPage key="" {...found} />],
    ["accessibility", <AccessibilityPage key="" {...found} />],
    ["complaints", <ComplaintsPage key="" {...found} written={written} />],
    ["privacy", <PrivacyPage key="" {...found} written={written} />],
    ["imprint", <ImprintPage key="" {...found} written={written} />],
    ["imprint, not written yet", <ImprintPage key="" {...found} written={null} />],
    ...kinds.map((kind): Page => [`notice ${kind}`, <NoticePage key="" {...reader} kind={kind} id="4711" />]),
  ];
}

const EMPTY = Object.fromEntries(CONTACT_FIELDS.map((field) => [field, ""])) as ContactForm;

function contactPages(reader: Reader): Page[] {
  const form = { ...reader, sites: markedSites(), form: EMPTY, nonce: "1" };
  const errors = {
    site: "siteRequired",
    message: "messageTooLong",
    email: "emailInvalid",
    phone: "phoneInvalid",
    postalCode: "postalCodeInvalid",
    safeContact: "textTooLong",
  } as const;
  const receipt = "12345 12345 12345 12345 123456";
  const received = { ...reader, siteName: given("weact Köln"), receipt: null, qrSvg: null };
  return [
    ["contact", <ContactPage key="" {...form} errors={{}} origin={ORIGIN} />],
    ["contact with errors", <ContactPage key="" {...form} errors={errors} problem="unavailable" />],
    [
      "received",
      <ReceivedPage
        key=""
        {...received}
        receipt={receipt}
        receiptSpoken="1 2 3"
        qrSvg={renderSVG(receipt)}
        mailboxUrl={`${ORIGIN}/de/mailbox`}
      />,
    ],
    ["received nothing", <ReceivedPage key="" {...received} />],
    ["received and forgotten", <ReceivedPage key="" {...received} forgotten />],
  ];
}

function mailboxPages(reader: Reader): Page[] {
  const open = { ...reader, siteName: given("weact Köln"), nonce: "1" };
  const thread = markedThread(MARKED_LETTERS);
  return [
    ["mailbox entry", <MailboxEntryPage key="" {...reader} origin={ORIGIN} />],
    [
      "mailbox entry, wrong code",
      <MailboxEntryPage key="" {...reader} problem="wrong" text={given("Hallo")} />,
    ],
    ["mailbox entry, ended", <MailboxEntryPage key="" {...reader} problem="ended" />],
    ["mailbox", <MailboxPage key="" {...open} thread={thread} consents={[]} sent />],
    ["mailbox with questions", <MailboxPage key="" {...open} thread={thread} consents={MARKED_CONSENTS} />],
    [
      "mailbox, empty",
      <MailboxPage
        key=""
        {...open}
        thread={markedThread([])}
        consents={MARKED_DECISIONS}
        error="messageEmpty"
      />,
    ],
  ];
}

async function locationPages(reader: Reader): Promise<Page[]> {
  const site = fullSite();
  const url = `${ORIGIN}/de/locations/${site.id}`;
  return [
    ...(await finderPages(reader)),
    ...OPENINGS.map((opening, index): Page => {
      const facts = { site, openings: site.offices.map(() => opening) };
      return [`site page ${index + 1}`, <SitePage key="" {...reader} facts={facts} origin={ORIGIN} />];
    }),
    ["poster", <PosterPage key="" {...reader} site={site} url={url} qrSvg={renderSVG(url)} />],
    ["preview", <SitePreviewPage key="" {...reader} site={site} kind="draft" />],
  ];
}

const OPENINGS: Opening[] = [
  { open: true, closes: "14:00" },
  { open: false, holiday: true, next: { day: "2025-03-17", inDays: 3, time: "10:00" } },
  { open: false, holiday: false, next: { day: "2025-03-10", inDays: 34, time: "10:00" } },
  { open: false, holiday: false, next: null },
];

const SEARCHES: Record<string, Partial<LocationSearch>> = {
  "finder, near": { q: "30449" },
  "finder, far away": { q: "Dresden" },
  "finder, with wishes": { q: "Osnabrück", language: "ti", channel: "chat" },
  "finder, several places": { q: "Neustadt" },
  "finder, no place": { q: "Qqqq" },
};

async function finderPages(reader: Reader): Promise<Page[]> {
  const nothing = await markedAnswer({});
  const answers = await Promise.all(
    Object.entries(SEARCHES).map(async ([name, search]) => [name, await markedAnswer(search)] as const),
  );
  return [
    ["finder", <FinderPage key="" {...reader} answer={nothing} origin={ORIGIN} />],
    ...answers.map(([name, answer]): Page => [name, <FinderPage key="" {...reader} answer={answer} />]),
  ];
}
