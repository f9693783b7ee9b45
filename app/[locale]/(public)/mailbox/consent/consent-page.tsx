import { ConsentPage, type ConsentProblem } from "@/components/public/consent/consent-page";
import type { PostedForm } from "@/lib/http/form";
import type { Mailbox } from "@/lib/mailbox/commands";
import { listOwnConsents } from "@/lib/referrals/queries";
import { tickedIn } from "@/lib/referrals/schema";
import { findSite } from "@/lib/sites/queries";
import type { Visit } from "../../public-route";
import { respond } from "../../respond";
import { mailboxCookie } from "../mailbox-session";

type Shown = {
  done?: "given" | "declined" | "revoked" | undefined;
  problem?: ConsentProblem;
  /** The form that was sent: what was struck out in it stays so. */
  form?: PostedForm;
  status?: number;
};

/** The person's questions and answers. Showing them prolongs the session of the mailbox. */
export async function showConsents(
  { locale, t, now }: Visit,
  mailbox: Mailbox,
  { status = 200, form, ...shown }: Shown = {},
): Promise<Response> {
  const [consents, site] = await Promise.all([listOwnConsents(mailbox, now), findSite(mailbox.site, now)]);
  const page = (
    <ConsentPage
      locale={locale}
      t={t}
      siteName={site?.name ?? t("public.brand")}
      consents={consents}
      ticked={form && tickedIn(consents, form)}
      {...shown}
    />
  );
  return respond(page, { status, cookie: mailboxCookie(mailbox.keys, now) });
}
