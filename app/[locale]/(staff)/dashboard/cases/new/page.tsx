import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EnterForm } from "@/components/cases/enter-form";
import type { EnterOptions, EnterWords } from "@/components/cases/enter-state";
import { type Lists, optionsOf } from "@/components/record/vocabulary";
import { DESK } from "@/components/staff/form-state";
import { languageName, type StaffWords } from "@/components/staff/wording";
import { requireDesk } from "@/lib/auth/gates";
import { newForm } from "@/lib/intake/commands";
import { CHANNELS, COUNSELLING_LANGUAGES, RELATIONS, WISHES } from "@/lib/vocabulary/types";
import { listsFor } from "../[caseId]/record/lists";
import { enterCaseAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.enter");
  return { title: t("title") };
}

export default async function NewCasePage() {
  const desk = await requireDesk();
  const [t, locale, lists] = await Promise.all([getTranslations("staff"), getLocale(), listsFor(desk)]);
  return (
    <EnterForm
      action={enterCaseAction}
      hidden={{ [DESK]: desk.site }}
      // A new one with every page: the same form sent twice stays one case.
      nonce={newForm(new Date())}
      newHref={`/${locale}/dashboard/cases/new`}
      options={optionsIn(t, lists)}
      words={wordsIn(t)}
    />
  );
}

function optionsIn(t: StaffWords, lists: Lists): EnterOptions {
  const { locale } = lists;
  const unknown = { value: "", label: t("enter.unknown") };
  return {
    language: Object.entries(COUNSELLING_LANGUAGES)
      .map(([value, autonym]) => ({ value, label: languageName(locale, value, autonym) }))
      .toSorted((a, b) => a.label.localeCompare(b.label, locale)),
    channel: [unknown, ...CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))],
    relation: [unknown, ...RELATIONS.map((value) => ({ value, label: t(`relation.${value}`) }))],
    mainGround: [unknown, ...optionsOf(lists, "ground", [])],
    lifeArea: [unknown, ...optionsOf(lists, "lifeArea", [])],
    wish: [unknown, ...WISHES.map((value) => ({ value, label: t(`wish.${value}`) }))],
  };
}

const wordsIn = (t: StaffWords): EnterWords => ({
  title: t("enter.title"),
  lead: t("enter.lead"),
  message: t("enter.told"),
  messageHelp: t("enter.toldHelp"),
  speech: t("enter.speech"),
  language: t("enter.language"),
  channel: t("enter.channel"),
  relation: t("enter.relation"),
  wish: t("enter.wish"),
  reach: t("enter.reach"),
  safeContact: t("enter.safeContact"),
  safeContactHelp: t("enter.safeContactHelp"),
  name: t("enter.name"),
  phone: t("enter.phone"),
  email: t("enter.email"),
  postalCode: t("enter.postalCode"),
  setting: t("enter.setting"),
  settingHelp: t("enter.settingHelp"),
  what: t("record.quick.what"),
  mainGround: t("record.quick.mainGround"),
  lifeArea: t("record.quick.lifeArea"),
  more: t("record.quick.more"),
  incidentOn: t("record.quick.incidentOn"),
  incidentWhere: t("record.quick.incidentWhere"),
  party: t("record.quick.party"),
  followUp: t("followUps.first.legend"),
  followUpOn: t("followUps.first.on"),
  nextStep: t("followUps.first.step"),
  keys: t("record.quick.keys"),
  consent: t("enter.consent"),
  consentHelp: t("enter.consentHelp"),
  button: t("enter.button"),
  pending: t("enter.pending"),
  doneHeading: t("enter.doneHeading"),
  doneText: t("enter.doneText"),
  doneCase: t("enter.doneCase"),
  doneNext: t("enter.doneNext"),
});
