import { refusePost } from "@/lib/http/admit";
import { readWholeForm } from "@/lib/http/form";
import { publicRoute } from "../../../public-route";
import { showEntry } from "../../mailbox-page";
import { currentMailbox } from "../../mailbox-session";
import { showConsents } from "../consent-page";

/** The questions in another language, with what was struck out. Nothing is decided by it. */
export const POST = publicRoute(async (visit) => {
  const refusal = refusePost(visit.request, "language", visit.now);
  const form = await readWholeForm(visit.request);
  if (refusal?.problem === "foreign") return showEntry(visit, refusal);
  const mailbox = await currentMailbox(visit.request, visit.now);
  if (!mailbox) return showEntry(visit, { problem: "ended", status: 403 });
  return showConsents(visit, mailbox, { form, ...refusal });
});
