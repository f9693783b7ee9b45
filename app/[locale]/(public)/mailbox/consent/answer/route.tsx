import { refusePost } from "@/lib/http/admit";
import { reportFault, requestId } from "@/lib/http/fault";
import { type PostedForm, readWholeForm } from "@/lib/http/form";
import type { Mailbox } from "@/lib/mailbox/commands";
import { answerAsPerson } from "@/lib/referrals/commands";
import { listOwnConsents } from "@/lib/referrals/queries";
import { ownAnswerSchema, tickedIn } from "@/lib/referrals/schema";
import type { PersonConsent, Ticked } from "@/lib/referrals/types";
import { publicRoute, type Visit } from "../../../public-route";
import { seeOther } from "../../../respond";
import { showEntry } from "../../mailbox-page";
import { currentMailbox, mailboxCookie } from "../../mailbox-session";
import { showConsents } from "../consent-page";

/** The person says yes to what is ticked, says no, or takes a yes back. Pressed twice, it happens once. */
export const POST = publicRoute(async (visit) => {
  const refusal = refusePost(visit.request, "letter", visit.now);
  const form = await readWholeForm(visit.request);
  if (refusal?.problem === "foreign") return showEntry(visit, refusal);
  try {
    const mailbox = await currentMailbox(visit.request, visit.now);
    if (!mailbox) return await showEntry(visit, { problem: "ended", status: 403 });
    if (refusal) return await showConsents(visit, mailbox, { form, ...refusal });
    return await answer(visit, mailbox, form);
  } catch (error) {
    const status = reportFault(error, requestId(visit.request.headers));
    return showEntry(visit, { problem: "unavailable", status });
  }
});

async function answer(visit: Visit, mailbox: Mailbox, form: PostedForm): Promise<Response> {
  const { locale, now } = visit;
  const pressed = ownAnswerSchema.safeParse(form("answer"));
  if (!pressed.success) return showConsents(visit, mailbox, { problem: "answerMissing", form, status: 422 });
  const { consent: id, answer: said } = pressed.data;

  const consents = await listOwnConsents(mailbox, now);
  const ticked = tickedIn(consents, form);
  const fields = [...(ticked[id] ?? [])];
  const isOpen = consents.some((consent) => consent.id === id && consent.status === "requested");
  if (isOpen && said === "given" && fields.length === 0) {
    return showConsents(visit, mailbox, { problem: "nothingChosen", form, status: 422 });
  }
  const own = said === "given" ? { id, answer: said, fields, locale } : { id, answer: said, locale };
  const outcome = await answerAsPerson(mailbox, own, now);
  if (outcome === "stands" || outcome === "unknown") {
    return showConsents(visit, mailbox, { problem: "stands", form, status: 409 });
  }
  // The address of a page can hold nothing of what is struck out in the questions that are still open.
  if (hasStruck(consents, ticked, id)) return showConsents(visit, mailbox, { done: said, form });
  return seeOther(`/${locale}/mailbox/consent?${said}`, mailboxCookie(mailbox.keys, now));
}

/** Whether something is struck out in an open question besides the one that was answered. */
const hasStruck = (consents: readonly PersonConsent[], ticked: Ticked, answered: string): boolean =>
  consents.some(({ id, status, request }) => {
    const left = ticked[id];
    return (
      id !== answered && status === "requested" && left && request && left.length < request.fields.length
    );
  });
