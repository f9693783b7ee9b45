import { languageOptions } from "@/components/partners/language-options";
import type { PartnerReader } from "@/components/partners/partner-sayings";
import { optionsOf } from "@/components/record/vocabulary";
import type { FieldSpec, Option, OptionGroup } from "@/components/settings/form-spec";
import type { HelpSearch } from "@/lib/partners/schema";
import { COUNSELLING_LANGUAGES, type ListName } from "@/lib/vocabulary/types";
import { line } from "../../../site/part-fields";

/** What a counsellor can look for. */
export function helpFields({ t, lists }: PartnerReader, chosen: HelpSearch): FieldSpec[] {
  const any = { value: "", label: t("partners.helper.any") };
  const listed = (list: ListName, code: string) => [any, ...optionsOf(lists, list, [code])];
  const choice = (
    name: "help" | "lifeArea" | "ground" | "language",
    options: (Option | OptionGroup)[],
  ): FieldSpec => ({
    kind: "choice",
    name,
    label: t(`partners.helper.${name}`),
    options,
  });
  return [
    choice("lifeArea", listed("lifeArea", chosen.lifeArea)),
    choice("ground", listed("ground", chosen.ground)),
    choice("help", listed("help", chosen.help)),
    choice("language", [any, ...languageOptions(lists.locale, Object.keys(COUNSELLING_LANGUAGES))]),
    line("postalCode", t("partners.helper.postalCode"), { numeric: true, ltr: true }),
  ];
}
