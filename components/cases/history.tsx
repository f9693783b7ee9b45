import { useLocale, useTranslations } from "next-intl";
import { followUpSentence } from "@/components/follow-ups/sentences";
import { Entries, EventList } from "@/components/staff/event-list";
import { isolate } from "@/components/staff/wording";
import type { CaseEvent, Colleague } from "@/lib/cases/types";
import { RECORD_PARTS } from "@/lib/record/schema";
import { SHARED_FIELDS } from "@/lib/referrals/types";

type HistoryProps = { events: CaseEvent[]; colleagues: Colleague[] };
type Words = ReturnType<typeof useTranslations<"staff">>;
type NameOf = (account: string) => string;

const SHOWN = 8;

/** Who did what when, the newest first. */
export function History({ events, colleagues }: HistoryProps) {
  const t = useTranslations("staff");
  return (
    <EventList
      heading={t("case.history.heading")}
      events={events}
      shown={SHOWN}
      sentenceOf={useSentences(colleagues)}
      className="card"
    />
  );
}

/** A page of the whole history, who only looked at the case included. */
export const HistoryPageList = ({ events, colleagues }: HistoryProps) => (
  <Entries events={events} sentenceOf={useSentences(colleagues)} />
);

function useSentences(colleagues: Colleague[]): (event: CaseEvent) => string {
  const t = useTranslations("staff");
  const locale = useLocale();
  const names = new Map(colleagues.map(({ accountId, name }) => [accountId, name]));
  const nameOf: NameOf = (account) => isolate(names.get(account) ?? t("case.history.unknown"));
  return (event) => sentenceOf(event, t, locale, nameOf);
}

function sentenceOf(event: CaseEvent, t: Words, locale: string, nameOf: NameOf): string {
  if (event.action === "unreadable") return t("case.thread.unreadable");
  const name = nameOf(event.account);
  switch (event.action) {
    case "statusChanged":
      return t("case.history.statusChanged", {
        name,
        from: t(`status.${event.from}`),
        to: t(`status.${event.to}`),
      });
    case "assigned":
      if (!event.to) return t("case.history.released", { name });
      return event.to === event.account
        ? t("case.history.taken", { name })
        : t("case.history.assigned", { name, to: nameOf(event.to) });
    case "partSaved": {
      const part = RECORD_PARTS.find((known) => known === event.part);
      return t("record.history.partSaved", { name, part: part ? t(`record.parts.${part}`) : event.part });
    }
    case "documented":
      return t(`record.history.${event.what}.${event.how}`, { name });
    case "followUpAdded":
    case "followUpChanged":
    case "followUpDone":
    case "followUpReopened":
    case "followUpsGiven":
      return followUpSentence(event, { t, locale, name, nameOf });
    case "personAgreed":
      return agreedSentence(t, locale, event.struck);
    case "mergedInto":
    case "mergedFrom":
      return t(`merge.history.${event.action}`, { name, number: String(event.number) });
    default:
      return t(`case.history.${event.action}`, { name });
  }
}

/** What the person agreed to in the mailbox, and what they struck out. */
function agreedSentence(t: Words, locale: string, struck: string[]): string {
  const fields = SHARED_FIELDS.filter((field) => struck.includes(field));
  if (fields.length === 0) return t("case.history.personAgreed");
  const names = fields.map((field) => t(`referrals.names.${field}`));
  const list = new Intl.ListFormat(locale, { type: "unit", style: "short" });
  return t("case.history.personAgreedWithout", { fields: list.format(names) });
}
