import { furtherLookup } from "@/lib/crypto/receipt";
import { refusePost } from "@/lib/http/admit";
import { readForm } from "@/lib/http/form";
import { findMailbox } from "@/lib/mailbox/commands";
import { listOwnConsents } from "@/lib/referrals/queries";
import { publicRoute } from "../../public-route";
import { seeOther } from "../../respond";
import { showEntry } from "../mailbox-page";
import { currentMailbox, mailboxCookie } from "../mailbox-session";

/** Opens the thread that the same receipt has at another site, which has taken the case over. */
export const POST = publicRoute(async (visit) => {
  const { request, locale, now } = visit;
  const refusal = refusePost(request, "language", now);
  const { consent } = await readForm(request, ["consent"]);
  if (refusal) return showEntry(visit, refusal);
  const here = await currentMailbox(request, now);
  if (!here) return showEntry(visit, { problem: "ended", status: 403 });
  const thread = (await listOwnConsents(here, now)).find(({ id }) => id === consent)?.thread;
  const there =
    thread && (await findMailbox({ ...here.keys, lookupId: furtherLookup(here.keys.key, thread) }));
  if (!there) return seeOther(`/${locale}/mailbox/consent`, mailboxCookie(here.keys, now));
  return seeOther(`/${locale}/mailbox`, mailboxCookie(there.keys, now));
});
