import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import { askedOf, ownAnswerOf, ownTickOf } from "@/lib/referrals/schema";
import type { ConsentRequest, PersonConsent, SharedField } from "@/lib/referrals/types";
import { formatDay } from "../dates";
import { FieldText } from "./field-text";

type QuestionProps = {
  locale: Locale;
  t: Translator;
  consent: PersonConsent;
  request: ConsentRequest;
  ticked?: readonly SharedField[] | undefined;
};

/** What would be told, to be struck out piece by piece, and the two answers. The form around it is the page's. */
export function ConsentQuestion(props: QuestionProps) {
  const { locale, t, consent, request } = props;
  const { id, expiresOn } = consent;
  return (
    <>
      <input type="hidden" name={askedOf(id)} value="yes" />
      <Boxes {...props} />
      <p>{t("public.consent.until", { day: formatDay(locale, expiresOn) })}</p>
      {request.toSite && <p>{t("public.consent.toSite", { site: request.recipient.name })}</p>}
      <div className="answers">
        <button type="submit" className="button" name="answer" value={ownAnswerOf(id, "given")}>
          {t("public.consent.yes")}
        </button>
        <button type="submit" className="button quiet" name="answer" value={ownAnswerOf(id, "declined")}>
          {t("public.consent.no")}
        </button>
      </div>
    </>
  );
}

function Boxes({ t, consent: { id }, request, ticked }: QuestionProps) {
  return (
    <fieldset className="field" aria-describedby={`help-${id}`}>
      <legend>
        <strong>{t("public.consent.fields")}</strong>
      </legend>
      <p className="help" id={`help-${id}`}>
        {t("public.consent.fieldsHelp")}
      </p>
      <div className="cards">
        {request.fields.map(({ field, text }) => (
          <label key={field} className="card">
            <input
              type="checkbox"
              name={ownTickOf(id, field)}
              value="yes"
              defaultChecked={!ticked || ticked.includes(field)}
              autoComplete="off"
            />
            <FieldText t={t} field={field} text={text} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
