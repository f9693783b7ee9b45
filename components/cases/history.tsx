import { useTranslations } from "next-intl";
import { EventList } from "@/components/staff/event-list";
import { isolate } from "@/components/staff/wording";
import type { CaseEvent, Colleague } from "@/lib/cases/types";

type HistoryProps = { events: CaseEvent[]; colleagues: Colleague[] };
type Words = ReturnType<typeof useTranslations<"staff">>;
type NameOf = (account: string) => string;

const SHOWN = 8;

/** Who did what when, the newest first. */
export function History({ events, colleagues }: HistoryProps) {
  const t = useTranslations("staff");
  const names = new Map(colleagues.map(({ accountId, name }) => [accountId, name]));
  const nameOf: NameOf = (account) => isolate(names.get(account) ?? t("case.history.unknown"));
  return (
    <EventList
      heading={t("case.history.heading")}
      events={events}
      shown={SHOWN}
      sentenceOf={(event) => sentenceOf(event, t, nameOf)}
      className="card"
    />
  );
}

function sentenceOf(event: CaseEvent, t: Words, nameOf: NameOf): string {
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
    default:
      return t(`case.history.${event.action}`, { name });
  }
}
