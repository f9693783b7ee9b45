import { getLocale, getTranslations } from "next-intl/server";
import { KeptText } from "@/components/cases/kept-text";
import { PressForm } from "@/components/cases/press-form";
import { isolate } from "@/components/staff/wording";
import { siteName } from "@/lib/sites/queries";
import { chooseSiteAction } from "../../../account/actions";
import { answerAction, noteAction } from "./actions";

/**
 * What somebody sees who works at several sites and opens a case of another of them. What they sent from a page of
 * that case without scripts, after they had changed the desk, comes back here.
 */
export async function Elsewhere({ site, caseId }: { site: string; caseId: string }) {
  const [locale, t, name] = await Promise.all([
    getLocale(),
    getTranslations("staff"),
    siteName(site, new Date()),
  ]);
  const page = `/${locale}/dashboard/cases/${caseId}`;
  const answer = {
    label: t("case.answer.label"),
    button: t("case.answer.button"),
    pending: t("case.answer.pending"),
  };
  const note = {
    label: t("case.notes.label"),
    button: t("case.notes.button"),
    pending: t("case.notes.pending"),
  };
  return (
    <div className="person-page">
      <h1>{t("case.elsewhere.heading", { site: isolate(name) })}</h1>
      <section className="card stack">
        <p>{t("case.elsewhere.text")}</p>
        <PressForm
          action={chooseSiteAction}
          hidden={{ site }}
          button={t("nav.switchTo", { site: name })}
          pending={t("nav.switching")}
        />
      </section>
      <KeptText id="answer" action={answerAction} page={page} words={answer} rows={8} />
      <KeptText id="note" action={noteAction} page={page} words={note} rows={3} />
    </div>
  );
}
