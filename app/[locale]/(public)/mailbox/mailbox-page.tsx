import { MailboxEntryPage } from "@/components/public/mailbox-entry-page";
import { MailboxPage } from "@/components/public/mailbox-page";
import { newForm } from "@/lib/intake/commands";
import { type Mailbox, readThread } from "@/lib/mailbox/commands";
import { listOwnConsents } from "@/lib/referrals/queries";
import { findSite } from "@/lib/sites/queries";
import type { Visit } from "../public-route";
import { respond } from "../respond";
import { mailboxCookie } from "./mailbox-session";

type EntryProblem = "wrong" | "tooMany" | "foreign" | "unavailable" | "ended" | "endedByYou";
type Entry = {
  problem?: EntryProblem;
  text?: string;
  /** Of the form that the text was written in. */
  nonce?: string;
  receipt?: string;
  status?: number;
  /** Whether this is the page as anybody finds it. */
  found?: boolean;
};

/** Asks for the receipt. A letter whose session ran out, or that met a fault, is kept in the form. */
export const showEntry = (
  { locale, t, origin }: Visit,
  { status = 200, text, found, ...entry }: Entry = {},
): Promise<Response> =>
  respond(
    <MailboxEntryPage
      locale={locale}
      t={t}
      text={text || undefined}
      origin={found ? origin : undefined}
      {...entry}
    />,
    { status },
  );

type Shown = {
  sent?: boolean;
  draft?: string;
  nonce?: string;
  error?: "messageEmpty" | "messageTooLong";
  problem?: "tooMany" | "unavailable" | "foreign";
  status?: number;
};

/** The open mailbox: where the case stands, the letters, and a form to write back. Showing it prolongs the session. */
export async function showMailbox(
  { locale, t, now }: Visit,
  mailbox: Mailbox,
  shown: Shown = {},
): Promise<Response> {
  const { status = 200, nonce, ...rest } = shown;
  const [thread, consents, site] = await Promise.all([
    readThread(mailbox),
    listOwnConsents(mailbox, now),
    findSite(mailbox.site, now),
  ]);
  const page = (
    <MailboxPage
      locale={locale}
      t={t}
      siteName={site?.name ?? t("public.brand")}
      thread={thread}
      consents={consents}
      nonce={nonce || newForm(now)}
      {...rest}
    />
  );
  return respond(page, { status, cookie: mailboxCookie(mailbox.keys, now) });
}
