import { publicRoute } from "../../public-route";
import { showEntry } from "../mailbox-page";
import { currentMailbox } from "../mailbox-session";
import { showConsents } from "./consent-page";

const DONE = ["given", "declined", "revoked"] as const;

/** What the person is asked to agree to. Without an open mailbox this asks for the receipt like the mailbox itself. */
export const GET = publicRoute(async (visit) => {
  const mailbox = await currentMailbox(visit.request, visit.now);
  if (!mailbox) return showEntry(visit);
  const query = new URL(visit.request.url).searchParams;
  return showConsents(visit, mailbox, { done: DONE.find((done) => query.has(done)) });
});
