import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BackLink } from "@/components/staff/back-link";
import { requireDesk } from "@/lib/auth/gates";
import { listColleagues } from "@/lib/cases/queries";
import { formatHandoutCode, newHandoutCode } from "@/lib/crypto/handout";
import { CaseFrame } from "../case-frame";
import { openRecord } from "../open-record";

type Params = { params: Promise<{ caseId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.print.export");
  return { title: t("title") };
}

/** Where a person's own data is made into a file. The code is new with every page, and stored nowhere. */
export default async function ExportPage({ params }: Params) {
  const desk = await requireDesk();
  const { caseFile } = await openRecord((await params).caseId);
  const [t, locale, colleagues] = await Promise.all([
    getTranslations("staff.print.export"),
    getLocale(),
    listColleagues(desk),
  ]);
  const page = `/${locale}/dashboard/cases/${caseFile.id}`;
  const code = newHandoutCode();
  return (
    <CaseFrame caseFile={caseFile} colleagues={colleagues}>
      <BackLink href={`${page}/documents`}>{t("title")}</BackLink>
      <form action={`${page}/export/file`} method="post" className="card stack">
        <h2>{t("title")}</h2>
        <p>{t("lead")}</p>
        <p>
          <strong>{t("code")}</strong>
        </p>
        <p className="code-slip" dir="ltr" data-testid="code">
          {formatHandoutCode(code)}
        </p>
        <p className="help">{t("codeHelp")}</p>
        <input type="hidden" name="code" value={code} />
        <p>
          <label>
            <input type="checkbox" name="notes" value="yes" defaultChecked aria-describedby="notes-help" />{" "}
            {t("notes")}
          </label>
        </p>
        <p className="help" id="notes-help">
          {t("notesHelp")}
        </p>
        <p>{t("without")}</p>
        <p className="actions">
          <button type="submit" className="button">
            {t("button")}
          </button>
        </p>
      </form>
    </CaseFrame>
  );
}
