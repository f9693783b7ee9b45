import { getTranslations } from "next-intl/server";
import type { ImportLine, ImportShown } from "@/components/partners/import-state";
import { type PartnerReader, partnerSayings } from "@/components/partners/partner-sayings";
import type { Saying } from "@/components/settings/form-spec";
import type { Desk } from "@/lib/auth/desk";
import { PARTNER_ERRORS } from "@/lib/partners/schema";
import type { ImportError, ImportPreview, ImportRefusal, PlannedChange } from "@/lib/partners/types";
import { readerAt } from "../reader";

/** So many are looked through; of the others it is said how many there are. */
const MOST_SHOWN = 100;
/** Of a long text its beginning is enough to know it again. */
const LONGEST_SHOWN = 200;

/** What can be wrong with a line of a file, besides what can be wrong with a form. */
const CODES = [
  ...PARTNER_ERRORS,
  "dateInvalid",
  "codeUnknown",
  "idInvalid",
  "contradiction",
  "offerTwice",
] as const;

/** What a file would change, in the reader's words. */
export async function shownOf(
  desk: Desk,
  { rows, changes, errors, seen }: ImportPreview,
  file: { text: string; nonce: string },
): Promise<ImportShown> {
  const reader = await readerAt(desk);
  const { t } = reader;
  const more = (count: number) =>
    count > MOST_SHOWN
      ? t("partners.importer.more", { count: count - MOST_SHOWN, digits: String(count - MOST_SHOWN) })
      : "";
  const counted = { count: changes.length, digits: String(changes.length) };
  const summary = t("partners.importer.summary", { rows, digits: String(rows) });
  return {
    ...file,
    seen,
    summary:
      changes.length > 0 ? summary : `${summary} ${errors.length > 0 ? "" : t("partners.importer.nothing")}`,
    changes: changes.slice(0, MOST_SHOWN).map((change) => lineOf(change, reader)),
    moreChanges: more(changes.length),
    errors: errors.slice(0, MOST_SHOWN).map((error) => errorOf(error, reader)),
    moreErrors: more(errors.length),
    confirm: changes.length > 0 ? t("partners.importer.confirm", counted) : "",
  };
}

function lineOf({ kind, line, name, before, after }: PlannedChange, reader: PartnerReader): ImportLine {
  const { t } = reader;
  const what = [t(`partners.importer.${before ? "changed" : "added"}`), t(`partners.importer.${kind}`)];
  return {
    line: t("partners.importer.line", { digits: String(line) }),
    what: what.join(" · "),
    name,
    before: before ? clipped(partnerSayings(reader, before)) : [],
    after: clipped(partnerSayings(reader, after)).filter(
      ({ text }) => before || text !== t("partners.nothing"),
    ),
  };
}

const clipped = (sayings: Saying[]): Saying[] =>
  sayings.map(({ label, text }) => ({
    label,
    text: text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)} …` : text,
  }));

function errorOf({ line, column, code, value }: ImportError, { t }: PartnerReader) {
  const known = CODES.find((one) => one === code) ?? "other";
  return {
    line: t("partners.importer.line", { digits: String(line) }),
    column,
    text: t(`partners.importErrors.${known}`, { value }),
  };
}

/** Why a file cannot be read. */
export async function refusalWords(refusal: ImportRefusal): Promise<string> {
  const t = await getTranslations("staff.partners.importRefused");
  if (refusal.reason !== "columnsUnknown") return t(refusal.reason);
  const { unknown, missing } = refusal;
  return [
    t("columnsUnknown"),
    unknown.length > 0 && t("unknownColumns", { names: unknown.join(", ").slice(0, 300) }),
    missing.length > 0 && t("missingColumns", { names: missing.join(", ") }),
  ]
    .filter(Boolean)
    .join(" ");
}
