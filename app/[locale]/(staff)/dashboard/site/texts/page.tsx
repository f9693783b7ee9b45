import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { FieldSpec } from "@/components/settings/form-spec";
import { SettingsForm } from "@/components/settings/settings-form";
import { BackLink } from "@/components/staff/back-link";
import { DESK } from "@/components/staff/form-state";
import type { StaffWords } from "@/components/staff/wording";
import { requireLead } from "@/lib/auth/gates";
import { NO_TEXT } from "@/lib/settings/commands";
import { listSiteTexts } from "@/lib/settings/queries";
import { seenOf } from "@/lib/settings/rules";
import { TEXT_KINDS } from "@/lib/settings/types";
import { removeTextAction, writeTextAction } from "../actions";
import { line } from "../part-fields";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.site.texts");
  return { title: t("title") };
}

/** The site's text blocks and templates of letters. */
export default async function SiteTextsPage() {
  const desk = await requireLead();
  const [t, locale, texts] = await Promise.all([getTranslations("staff"), getLocale(), listSiteTexts(desk)]);
  const save = { button: t("site.save"), pending: t("site.saving"), current: t("site.current") };
  const remove = { ...save, button: t("site.texts.remove") };
  const newId = randomUUID(); // with every page another: the same form sent twice stays one text
  return (
    <>
      <BackLink href={`/${locale}/dashboard/site`}>{t("site.title")}</BackLink>
      <h1>{t("site.texts.title")}</h1>
      <p className="lead">{t("site.texts.lead")}</p>
      <ul className="settings-texts">
        {texts.map(({ id, ...text }) => {
          const shared = { hidden: { [DESK]: desk.site, id }, seen: seenOf({ id, ...text }) };
          return (
            <li key={id} className="card">
              <details>
                <summary>
                  <bdi>{text.title}</bdi> · {t(`site.texts.kinds.${text.kind}`)}
                </summary>
                <SettingsForm
                  id={id}
                  action={writeTextAction}
                  fields={fieldsIn(t)}
                  values={text}
                  words={save}
                  {...shared}
                />
                <SettingsForm
                  id={`${id}-remove`}
                  action={removeTextAction}
                  fields={[]}
                  values={{}}
                  words={remove}
                  {...shared}
                />
              </details>
            </li>
          );
        })}
      </ul>
      <h2>{t("site.texts.new")}</h2>
      <SettingsForm
        id="new-text"
        action={writeTextAction}
        hidden={{ [DESK]: desk.site, id: newId }}
        seen={NO_TEXT}
        fields={fieldsIn(t)}
        values={{ kind: "block" }}
        words={save}
      />
    </>
  );
}

const fieldsIn = (t: StaffWords): FieldSpec[] => [
  line("title", t("site.texts.name")),
  {
    kind: "choice",
    name: "kind",
    label: t("site.texts.kind"),
    options: TEXT_KINDS.map((value) => ({ value, label: t(`site.texts.kinds.${value}`) })),
  },
  { kind: "paragraph", name: "text", label: t("site.texts.text"), rows: 8 },
];
