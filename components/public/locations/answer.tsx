import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import type { Finding, LocationAnswer, Place } from "@/lib/locations/types";
import { Notice } from "../notice";
import { ANSWER_ID } from "./finder-form";
import { isolated } from "./isolated";
import { RemoteOffers } from "./other-ways";
import { SiteEntry } from "./site-entry";
import { Suggestions } from "./suggestions";

type AnswerProps = { locale: Locale; t: Translator; answer: LocationAnswer };

/** What was found: who is there for the place, how else they can be reached, and then everybody else. */
export function Answer({ locale, t, answer }: AnswerProps) {
  const { search, place, byCode, suggestions, findings, remote } = answer;
  const served = findings.filter(({ reason }) => reason !== null);
  const others = findings.filter(({ reason }) => reason === null);
  return (
    <section id={ANSWER_ID} tabIndex={-1}>
      {search.q && !place && <NoPlace t={t} answer={answer} />}
      <Suggestions locale={locale} t={t} search={search} places={suggestions} others={place !== null} />
      <h2>
        {place
          ? t("public.locations.results", { place: shownPlace(place, byCode) })
          : t("public.locations.all")}
      </h2>
      {place && <p className="help">{t("public.locations.straight")}</p>}
      <Findings locale={locale} t={t} findings={served} />
      <RemoteOffers locale={locale} t={t} offers={remote} />
      {place && others.length > 0 && <p className="note">{t("public.locations.reasons.elsewhere")}</p>}
      <Findings locale={locale} t={t} findings={others} />
    </section>
  );
}

/** Said at once, also to those who hear the page, unless there is something better to say: what may be meant. */
function NoPlace({ t, answer: { search, suggestions } }: { t: Translator; answer: LocationAnswer }) {
  if (suggestions.length > 0) return null;
  return (
    <Notice kind="info">
      <p>{t("public.locations.unknown", { place: isolated(search.q) })}</p>
    </Notice>
  );
}

const shownPlace = ({ code, name }: Place, byCode: boolean): string =>
  isolated(byCode ? `${code} ${name}` : name);

type FindingsProps = { locale: Locale; t: Translator; findings: Finding[] };

/** In their order; what is not known of several in a row is said once. */
function Findings({ locale, t, findings }: FindingsProps) {
  return inRuns(findings).map(({ key, unconfirmed, members }) => (
    <div key={key}>
      {unconfirmed.map((wish) => (
        <p key={wish} className="note">
          {t(`public.locations.unconfirmed.${wish}`)}
        </p>
      ))}
      {members.map((finding) => (
        <SiteEntry
          key={finding.site.id}
          locale={locale}
          t={t}
          site={finding.site}
          heading="h3"
          finding={finding}
        />
      ))}
    </div>
  ));
}

type Run = { key: string; unconfirmed: Finding["unconfirmed"]; members: Finding[] };

function inRuns(findings: Finding[]): Run[] {
  const runs: Run[] = [];
  for (const finding of findings) {
    const last = runs.at(-1);
    if (last?.unconfirmed.join() === finding.unconfirmed.join()) last.members.push(finding);
    else runs.push({ key: finding.site.id, unconfirmed: finding.unconfirmed, members: [finding] });
  }
  return runs;
}
