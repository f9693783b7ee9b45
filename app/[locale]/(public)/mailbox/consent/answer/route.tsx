import { refusePost } from "@/lib/http/admit";
import { reportFault, requestId } from "@/lib/http/fault";
import { readForm } from "@/lib/http/form";
import type { Mailbox } from "@/lib/mailbox/commands";
import { answerAsPerson } from "@/lib/referrals/commands";
import { listOwnConsents } from "@/lib/referrals/queries";
import { chosenOf } from "@/lib/referrals/rules";
import { ownAnswerSchema, tickOf } from "@/lib/referrals/schema";
import { SHARED_FIELDS } from "@/lib/referrals/types";
import { publicRoute, type Visit } from "../../../public-route";
import { seeOther } from "../../../respond";
import { showEntry } from "../../mailbox-page";
import { currentMailbox, mailboxCookie } from "../../mailbox-session";
import { showConsents } from "../consent-page";

const NAMES = ["consent", "answer", ...SHARED_FIELDS.map(tickOf)] as const;
type Form = Record<(typeof NAMES)[number], string>;

/** The person says yes to what is ticked, says no, or takes a yes back. Pressed twice, it happens once. */
export const POST = publicRoute(async (visit) => {
  const refusal = refusePost(visit.request, "letter", visit.now);
  const form = await readForm(visit.request, NAMES);
  if (refusal?.problem === "foreign") return showEntry(visit, refusal);
  try {
    const mailbox = await currentMailbox(visit.request, visit.now);
    if (!mailbox) return await showEntry(visit, { problem: "ended", status: 403 });
    if (refusal) return await showConsents(visit, mailbox, { problem: "tooMany", status: refusal.status });
    return await answer(visit, mailbox, form);
  } catch (error) {
    const status = reportFault(error, requestId(visit.request.headers));
    return showEntry(visit, { problem: "unavailable", status });
  }
});

async function answer(visit: Visit, mailbox: Mailbox, form: Form): Promise<Response> {
  const { locale, now } = visit;
  const parsed = ownAnswerSchema.safeParse(form);
  if (!parsed.success) return showConsents(visit, mailbox, { problem: "answerMissing", status: 422 });
  const { consent: id, answer: said } = parsed.data;

  // Only what was asked for can be chosen, so what was asked for is looked at, not what the form claims.
  const asked = (await listOwnConsents(mailbox, now)).find((consent) => consent.id === id);
  const fields = chosenOf(asked?.request?.fields ?? [], (field) => form[tickOf(field)] === "yes");
  if (asked?.status === "requested" && said === "given" && fields.length === 0) {
    return showConsents(visit, mailbox, { problem: "nothingChosen", ticked: { id, fields }, status: 422 });
  }
  const own = said === "given" ? { id, answer: said, fields, locale } : { id, answer: said, locale };
  const outcome = await answerAsPerson(mailbox, own, now);
  if (outcome === "stands" || outcome === "unknown") {
    return showConsents(visit, mailbox, { problem: "stands", status: 409 });
  }
  return seeOther(`/${locale}/mailbox/consent?${said}`, mailboxCookie(mailbox.keys, now));
}
