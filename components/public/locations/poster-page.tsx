import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import type { Office, PublicSite } from "@/lib/sites/types";
import { Icon } from "../icons";
import { PublicPage } from "../public-page";
import { Weave } from "../weave";
import { townOf } from "./office-details";
import { German } from "./reach-links";

type PosterPageProps = {
  locale: Locale;
  t: Translator;
  site: PublicSite;
  /** The whole address of the site's page, in the poster's language. */
  url: string;
  /** The same as a QR code: SVG markup made by the server. */
  qrSvg: string;
};

const FACTS = ["free", "confidential", "anonymous"] as const;

/** A sheet to print and to hang up, in the language of the page. */
export function PosterPage({ locale, t, site, url, qrSvg }: PosterPageProps) {
  const path = `/locations/${site.id}`;
  return (
    <PublicPage
      locale={locale}
      t={t}
      title={t("public.locations.poster.title")}
      path={`${path}/poster`}
      sheet="poster"
      weave={false}
    >
      <p className="back screen">
        <a href={`/${locale}${path}`}>
          <German>{site.name}</German>
        </a>
      </p>
      <p className="help screen">{t("public.locations.poster.hint")}</p>
      <div className="sheet">
        <article className="poster">
          <div className="band">
            <Weave />
          </div>
          <h1>
            {sentencesOf(locale, t("public.locations.poster.heading")).map((sentence) => (
              <span key={sentence} className="line">
                {sentence}
              </span>
            ))}
          </h1>
          <Facts t={t} />
          <div className="foot">
            <Reach site={site} />
            <Code t={t} qrSvg={qrSvg} />
            <p className="address">
              <bdi dir="ltr">{url.replace(/^https?:\/\//, "")}</bdi>
            </p>
          </div>
        </article>
      </div>
    </PublicPage>
  );
}

/** Each on a line of its own, the way one speaks it. */
const sentencesOf = (locale: Locale, text: string): string[] =>
  [...new Intl.Segmenter(locale, { granularity: "sentence" }).segment(text)].map(({ segment }) => segment);

function Facts({ t }: { t: Translator }) {
  const facts = [
    ...FACTS.map((fact) => t(`public.home.facts.${fact}`)),
    t("public.locations.poster.yourLanguage"),
  ];
  return (
    <ul>
      {facts.map((fact) => (
        <li key={fact}>
          <Icon name="done" />
          {fact}
        </li>
      ))}
    </ul>
  );
}

/** Not as links: on paper nobody can follow one, and on the screen the site's page has them. */
function Reach({ site }: { site: PublicSite }) {
  return (
    <div className="reach">
      <h2>
        <German>{site.name}</German>
      </h2>
      {site.offices.map((office) => (
        <p key={office.label}>
          {linesOf(office).map((line) => (
            <span key={line} className="line">
              <German>{line}</German>
            </span>
          ))}
        </p>
      ))}
    </div>
  );
}

const linesOf = (office: Office): string[] =>
  [office.street ?? "", townOf(office), ...(office.phones ?? []), ...(office.emails ?? [])].filter(Boolean);

/** The words below it and the address in letters say all that is in the picture. */
function Code({ t, qrSvg }: { t: Translator; qrSvg: string }) {
  return (
    <figure>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by the server from an address of ours */}
      <div className="scan" aria-hidden="true" dangerouslySetInnerHTML={{ __html: qrSvg }} />
      <figcaption>{t("public.locations.poster.scan")}</figcaption>
    </figure>
  );
}
