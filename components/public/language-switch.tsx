import { LOCALES, type Locale, localeInfo } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import { Icon } from "./icons";

/** A form of the page: switching the language takes along what was typed into it. */
export type SwitchedForm = {
  id: string;
  /** Where the form is shown again in another language, without the locale. */
  action: string;
  method: "get" | "post";
};

type LanguageSwitchProps = { locale: Locale; t: Translator; path: string; form?: SwitchedForm | undefined };

/** The same page in the other languages, each under its own name. It opens and closes without a script. */
export function LanguageSwitch({ locale, t, path, form }: LanguageSwitchProps) {
  return (
    <div className="languages">
      {form && <DefaultButton form={form.id} />}
      <details>
        <summary>
          <Icon name="languages" />
          <span className="unseen">{t("public.languages")}: </span>
          {localeInfo(locale).autonym}
        </summary>
        {form && <p className="help">{t("public.languagesKeep")}</p>}
        <ul>
          {LOCALES.filter((tag) => tag !== locale).map((tag) => (
            <li key={tag}>
              {form ? (
                <SwitchButton tag={tag} from={locale} form={form} />
              ) : (
                <SwitchLink tag={tag} path={path} />
              )}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

const SwitchLink = ({ tag, path }: { tag: Locale; path: string }) => (
  <a href={`/${tag}${path}`} lang={tag} hrefLang={tag}>
    <bdi>{localeInfo(tag).autonym}</bdi>
  </a>
);

function SwitchButton({ tag, from, form }: { tag: Locale; from: Locale; form: SwitchedForm }) {
  // A form that is sent with GET brings its own query.
  const action = `/${tag}${form.action}${form.method === "post" ? `?from=${from}` : ""}`;
  return (
    <button type="submit" form={form.id} formAction={action} formNoValidate lang={tag}>
      <bdi>{localeInfo(tag).autonym}</bdi>
    </button>
  );
}

/** What the Enter key in a field presses is the first button of its form: this one, and no language. */
const DefaultButton = ({ form }: { form: string }) => (
  <button type="submit" form={form} className="unseen" tabIndex={-1} aria-hidden="true" />
);
