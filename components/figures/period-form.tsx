import { useTranslations } from "next-intl";
import { Field } from "@/components/staff/form-parts";
import { type FigurePeriod, YEAR_PARTS } from "@/lib/figures/types";

type PeriodFormProps = { action: string; period: FigurePeriod; thisYear: number };

/** As many years back as cases are kept at most. */
const YEARS = 11;

/** Chooses what is shown. Sent by address, so that a page can be kept as a bookmark. */
export function PeriodForm({ action, period, thisYear }: PeriodFormProps) {
  const t = useTranslations("staff.figures");
  const listed = Array.from({ length: YEARS }, (_, index) => thisYear - index);
  const years = listed.includes(period.year) ? listed : [...listed, period.year];
  return (
    <form action={action} className="figures-choice" aria-label={t("choose.label")}>
      <Field id="figures-year" label={t("choose.year")}>
        <select key={period.year} id="figures-year" name="year" defaultValue={period.year}>
          {years.map((year) => (
            <option key={year}>{year}</option>
          ))}
        </select>
      </Field>
      <Field id="figures-part" label={t("choose.part")}>
        <select key={period.part} id="figures-part" name="part" defaultValue={period.part}>
          {YEAR_PARTS.map((part) => (
            <option key={part} value={part}>
              {t(`parts.${part}`)}
            </option>
          ))}
        </select>
      </Field>
      <button type="submit" className="button">
        {t("choose.show")}
      </button>
    </form>
  );
}
