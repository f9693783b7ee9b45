import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { HelpForm } from "@/components/partners/help-form";
import { requireDesk } from "@/lib/auth/gates";
import { findCase, listColleagues } from "@/lib/cases/queries";
import type { CaseRecord } from "@/lib/record/types";
import { readerAt } from "../../../partners/reader";
import { CaseFrame } from "../case-frame";
import { openRecord } from "../open-record";
import { searchHelpAction } from "./actions";
import { foundFor } from "./found";
import { helpFields } from "./help-fields";

type Params = { params: Promise<{ caseId: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const [{ caseFile }, t] = await Promise.all([
    params.then(({ caseId }) => openRecord(caseId)),
    getTranslations("staff"),
  ]);
  return {
    title: `${t("partners.helper.title")} · ${t("list.caseNumber", { number: String(caseFile.number) })}`,
  };
}

/** Who could help with a case: searched for by what its record says, until the counsellor asks for something else. */
export default async function CasePartnersPage({ params }: Params) {
  const desk = await requireDesk();
  const record = await openRecord((await params).caseId);
  const [reader, locale, colleagues] = await Promise.all([readerAt(desk), getLocale(), listColleagues(desk)]);
  const { t } = reader;
  const { caseFile, parts } = record;
  const search = {
    help: "",
    lifeArea: parts.area.values.area,
    ground: parts.grounds.values.main,
    language: caseFile.language,
    postalCode: parts.incident.values.postalCode || (await enquiryPlace(record)),
  };
  const words = {
    search: t("partners.helper.search"),
    button: t("partners.helper.button"),
    pending: t("partners.helper.pending"),
    refer: t("referrals.begin"),
    signs: {
      for: t("partners.helper.signs.for"),
      open: t("partners.helper.signs.open"),
      against: t("partners.helper.signs.against"),
    },
  };
  return (
    <CaseFrame caseFile={caseFile} colleagues={colleagues} current="partners">
      <h2>{t("partners.helper.title")}</h2>
      <p className="lead">{t("partners.helper.lead")}</p>
      <p>
        <a href={`/${locale}/dashboard/partners`}>{t("partners.helper.directory")}</a>
      </p>
      <HelpForm
        action={searchHelpAction}
        fields={helpFields(reader, search)}
        values={search}
        found={await foundFor(desk, reader, search)}
        referHref={`/${locale}/dashboard/cases/${caseFile.id}/referrals/new`}
        words={words}
      />
    </CaseFrame>
  );
}

/** The postal code that the person gave, the newest one where they gave several. */
async function enquiryPlace({ caseFile }: CaseRecord): Promise<string> {
  const { details, letters } = await findCase(await requireDesk(), caseFile.id);
  const given = [details, ...letters.map((letter) => letter.details)].map((each) => each?.postalCode ?? "");
  return given.findLast(Boolean) ?? "";
}
