import type { getTranslations } from "next-intl/server";
import type { FieldSpec } from "@/components/settings/form-spec";
import type { NetworkSite } from "@/lib/network/types";
import { line } from "../../dashboard/site/part-fields";

type MessageWords = Awaited<ReturnType<typeof getTranslations<"staff.messages">>>;

/** What is asked about a message: whom it goes to comes first, so that nobody overlooks it. */
export const messageFields = (t: MessageWords, sites: readonly NetworkSite[]): FieldSpec[] => [
  {
    kind: "group",
    legend: t("fields.to"),
    fields: [
      { kind: "check", name: "all", label: t("fields.all") },
      {
        kind: "boxes",
        name: "sites",
        legend: t("fields.sites"),
        options: sites.map(({ id, name }) => ({ value: id, label: name })),
      },
    ],
  },
  line("title", t("fields.title"), { wide: true }),
  { kind: "paragraph", name: "text", label: t("fields.text"), help: t("noCasesShort"), rows: 6 },
  line("fromOn", t("fields.fromOn"), { type: "date", ltr: true }),
  line("untilOn", t("fields.untilOn"), { type: "date", ltr: true, help: t("help.untilOn") }),
];
