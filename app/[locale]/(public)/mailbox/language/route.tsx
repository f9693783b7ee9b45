import { refusePost } from "@/lib/http/admit";
import { readForm } from "@/lib/http/form";
import { publicRoute } from "../../public-route";
import { showEntry, showMailbox } from "../mailbox-page";
import { currentMailbox } from "../mailbox-session";

/** The mailbox, open or not, in another language, with what was typed. */
export const POST = publicRoute(async (visit) => {
  const refusal = refusePost(visit.request, "language", visit.now);
  const { receipt, message, nonce } = await readForm(visit.request, ["receipt", "message", "nonce"]);
  const typed = { text: message, nonce, receipt };
  // From elsewhere nothing of the thread is shown, only what came along.
  if (refusal?.problem === "foreign") return showEntry(visit, { ...typed, ...refusal });
  const mailbox = await currentMailbox(visit.request, visit.now);
  if (mailbox) return showMailbox(visit, mailbox, { draft: message, nonce, ...refusal });
  return showEntry(visit, { ...typed, ...refusal });
});
