import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import type { PageName } from "@/lib/network/types";
import { PublicPage } from "./public-page";

type TextPageProps = {
  locale: Locale;
  t: Translator;
  page: PageName;
  /** The text and the language it is in; null where nobody has written one. */
  written: { text: string; lang: string } | null;
};

/** Imprint or privacy, in the network's own words. */
export function TextPage({ locale, t, page, written }: TextPageProps) {
  return (
    <PublicPage locale={locale} t={t} title={t(`public.texts.${page}`)} path={`/${page}`}>
      <h1>{t(`public.texts.${page}`)}</h1>
      {written ? (
        <div lang={written.lang} dir="auto">
          {blocksOf(written.text).map(({ key, lines }) => (
            <Block key={key} lines={lines} />
          ))}
        </div>
      ) : (
        <p>{t("public.texts.none")}</p>
      )}
    </PublicPage>
  );
}

/** What stands between empty lines. */
const blocksOf = (text: string): { key: string; lines: string[] }[] =>
  text
    .split(/\n\s*\n/)
    .map((block, index) => ({ key: String(index), lines: block.split("\n").filter((line) => line.trim()) }))
    .filter(({ lines }) => lines.length > 0);

/** The little of Markdown that there is: headings, lists, and lines that stay lines. Nothing else has a meaning. */
function Block({ lines }: { lines: string[] }) {
  const [first = "", ...others] = lines;
  if (first.startsWith("## ")) {
    return (
      <>
        <h2>{first.slice(3)}</h2>
        {others.length > 0 && <Block lines={others} />}
      </>
    );
  }
  if (lines.every((line) => line.startsWith("- "))) {
    return (
      <ul>
        {lines.map((line) => (
          <li key={line}>{line.slice(2)}</li>
        ))}
      </ul>
    );
  }
  return (
    <p>
      {lines.map((line) => (
        <span key={line} className="line">
          {line}
        </span>
      ))}
    </p>
  );
}
