import { useLocale, useTranslations } from "next-intl";
import { languageName } from "@/components/staff/wording";
import { CASE_SORTS, type CaseFilter, type CaseSort, FOLLOW_UP_FILTERS } from "@/lib/cases/schema";
import type { Colleague } from "@/lib/cases/types";
import { CASE_STATUSES, CHANNELS, COUNSELLING_LANGUAGES } from "@/lib/vocabulary/types";
import { FilterSelect } from "./filter-select";

type FilterProps = { action: string; filter: CaseFilter; colleagues: Colleague[] };

/** Narrows the list. A plain GET form: what it shows has an address, to be kept or passed on. */
export function CaseFilterForm({ action, filter, colleagues }: FilterProps) {
  const t = useTranslations("staff");
  const locale = useLocale();
  const languages = Object.entries(COUNSELLING_LANGUAGES)
    .map(([tag, autonym]): [string, string] => [tag, languageName(locale, tag, autonym)])
    .toSorted(([, a], [, b]) => a.localeCompare(b, locale));
  const all: [string, string] = ["", t("cases.all")];
  return (
    <search>
      <form action={action} className="filter" aria-label={t("cases.filter")}>
        <FilterSelect
          first
          name="status"
          label={t("list.status")}
          chosen={filter.status}
          options={[
            ["open", t("cases.statusOpen")],
            all,
            ...CASE_STATUSES.map((status): [string, string] => [status, t(`status.${status}`)]),
          ]}
        />
        <FilterSelect
          name="assignee"
          label={t("list.assignee")}
          chosen={filter.assignee}
          options={[
            all,
            ["me", t("cases.assigneeMe")],
            ["nobody", t("cases.assigneeNobody")],
            ["meOrNobody", t("bulk.meOrNobody")],
            ...colleagues.map(({ accountId, name }): [string, string] => [accountId, name]),
          ]}
        />
        <FilterSelect
          name="language"
          label={t("list.language")}
          chosen={filter.language}
          options={[all, ...languages]}
        />
        <FilterSelect
          name="channel"
          label={t("list.channel")}
          chosen={filter.channel}
          options={[
            all,
            ...([...CHANNELS, "unknown"] as const).map((channel): [string, string] => [
              channel,
              t(`channel.${channel}`),
            ]),
          ]}
        />
        <FilterSelect
          name="sort"
          label={t("cases.sort")}
          chosen={filter.sort}
          options={CASE_SORTS.map((sort): [string, string] => [sort, sortName(t, sort)])}
        />
        <FilterSelect
          name="followUp"
          label={t("bulk.followUp.label")}
          chosen={filter.followUp}
          options={[
            all,
            ...FOLLOW_UP_FILTERS.map((when): [string, string] => [when, t(`bulk.followUp.${when}`)]),
          ]}
        />
        <label className="check">
          <input type="checkbox" name="unread" value="yes" defaultChecked={filter.unread === "yes"} />
          {t("cases.unread")}
        </label>
        <button type="submit" className="button button-quiet">
          {t("cases.show")}
        </button>
      </form>
    </search>
  );
}

function sortName(t: ReturnType<typeof useTranslations<"staff">>, sort: CaseSort): string {
  if (sort === "followUp") return t("bulk.sortFollowUp");
  return t(`cases.${sort === "waiting" ? "longest" : sort}`);
}
