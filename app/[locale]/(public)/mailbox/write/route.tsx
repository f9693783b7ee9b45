import { refusePost } from "@/lib/http/admit";
import { reportFault, requestId } from "@/lib/http/fault";
import { readForm } from "@/lib/http/form";
import { MAX_MESSAGE } from "@/lib/intake/schema";
import { writeToSite } from "@/lib/mailbox/commands";
import { publicRoute } from "../../public-route";
import { seeOther } from "../../respond";
import { showEntry, showMailbox } from "../mailbox-page";
import { currentMailbox, mailboxCookie } from "../mailbox-session";

export const POST = publicRoute(async (visit) => {
  const refusal = refusePost(visit.request, "letter", visit.now);
  const { message, nonce } = await readForm(visit.request, ["message", "nonce"]);
  const letter = { text: message, nonce };
  // From elsewhere nothing of the thread is shown, only what came along.
  if (refusal?.problem === "foreign") return showEntry(visit, { ...letter, ...refusal });
  try {
    const mailbox = await currentMailbox(visit.request, visit.now);
    if (!mailbox) return await showEntry(visit, { ...letter, problem: "ended", status: 403 });
    if (refusal) return await showMailbox(visit, mailbox, { draft: message, nonce, ...refusal });

    const text = message.trim();
    const error = text === "" ? "messageEmpty" : text.length > MAX_MESSAGE ? "messageTooLong" : null;
    if (error) return await showMailbox(visit, mailbox, { draft: message, nonce, error, status: 422 });
    await writeToSite(mailbox, text, nonce, visit.now);
    return seeOther(`/${visit.locale}/mailbox?sent`, mailboxCookie(mailbox.keys, visit.now));
  } catch (error) {
    const status = reportFault(error, requestId(visit.request.headers));
    // It may be stored already: with its nonce it can be sent again and stays one letter.
    return showEntry(visit, { ...letter, problem: "unavailable", status });
  }
});
