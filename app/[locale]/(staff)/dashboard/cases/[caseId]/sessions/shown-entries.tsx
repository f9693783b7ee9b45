import type { ReactNode } from "react";
import { PressForm } from "@/components/cases/press-form";
import type { ShownEntry } from "@/components/record/entry-list";
import { FoldForm, type FoldWords } from "@/components/record/fold-form";
import { interventionSayings, sessionSayings } from "@/components/record/record-sayings";
import { type Lists, labelOf } from "@/components/record/vocabulary";
import type { FieldSpec, Saying, SettingsState } from "@/components/settings/form-spec";
import type { FormAction } from "@/components/staff/form-state";
import { formatDay, type StaffWords } from "@/components/staff/wording";
import { formOf } from "@/lib/record/rules";
import type { CaseRecord, Entry } from "@/lib/record/types";
import { CHANNELS } from "@/lib/vocabulary/types";
import { markWrongAction, writeInterventionAction, writeSessionAction } from "./actions";
import { interventionFields, sessionFields } from "./entry-fields";

type Asked = string | string[] | undefined;

export type Shown = {
  t: StaffWords;
  lists: Lists;
  record: CaseRecord;
  /** The entry that is being changed, and the one that just was. */
  edit: Asked;
  saved: Asked;
  pageHref: string;
};

export const foldWords = (t: StaffWords, summary: string): FoldWords => ({
  summary,
  button: t("record.save"),
  pending: t("record.saving"),
  current: t("record.current"),
  discard: t("record.discard"),
});

/** The sessions as the page shows them: the one that is being changed with its forms. */
export function shownSessions(shown: Shown): ShownEntry[] {
  const { t, lists, record } = shown;
  const draw = drawn(shown, writeSessionAction, t("record.sessions.edit"));
  return record.sessions.map((entry) => {
    const { values } = entry;
    const channel = CHANNELS.find((name) => name === values.channel);
    const heading = headingOf(lists.locale, values.day, channel ? t(`channel.${channel}`) : "");
    const sayings = sessionSayings({ t, lists }, { ...values, day: "", channel: "" });
    return draw(entry, heading, sayings, sessionFields({ t, lists, values }));
  });
}

export function shownInterventions(shown: Shown): ShownEntry[] {
  const { t, lists, record } = shown;
  const draw = drawn(shown, writeInterventionAction, t("record.interventions.edit"));
  return record.interventions.map((entry) => {
    const { values } = entry;
    const kind = labelOf(lists, "intervention", values.intervention);
    const sayings = interventionSayings({ t, lists }, { ...values, day: "", intervention: "" });
    const fields = interventionFields({ t, lists, values });
    return draw(entry, headingOf(lists.locale, values.day, kind), sayings, fields);
  });
}

const headingOf = (locale: string, day: string, kind: string): string =>
  [formatDay(locale, new Date(day)), kind].filter(Boolean).join(" · ");

type Values = Parameters<typeof formOf>[0];

function drawn(shown: Shown, action: FormAction<SettingsState>, summary: string) {
  const { t, record, edit, saved, pageHref } = shown;
  const caseId = record.caseFile.id;
  return <V extends Values>(
    { values, ...entry }: Entry<V>,
    heading: string,
    sayings: Saying[],
    fields: FieldSpec[],
  ): ShownEntry => {
    const hidden = { caseId, entry: entry.id };
    const forms: ReactNode = entry.id === edit && (
      <>
        <FoldForm
          id={`form-${entry.id}`}
          open
          action={action}
          hidden={{ ...hidden, editing: "yes" }}
          seen={String(entry.version)}
          fields={fields}
          values={formOf(values)}
          words={foldWords(t, summary)}
          pageHref={`${pageHref}?edit=${entry.id}#entry-${entry.id}`}
        />
        <PressForm
          action={markWrongAction}
          hidden={{ ...hidden, seen: String(entry.version), wrong: entry.removed ? "no" : "yes" }}
          button={entry.removed ? t("record.entry.restore") : t("record.entry.wrong")}
          pending={t("record.entry.marking")}
        />
        {!entry.removed && <p className="help">{t("record.entry.wrongHelp")}</p>}
      </>
    );
    return { ...entry, heading, sayings, forms: forms || null, saved: entry.id === saved };
  };
}
