import type { getTranslations } from "next-intl/server";
import type { Saying } from "@/components/settings/form-spec";
import { isolate } from "@/components/staff/wording";
import { STATES } from "@/lib/sites/types";
import { DEADLINE_STARTS, DEADLINE_UNITS } from "@/lib/vocabulary/types";

export type NetworkWords = Awaited<ReturnType<typeof getTranslations<"staff.networkSettings">>>;
type Reader = { t: NetworkWords; locale: string };

const FIELDS = [
  "name",
  "stateCode",
  "carriers",
  "primary",
  "primaryDark",
  "accent",
  "texts",
  "list",
  "code",
  "parent",
  "position",
  "labels",
  "amount",
  "unit",
  "countsFrom",
  "source",
  "retired",
  "type",
  "title",
  "fromOn",
  "untilOn",
  "sites",
  "introduction",
  "highlights",
  "outlook",
] as const;

/** What settings of the network say, in words: for the history and a conflict. */
export const networkSayings = ({ t }: Reader, facts: object): Saying[] =>
  FIELDS.flatMap((field) => {
    if (!(field in facts)) return [];
    const value: unknown = facts[field as keyof typeof facts];
    return [{ label: t(`fields.${field}`), text: say(t, field, value) || t("nothing") }];
  });

function say(t: NetworkWords, field: (typeof FIELDS)[number], value: unknown): string {
  if (field === "stateCode") return STATES[String(value)] ?? String(value);
  const unit = DEADLINE_UNITS.find((known) => field === "unit" && known === value);
  if (unit) return t(`unit.${unit}`);
  const start = DEADLINE_STARTS.find((known) => field === "countsFrom" && known === value);
  if (start) return t(`countsFrom.${start}`);
  if (field === "sites" && value === "all") return t("allSites");
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (Array.isArray(value)) return value.join("\n");
  if (typeof value === "object" && value !== null) {
    return Object.entries(value)
      .map(([locale, text]) => `${isolate(locale)}: ${String(text)}`)
      .join("\n");
  }
  return value === null || value === undefined ? "" : String(value);
}
