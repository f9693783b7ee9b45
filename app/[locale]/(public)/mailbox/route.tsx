import { publicRoute } from "../public-route";
import { showEntry, showMailbox } from "./mailbox-page";
import { currentMailbox } from "./mailbox-session";

export const GET = publicRoute(async (visit) => {
  const query = new URL(visit.request.url).searchParams;
  const mailbox = await currentMailbox(visit.request, visit.now);
  if (mailbox) return showMailbox(visit, mailbox, { sent: query.has("sent") });
  return showEntry(visit, query.has("closed") ? { problem: "endedByYou" } : { found: true });
});
