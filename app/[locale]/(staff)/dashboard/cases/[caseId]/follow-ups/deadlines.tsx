import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { PressForm } from "@/components/cases/press-form";
import { formatDay, isolate } from "@/components/staff/wording";
import { requireDesk } from "@/lib/auth/gates";
import { offerDeadlines } from "@/lib/follow-ups/queries";
import type { DeadlineDays } from "@/lib/follow-ups/schema";
import type { DeadlineOffer } from "@/lib/follow-ups/types";
import { DEADLINE_STARTS, type LegalDeadline, labelIn } from "@/lib/vocabulary/types";
import { adoptDeadlineAction } from "./actions";

type DeadlinesProps = { caseId: string; days: DeadlineDays; today: string; pageHref: string };

/** Periods of law, worked out from days that are known: an offer to check, no advice. */
export async function Deadlines({ caseId, days, today, pageHref }: DeadlinesProps) {
  const desk = await requireDesk();
  const [t, { offers, deadlines }] = await Promise.all([
    getTranslations("staff.followUps.deadlines"),
    offerDeadlines(desk, days),
  ]);
  return (
    <section className="card stack" aria-labelledby="deadlines-heading">
      <h2 id="deadlines-heading">{t("heading")}</h2>
      <p className="help">{t("noAdvice")}</p>
      <DaysForm days={days} pageHref={pageHref} />
      {offers.length === 0 && <p className="help">{t("none")}</p>}
      <ul className="due-list">
        {offers.map((offer) => {
          const deadline = deadlines.find(({ code }) => code === offer.code);
          return (
            deadline && (
              <Offer key={offer.code} caseId={caseId} offer={offer} deadline={deadline} today={today} />
            )
          );
        })}
      </ul>
    </section>
  );
}

/** The days that periods run from. A plain GET form: trying out changes nothing. */
async function DaysForm({ days, pageHref }: Pick<DeadlinesProps, "days" | "pageHref">) {
  const t = await getTranslations("staff.followUps.deadlines");
  return (
    <form action={pageHref} className="settings-form deadline-days">
      {DEADLINE_STARTS.map((start) => (
        <div key={start} className="field">
          <label htmlFor={`day-${start}`}>{t(`days.${start}`)}</label>
          <input id={`day-${start}`} type="date" name={start} dir="ltr" defaultValue={days[start] ?? ""} />
        </div>
      ))}
      <button type="submit" className="button button-quiet">
        {t("count")}
      </button>
    </form>
  );
}

type OfferProps = { caseId: string; offer: DeadlineOffer; deadline: LegalDeadline; today: string };

async function Offer({ caseId, offer, deadline, today }: OfferProps) {
  const [t, locale] = await Promise.all([getTranslations("staff.followUps.deadlines"), getLocale()]);
  const { code, from, counted, lastDay } = offer;
  const day = (iso: string) => formatDay(locale, new Date(iso));
  const label = labelIn(locale, deadline);
  return (
    <li className="due">
      <time dateTime={lastDay}>{day(lastDay)}</time>
      <div className="due-what">
        <p>{label}</p>
        <p className="help">
          {t("how", { source: isolate(deadline.source), from: day(from) })}{" "}
          {counted !== lastDay && t("moved", { counted: day(counted) })}{" "}
          {lastDay < today && <strong>{t("over")}</strong>}
        </p>
      </div>
      {lastDay >= today && (
        <PressForm
          action={adoptDeadlineAction}
          // A new id with every page: pressed twice it is one follow-up.
          hidden={{
            ...{ caseId, followUpId: randomUUID(), code, from },
            text: t("adopted", { label, source: deadline.source }),
          }}
          button={t("adopt")}
          pending={t("adopting")}
        />
      )}
    </li>
  );
}
