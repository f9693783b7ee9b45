import { FilterSelect } from "@/components/cases/filter-select";
import { STATES } from "@/lib/sites/types";
import type { Only, Quarter, Selection } from "@/lib/statistics/types";
import { type NetworkReader, sayQuarter, saySite } from "./reader";

/** A category that cases can be narrowed to, by its name in an address. */
export type OnlyOption = { name: string; only: Only; label: string };

type FilterFormProps = {
  reader: NetworkReader;
  action: string;
  selection: Selection;
  chosen: string;
  quarters: readonly Quarter[];
  lands: readonly string[];
  siteIds: readonly string[];
  options: readonly OnlyOption[];
};

/** What is shown has an address, to be kept or passed on: a plain form, which works without scripts. */
export function FilterForm(props: FilterFormProps) {
  const { reader, action, selection, chosen, quarters, lands, options } = props;
  const { t } = reader;
  const named = quarters.map((quarter): [string, string] => [quarter, sayQuarter(reader, quarter)]);
  return (
    <search>
      <form action={action} className="filter stat-filter" aria-label={t("statistics.filter.label")}>
        <FilterSelect
          name="from"
          label={t("statistics.filter.from")}
          chosen={selection.from}
          options={named}
        />
        <FilterSelect name="to" label={t("statistics.filter.to")} chosen={selection.to} options={named} />
        <FilterSelect
          name="land"
          label={t("statistics.filter.land")}
          chosen={selection.land}
          options={[
            ["", t("statistics.filter.everywhere")],
            ...lands.map((code): [string, string] => [code, STATES[code] ?? code]),
          ]}
        />
        <OnlySelect reader={reader} chosen={chosen} options={options} />
        <SiteBoxes {...props} />
        <button type="submit" className="button">
          {t("statistics.filter.show")}
        </button>
      </form>
    </search>
  );
}

type OnlySelectProps = { reader: NetworkReader; chosen: string; options: readonly OnlyOption[] };

/** One question at a time: tables that cross two of them are not released. */
function OnlySelect({ reader: { t }, chosen, options }: OnlySelectProps) {
  return (
    <div className="field">
      <label htmlFor="filter-only">{t("statistics.filter.only")}</label>
      <select id="filter-only" name="only" defaultValue={chosen}>
        <option value="">{t("statistics.filter.all")}</option>
        {(["ground", "lifeArea"] as const).map((table) => (
          <optgroup key={table} label={t(`figures.tables.${table}`)}>
            {options
              .filter(({ only }) => only.table === table)
              .map(({ name, label }) => (
                <option key={name} value={name}>
                  {label}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

function SiteBoxes({ reader, selection, siteIds }: FilterFormProps) {
  const { t } = reader;
  return (
    <details className="stat-sites" open={selection.sites.length > 0}>
      <summary>{t("statistics.filter.sites")}</summary>
      <fieldset>
        <legend className="help">{t("statistics.filter.sitesHelp")}</legend>
        {siteIds.map((site) => (
          <label key={site} className="check">
            <input type="checkbox" name="site" value={site} defaultChecked={selection.sites.includes(site)} />
            <bdi>{saySite(reader, site)}</bdi>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
