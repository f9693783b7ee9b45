import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { NetworkWords } from "@/components/network/network-sayings";
import type { FieldSpec } from "@/components/settings/form-spec";
import { SettingsForm } from "@/components/settings/settings-form";
import { requireNetworkDesk } from "@/lib/auth/gates";
import { listVocabulary } from "@/lib/vocabulary/queries";
import { LIST_NAMES, labelIn, type VocabularyValue } from "@/lib/vocabulary/types";
import { line } from "../../dashboard/site/part-fields";
import { addValueAction, changeValueAction } from "../actions";
import { formWords, labelFields, labelValues } from "../words";

type VocabularyProps = { searchParams: Promise<{ list?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.networkSettings.vocabulary");
  return { title: t("title") };
}

/** One list of the vocabulary with its values, and a form for another one. */
export default async function VocabularyPage({ searchParams }: VocabularyProps) {
  const desk = await requireNetworkDesk();
  const { list: wanted } = await searchParams;
  const list = LIST_NAMES.find((known) => known === wanted) ?? LIST_NAMES[0];
  const [t, locale, all] = await Promise.all([
    getTranslations("staff.networkSettings"),
    getLocale(),
    listVocabulary(desk.db),
  ]);
  const values = inOrder(all.filter((value) => value.list === list));
  return (
    <>
      <h1>{t("vocabulary.title")}</h1>
      <p className="lead">{t("vocabulary.lead")}</p>
      <nav aria-label={t("vocabulary.lists")}>
        <ul className="settings-swatches">
          {LIST_NAMES.map((name) => (
            <li key={name}>
              <a
                href={`/${locale}/network/vocabulary?list=${name}`}
                aria-current={name === list ? "page" : undefined}
              >
                {t(`lists.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h2>{t(`lists.${list}`)}</h2>
      <ul className="settings-texts">
        {values.map((value) => (
          <li key={value.code} className="card">
            <ValueForm t={t} locale={locale} value={value} />
          </li>
        ))}
      </ul>
      <h2>{t("vocabulary.new")}</h2>
      <SettingsForm
        key={list}
        id="new-value"
        action={addValueAction}
        hidden={{ list }}
        seen="0"
        fields={[
          line("code", t("fields.code"), { ltr: true, help: t("help.code") }),
          { kind: "choice", name: "parent", label: t("fields.parent"), options: parents(t, locale, values) },
          line("position", t("fields.position"), { numeric: true }),
          ...labelFields(),
        ]}
        values={{ position: "500" }}
        words={formWords(t)}
      />
    </>
  );
}

function ValueForm({ t, locale, value }: { t: NetworkWords; locale: string; value: VocabularyValue }) {
  const { list, code, parent, version, position, labels, retired } = value;
  const fields: FieldSpec[] = [
    ...labelFields(),
    line("position", t("fields.position"), { numeric: true }),
    { kind: "check", name: "retired", label: t("fields.retired"), help: t("help.retired") },
  ];
  return (
    <details>
      <summary>
        {parent && "– "}
        <bdi>{labelIn(locale, value)}</bdi>{" "}
        {retired && <span className="muted">({t("vocabulary.retired")})</span>}
      </summary>
      <SettingsForm
        id={`${list}-${code}`}
        action={changeValueAction}
        hidden={{ list, code }}
        seen={String(version)}
        fields={fields}
        values={{
          ...labelValues(labels),
          position: String(position),
          ...(retired ? { retired: "yes" } : {}),
        }}
        words={formWords(t)}
      />
    </details>
  );
}

const parents = (t: NetworkWords, locale: string, values: VocabularyValue[]) => [
  { value: "", label: t("vocabulary.noParent") },
  ...values
    .filter(({ parent }) => parent === null)
    .map((value) => ({ value: value.code, label: labelIn(locale, value) })),
];

/** Each value of the first level, followed by those under it. */
const inOrder = (values: VocabularyValue[]): VocabularyValue[] =>
  values
    .filter(({ parent }) => parent === null)
    .flatMap((value) => [value, ...values.filter(({ parent }) => parent === value.code)]);
