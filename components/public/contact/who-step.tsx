import type { Locale } from "@/lib/i18n/locales";
import type { PublicSite } from "@/lib/sites/types";
import { COUNSELLING_LANGUAGES } from "@/lib/vocabulary/types";
import { describe, Field } from "../field";
import { groupByState } from "../sites-by-state";
import { fieldState, Step, type StepProps } from "./step";

type WhoStepProps = StepProps & { locale: Locale; sites: PublicSite[] };

export function WhoStep({ locale, sites, ...props }: WhoStepProps) {
  const { t } = props;
  return (
    <Step number={2} heading={t("public.contact.who.heading")}>
      <SiteField sites={sites} {...props} />
      <LanguageField locale={locale} {...props} />
    </Step>
  );
}

function SiteField({ sites, ...props }: StepProps & { sites: PublicSite[] }) {
  const { t } = props;
  const { value, ...state } = fieldState(props, "site");
  const words = { ...state, label: t("public.contact.who.site"), help: t("public.contact.who.siteHelp") };
  const known = sites.some(({ id }) => id === value);
  return (
    <Field {...words}>
      <select {...describe(words)} defaultValue={known ? value : ""} autoComplete="off">
        <option value="">{t("public.contact.who.siteNone")}</option>
        {groupByState(sites).map(({ state: land, sites: members }) => (
          <optgroup key={land} label={land} lang="de">
            {members.map(({ id, name, offices }) => (
              <option key={id} value={id}>
                {withTowns(name, [...new Set(offices.map(({ city }) => city))])}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </Field>
  );
}

/** People look for their town, which not every site has in its name. */
function withTowns(name: string, towns: string[]): string {
  const unsaid = towns.filter((town) => !name.includes(town));
  return unsaid.length > 0 ? `${name}: ${unsaid.join(", ")}` : name;
}

function LanguageField({ locale, ...props }: StepProps & { locale: Locale }) {
  const { t } = props;
  const { value, ...state } = fieldState(props, "language");
  const words = {
    ...state,
    label: t("public.contact.who.language"),
    help: t("public.contact.who.languageHelp"),
  };
  return (
    <Field {...words}>
      <select {...describe(words)} defaultValue={value || locale} autoComplete="off">
        {Object.entries(COUNSELLING_LANGUAGES).map(([tag, autonym]) => (
          <option key={tag} value={tag} lang={tag}>
            {autonym}
          </option>
        ))}
      </select>
    </Field>
  );
}
