import { type Lists, optionsOf } from "@/components/record/vocabulary";
import type { FieldSpec, Option } from "@/components/settings/form-spec";
import { languageName, type StaffWords } from "@/components/staff/wording";
import type { InterventionValues, SessionValues } from "@/lib/record/types";
import { CHANNELS, COUNSELLING_LANGUAGES } from "@/lib/vocabulary/types";

type Drawn<Values> = { t: StaffWords; lists: Lists; values: Values };

/** The fields of a session. */
export function sessionFields({ t, lists, values }: Drawn<SessionValues>): FieldSpec[] {
  const label = (name: keyof SessionValues) => t(`record.sessions.fields.${name}`);
  const none: Option = { value: "", label: t("record.none") };
  const languages = Object.entries(COUNSELLING_LANGUAGES)
    .map(([value, autonym]) => ({ value, label: languageName(lists.locale, value, autonym) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, lists.locale));
  const interpreters = optionsOf(lists, "interpreter", [values.interpreter]);
  return [
    {
      kind: "group",
      legend: t("record.sessions.when"),
      fields: [
        { kind: "line", name: "day", label: label("day"), type: "date", ltr: true },
        {
          kind: "choice",
          name: "channel",
          label: label("channel"),
          options: [none, ...CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))],
        },
        { kind: "line", name: "minutes", label: label("minutes"), numeric: true, ltr: true },
        { kind: "choice", name: "language", label: label("language"), options: [none, ...languages] },
        {
          kind: "choice",
          name: "interpreter",
          label: label("interpreter"),
          options: [none, ...interpreters],
        },
        { kind: "line", name: "who", label: label("who") },
      ],
    },
    { kind: "paragraph", name: "content", label: label("content"), rows: 8 },
    { kind: "paragraph", name: "next", label: label("next"), rows: 2 },
  ];
}

/** The fields of an intervention. */
export function interventionFields({ t, lists, values }: Drawn<InterventionValues>): FieldSpec[] {
  const label = (name: keyof InterventionValues) => t(`record.interventions.fields.${name}`);
  const choose: Option = { value: "", label: t("record.choose") };
  return [
    {
      kind: "group",
      legend: t("record.interventions.what"),
      fields: [
        { kind: "line", name: "day", label: label("day"), type: "date", ltr: true },
        {
          kind: "choice",
          name: "intervention",
          label: label("intervention"),
          options: [choose, ...optionsOf(lists, "intervention", [values.intervention])],
        },
        { kind: "line", name: "addressee", label: label("addressee") },
      ],
    },
    { kind: "paragraph", name: "result", label: label("result"), rows: 3 },
  ];
}
