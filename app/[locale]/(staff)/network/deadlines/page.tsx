import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { NetworkWords } from "@/components/network/network-sayings";
import type { FieldSpec } from "@/components/settings/form-spec";
import { SettingsForm } from "@/components/settings/settings-form";
import { requireNetworkDesk } from "@/lib/auth/gates";
import { listDeadlines } from "@/lib/vocabulary/queries";
import { DEADLINE_STARTS, DEADLINE_UNITS, type LegalDeadline, labelIn } from "@/lib/vocabulary/types";
import { line } from "../../dashboard/site/part-fields";
import { writeDeadlineAction } from "../actions";
import { formWords, labelFields, labelValues } from "../words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.networkSettings.deadlines");
  return { title: t("title") };
}

/** The periods of law that counsellors are reminded of. */
export default async function DeadlinesPage() {
  const desk = await requireNetworkDesk();
  const [t, locale, deadlines] = await Promise.all([
    getTranslations("staff.networkSettings"),
    getLocale(),
    listDeadlines(desk.db),
  ]);
  return (
    <>
      <h1>{t("deadlines.title")}</h1>
      <p className="lead">{t("deadlines.lead")}</p>
      <ul className="settings-texts">
        {deadlines.map((deadline) => (
          <li key={deadline.code} className="card">
            <details>
              <summary>
                <bdi>{labelIn(locale, deadline)}</bdi> · {t(`unit.${deadline.unit}`)}: {deadline.amount}{" "}
                {deadline.retired && <span className="muted">({t("vocabulary.retired")})</span>}
              </summary>
              <SettingsForm
                id={deadline.code}
                action={writeDeadlineAction}
                hidden={{ code: deadline.code }}
                seen={String(deadline.version)}
                fields={fieldsIn(t)}
                values={valuesOf(deadline)}
                words={formWords(t)}
              />
            </details>
          </li>
        ))}
      </ul>
      <h2>{t("deadlines.new")}</h2>
      <SettingsForm
        id="new-deadline"
        action={writeDeadlineAction}
        hidden={{}}
        seen="0"
        fields={[line("code", t("fields.code"), { ltr: true, help: t("help.code") }), ...fieldsIn(t)]}
        values={{ unit: "months", countsFrom: "incident" }}
        words={formWords(t)}
      />
    </>
  );
}

const fieldsIn = (t: NetworkWords): FieldSpec[] => [
  ...labelFields(),
  line("amount", t("fields.amount"), { numeric: true }),
  {
    kind: "choice",
    name: "unit",
    label: t("fields.unit"),
    options: DEADLINE_UNITS.map((value) => ({ value, label: t(`unit.${value}`) })),
  },
  {
    kind: "choice",
    name: "countsFrom",
    label: t("fields.countsFrom"),
    options: DEADLINE_STARTS.map((value) => ({ value, label: t(`countsFrom.${value}`) })),
  },
  line("source", t("fields.source")),
  { kind: "check", name: "retired", label: t("fields.retired"), help: t("help.retired") },
];

const valuesOf = ({
  labels,
  amount,
  unit,
  countsFrom,
  source,
  retired,
}: LegalDeadline): Record<string, string> => ({
  ...labelValues(labels),
  amount: String(amount),
  unit,
  countsFrom,
  source,
  ...(retired ? { retired: "yes" } : {}),
});
