import type { ReactNode } from "react";
import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import type { LocationSearch } from "@/lib/locations/types";
import { CHANNELS, COUNSELLING_LANGUAGES } from "@/lib/vocabulary/types";
import { describe, Field, LineField } from "../field";

/** Where the answer stands, so that a small phone shows it at once. */
export const ANSWER_ID = "answer";

/** The language switch takes along what was typed into this form. */
export const FINDER_FORM = { id: "finder", action: "/locations", method: "get" } as const;

type FinderFormProps = { locale: Locale; t: Translator; search: LocationSearch };

/** Where somebody is, in which language and how they would like to talk. All of it may stay empty. */
export function FinderForm({ locale, t, search }: FinderFormProps) {
  return (
    <search className="finder-form">
      <form
        id={FINDER_FORM.id}
        method={FINDER_FORM.method}
        action={`/${locale}${FINDER_FORM.action}#${ANSWER_ID}`}
        autoComplete="off"
      >
        <LineField
          t={t}
          name="q"
          label={t("public.locations.form.place")}
          help={t("public.locations.form.placeHelp")}
          value={search.q}
        />
        <Choice t={t} name="language" label={t("public.locations.form.language")} value={search.language}>
          {Object.entries(COUNSELLING_LANGUAGES).map(([tag, autonym]) => (
            <option key={tag} value={tag} lang={tag}>
              {autonym}
            </option>
          ))}
        </Choice>
        <Choice t={t} name="channel" label={t("public.locations.form.channel")} value={search.channel}>
          {CHANNELS.map((channel) => (
            <option key={channel} value={channel}>
              {t(`public.contact.wishes.channels.${channel}`)}
            </option>
          ))}
        </Choice>
        <button type="submit" className="button">
          {t("public.locations.form.button")}
        </button>
      </form>
    </search>
  );
}

type ChoiceProps = { t: Translator; name: string; label: string; value: string; children: ReactNode };

function Choice({ value, children, ...words }: ChoiceProps) {
  return (
    <Field {...words}>
      <select {...describe(words)} defaultValue={value} autoComplete="off">
        <option value="">{words.t("public.locations.form.any")}</option>
        {children}
      </select>
    </Field>
  );
}
