import { useTranslations } from "next-intl";
import type { Lists } from "@/components/record/vocabulary";
import { optionsOf } from "@/components/record/vocabulary";
import { ChoiceOptions } from "@/components/settings/settings-field";
import type { PartnerFilter } from "@/lib/partners/schema";
import { COUNSELLING_LANGUAGES, type ListName } from "@/lib/vocabulary/types";
import { languageOptions } from "./language-options";

type FilterProps = { action: string; filter: PartnerFilter; lists: Lists };

/** Narrows the directory. A plain GET form: what it shows has an address, to be kept or passed on. */
export function PartnerFilterForm({ action, filter, lists }: FilterProps) {
  const t = useTranslations("staff.partners");
  return (
    <search>
      <form action={action} className="filter" aria-label={t("filter")}>
        <TextField name="q" label={t("q")} value={filter.q} help={t("qHelp")} />
        <Choices filter={filter} lists={lists} />
        <TextField name="place" label={t("place")} value={filter.place} />
        <label className="check">
          <input type="checkbox" name="check" value="due" defaultChecked={filter.check === "due"} />
          {t("dueOnly")}
        </label>
        <label className="check">
          <input type="checkbox" name="retired" value="yes" defaultChecked={filter.retired === "yes"} />
          {t("retiredOnly")}
        </label>
        <button type="submit" className="button button-quiet">
          {t("show")}
        </button>
      </form>
    </search>
  );
}

/** Words, where there is help for what they mean; or else a number. */
function TextField(field: { name: string; label: string; value: string | undefined; help?: string }) {
  const { name, label, value, help } = field;
  return (
    <div className="field">
      <label htmlFor={`filter-${name}`}>{label}</label>
      <input
        id={`filter-${name}`}
        type="text"
        name={name}
        defaultValue={value}
        placeholder={help}
        inputMode={help ? "search" : "numeric"}
        data-filter={help ? "" : undefined}
      />
    </div>
  );
}

function Choices({ filter, lists }: Pick<FilterProps, "filter" | "lists">) {
  const t = useTranslations("staff.partners");
  const all = { value: "", label: t("all") };
  const listed = (list: ListName, chosen = "") => [all, ...optionsOf(lists, list, [chosen])];
  const languages = [all, ...languageOptions(lists.locale, Object.keys(COUNSELLING_LANGUAGES))];
  const choices = [
    { name: "help", label: t("fields.help"), options: listed("help", filter.help) },
    { name: "area", label: t("fields.lifeAreas"), options: listed("lifeArea", filter.area) },
    { name: "language", label: t("fields.languages"), options: languages },
  ] as const;
  return choices.map(({ name, label, options }) => (
    <div className="field" key={name}>
      <label htmlFor={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name} defaultValue={filter[name] ?? ""}>
        <ChoiceOptions options={options} />
      </select>
    </div>
  ));
}
