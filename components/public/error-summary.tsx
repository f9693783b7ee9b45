import type { Translator } from "@/lib/i18n/translator";
import { CONTACT_FIELDS, type ContactErrors } from "@/lib/intake/schema";
import { Notice } from "./notice";

/** What to look at again, in the order of the page, each a link to its field. */
export function ErrorSummary({ t, errors }: { t: Translator; errors: ContactErrors }) {
  const fields = FIELD_ORDER.filter((field) => errors[field]);
  const count = fields.length;
  if (count === 0) return null;
  return (
    <Notice kind="alert">
      <h2>{t("public.contact.summary.heading")}</h2>
      <p>{t("public.contact.summary.text", { count, digits: String(count) })}</p>
      <ul>
        {fields.map((field) => (
          <li key={field}>
            <a href={`#${field}`}>{t(`public.contact.errors.${errors[field] ?? "textTooLong"}`)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The page asks what happened before it asks who should read it. */
const FIELD_ORDER = ["message", ...CONTACT_FIELDS.filter((field) => field !== "message")] as const;
