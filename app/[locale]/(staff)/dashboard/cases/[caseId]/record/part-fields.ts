import { type Lists, optionsOf } from "@/components/record/vocabulary";
import type { FieldSpec, Option } from "@/components/settings/form-spec";
import type { StaffWords } from "@/components/staff/wording";
import type { PartValues, RecordPart } from "@/lib/record/types";
import { RELATIONS } from "@/lib/vocabulary/types";

type Drawn<P extends RecordPart = RecordPart> = { t: StaffWords; lists: Lists; values: PartValues[P] };

const nothing = (t: StaffWords): Option => ({ value: "", label: t("record.none") });

/** The fields of each part, in the order in which they are asked. */
export const PART_FIELDS: { [P in RecordPart]: (drawn: Drawn<P>) => FieldSpec[] } = {
  concern: ({ t }) => [
    paragraph("about", t("record.fields.concern.about"), 2, t("record.help.about")),
    {
      kind: "choice",
      name: "relation",
      label: t("record.fields.concern.relation"),
      options: [nothing(t), ...RELATIONS.map((value) => ({ value, label: t(`relation.${value}`) }))],
    },
    line("age", t("record.fields.concern.age")),
  ],
  incident: ({ t }) => [
    paragraph("what", t("record.fields.incident.what"), 8),
    {
      kind: "group",
      legend: t("record.quick.incidentOn"),
      fields: [
        { kind: "line", name: "on", label: t("record.fields.incident.on"), type: "date", ltr: true },
        line("when", t("record.fields.incident.when"), t("record.help.when")),
      ],
    },
    {
      kind: "group",
      legend: t("record.quick.incidentWhere"),
      fields: [
        line("where", t("record.fields.incident.where")),
        {
          kind: "line",
          name: "postalCode",
          label: t("record.fields.incident.postalCode"),
          ltr: true,
          numeric: true,
        },
      ],
    },
  ],
  grounds: ({ t, lists, values: { main, others } }) => [
    {
      kind: "choice",
      name: "main",
      label: t("record.fields.grounds.main"),
      options: [nothing(t), ...optionsOf(lists, "ground", [main])],
    },
    {
      kind: "boxes",
      name: "others",
      legend: t("record.fields.grounds.others"),
      help: t("record.help.others"),
      options: optionsOf(lists, "ground", others),
    },
    paragraph("note", t("record.fields.grounds.note"), 2),
  ],
  area: ({ t, lists, values: { area, forms, level } }) => [
    {
      kind: "choice",
      name: "area",
      label: t("record.fields.area.area"),
      options: [nothing(t), ...optionsOf(lists, "lifeArea", [area])],
    },
    {
      kind: "boxes",
      name: "forms",
      legend: t("record.fields.area.forms"),
      options: optionsOf(lists, "form", forms),
    },
    {
      kind: "choice",
      name: "level",
      label: t("record.fields.area.level"),
      options: [nothing(t), ...optionsOf(lists, "level", [level])],
    },
    paragraph("note", t("record.fields.area.note"), 2),
  ],
  responsible: ({ t }) => [
    paragraph("party", t("record.fields.responsible.party"), 2),
    paragraph("bodies", t("record.fields.responsible.bodies"), 2),
  ],
  evidence: ({ t }) => [
    paragraph("witnesses", t("record.fields.evidence.witnesses"), 2),
    paragraph("evidence", t("record.fields.evidence.evidence"), 3, t("record.help.evidence")),
  ],
  aim: ({ t }) => [
    paragraph("steps", t("record.fields.aim.steps"), 3),
    paragraph("aim", t("record.fields.aim.aim"), 3),
  ],
  needs: ({ t, lists, values: { howFound } }) => [
    paragraph("setting", t("record.fields.needs.setting"), 2, t("record.help.setting")),
    paragraph("accessibility", t("record.fields.needs.accessibility"), 2),
    {
      kind: "choice",
      name: "howFound",
      label: t("record.fields.needs.howFound"),
      options: [nothing(t), ...optionsOf(lists, "howFound", [howFound])],
    },
  ],
};

/** The fields of whichever part it is. */
export const fieldsOf = <P extends RecordPart>(part: P, drawn: Drawn<P>): FieldSpec[] =>
  PART_FIELDS[part](drawn);

const paragraph = (name: string, label: string, rows: number, help?: string): FieldSpec => ({
  kind: "paragraph",
  name,
  label,
  rows,
  ...(help ? { help } : {}),
});

const line = (name: string, label: string, help?: string): FieldSpec => ({
  kind: "line",
  name,
  label,
  ...(help ? { help } : {}),
});
