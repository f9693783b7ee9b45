import { getTranslations } from "next-intl/server";
import { SettingsForm } from "@/components/settings/settings-form";
import { FigureGrid } from "@/components/statistics/figure-grid";
import { MethodNote } from "@/components/statistics/method-note";
import { sayPeriod } from "@/components/statistics/sheet";
import { TotalCard } from "@/components/statistics/total-card";
import { isStaffLocale, localeInfo } from "@/lib/i18n/locales";
import { mapOfFirstOffices } from "@/lib/locations/queries";
import { REPORT_TEXTS, type ReportText, type ReportWords } from "@/lib/statistics/schema";
import type { Figures } from "@/lib/statistics/types";
import type { Shelf } from "../figures-at-desk";
import { Limits } from "../limits";
import { formWords } from "../words";
import { saveReportAction } from "./actions";

type ReportBodyProps = {
  shelf: Shelf;
  figures: Figures;
  name: string;
  words: ReportWords;
  version: number;
};

/** What is printed. The form for the words stays on the screen; what was saved stands in the report. */
export async function ReportBody({ shelf, figures, name, words, version }: ReportBodyProps) {
  const { reader, sites } = shelf;
  const { t, locale } = reader;
  const map = await mapOfFirstOffices(sites.map(({ shown }) => shown));
  const definitions = `/${locale}/network/definitions`;
  const rtl = isStaffLocale(locale) && localeInfo(locale).dir === "rtl";
  const said = (text: ReportText) => <Said heading={t(`statistics.report.${text}`)} text={words[text]} />;
  return (
    <>
      <details className="card stat-screen stat-words" open={version === 0}>
        <summary>{t("statistics.report.write")}</summary>
        <WordsForm name={name} words={words} version={version} />
      </details>
      {said("introduction")}
      <MethodNote reader={reader} demo={figures.demo} definitions={definitions} />
      <Limits shelf={shelf} figures={figures} refusals={[]} />
      <TotalCard reader={reader} figures={figures} period={sayPeriod(reader, figures)} />
      {said("highlights")}
      <FigureGrid reader={reader} rtl={rtl} figures={figures} map={map} definitions={definitions} />
      {said("outlook")}
    </>
  );
}

function Said({ heading, text }: { heading: string; text: string }) {
  if (text === "") return null;
  return (
    <section className="stat-said">
      <h2>{heading}</h2>
      <p className="words">{text}</p>
    </section>
  );
}

type WordsFormProps = Pick<ReportBodyProps, "name" | "words" | "version">;

/** What was typed survives every refusal, and nobody writes over somebody else's words unseen. */
async function WordsForm({ name, words, version }: WordsFormProps) {
  const [t, settings] = await Promise.all([
    getTranslations("staff.statistics.report"),
    getTranslations("staff.networkSettings"),
  ]);
  return (
    <>
      <p className="help">{t("help")}</p>
      <SettingsForm
        id="report"
        action={saveReportAction}
        hidden={{ period: name }}
        seen={String(version)}
        fields={REPORT_TEXTS.map((text) => ({
          kind: "paragraph" as const,
          name: text,
          label: t(text),
          rows: 6,
        }))}
        values={{ ...words }}
        words={formWords(settings)}
      />
    </>
  );
}
