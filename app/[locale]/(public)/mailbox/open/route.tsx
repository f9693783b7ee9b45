import { parseReceipt } from "@/lib/crypto/receipt";
import { refusePost } from "@/lib/http/admit";
import { readForm } from "@/lib/http/form";
import { isOutage } from "@/lib/http/outage";
import { type Mailbox, openMailbox } from "@/lib/mailbox/commands";
import { publicRoute } from "../../public-route";
import { seeOther } from "../../respond";
import { showEntry, showMailbox } from "../mailbox-page";
import { mailboxCookie } from "../mailbox-session";

export const POST = publicRoute(async (visit) => {
  const refusal = refusePost(visit.request, "receipt", visit.now);
  const { receipt, message: text } = await readForm(visit.request, ["receipt", "message"]);
  if (refusal) return showEntry(visit, { text, ...refusal });

  const mailbox = await open(receipt);
  if (mailbox === "unavailable") return showEntry(visit, { text, problem: "unavailable", status: 503 });
  if (!mailbox) return showEntry(visit, { text, problem: "wrong", status: 422 });
  // A letter was being written when the session ended: here it is again, to be sent.
  if (text) return showMailbox(visit, mailbox, { draft: text });
  return seeOther(`/${visit.locale}/mailbox`, mailboxCookie(mailbox.keys, visit.now));
});

async function open(typed: string): Promise<Mailbox | "unavailable" | null> {
  const receipt = parseReceipt(typed);
  try {
    return receipt && (await openMailbox(receipt));
  } catch (error) {
    if (isOutage(error)) return "unavailable";
    throw error;
  }
}
