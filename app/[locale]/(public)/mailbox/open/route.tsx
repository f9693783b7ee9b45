import { parseReceipt } from "@/lib/crypto/receipt";
import { refusePost } from "@/lib/http/admit";
import { reportFault, requestId } from "@/lib/http/fault";
import { readForm } from "@/lib/http/form";
import { openMailbox } from "@/lib/mailbox/commands";
import { publicRoute } from "../../public-route";
import { seeOther } from "../../respond";
import { showEntry, showMailbox } from "../mailbox-page";
import { mailboxCookie } from "../mailbox-session";

export const POST = publicRoute(async (visit) => {
  const refusal = refusePost(visit.request, "receipt", visit.now);
  const { receipt, message: text, nonce } = await readForm(visit.request, ["receipt", "message", "nonce"]);
  const letter = { text, nonce };
  if (refusal) return showEntry(visit, { ...letter, ...refusal });

  try {
    const parsed = parseReceipt(receipt);
    const mailbox = parsed && (await openMailbox(parsed));
    if (!mailbox) return await showEntry(visit, { ...letter, problem: "wrong", status: 422 });
    // A letter was being written when the session ended, or met a fault: here it is again, to be sent.
    if (text) return await showMailbox(visit, mailbox, { draft: text, nonce });
    return seeOther(`/${visit.locale}/mailbox`, mailboxCookie(mailbox.keys, visit.now));
  } catch (error) {
    const status = reportFault(error, requestId(visit.request.headers));
    return showEntry(visit, { ...letter, problem: "unavailable", status });
  }
});
