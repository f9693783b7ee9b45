import { useTranslations } from "next-intl";
import { Field } from "@/components/staff/form-parts";
import type { LetterTemplate } from "@/lib/documents/types";

/** What a new letter begins as. */
export function TemplateChoice({ templates, action }: { templates: LetterTemplate[]; action: string }) {
  const t = useTranslations("staff.documents");
  return (
    <section className="card stack" aria-labelledby="new-document-heading">
      <h2 id="new-document-heading">{t("new")}</h2>
      <form action={action} className="stack">
        <Field id="template" label={t("template")}>
          <select id="template" name="template">
            {templates.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
            <option value="">{t("blank")}</option>
          </select>
        </Field>
        <p className="actions">
          <button type="submit" className="button">
            {t("begin")}
          </button>
        </p>
      </form>
    </section>
  );
}
