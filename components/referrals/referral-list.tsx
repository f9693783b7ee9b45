import { useLocale, useTranslations } from "next-intl";
import { formatDay, isolate } from "@/components/staff/wording";
import type { Referral } from "@/lib/referrals/types";
import { isoDay } from "@/lib/time/day";
import { ReferralMark } from "./referral-mark";

type ListProps = { referrals: readonly Referral[]; href: string; today: string };

/** The referrals of a case, the newest first, with what is overdue said in words. */
export function ReferralList({ referrals, href, today }: ListProps) {
  const t = useTranslations("staff.referrals");
  const locale = useLocale();
  return (
    <ul className="referrals">
      {referrals.map(({ id, status, body, sentOn, answerDueOn }) => (
        <li key={id} className="card">
          <h3>
            <a href={`${href}/${id}`}>
              {body ? t("to", { name: isolate(body.recipient.name) }) : t("unreadable")}
            </a>
          </h3>
          <ReferralMark status={status} />
          {body && (
            <p className="words" dir="auto">
              {body.purpose}
            </p>
          )}
          {sentOn && <p className="help">{t("sentOn", { day: formatDay(locale, sentOn) })}</p>}
          {status === "sent" && answerDueOn && (
            <Due day={formatDay(locale, answerDueOn)} overdue={isoDay(answerDueOn) < today} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Due({ day, overdue }: { day: string; overdue: boolean }) {
  const t = useTranslations("staff.referrals");
  return overdue ? (
    <p>
      <strong>{t("overdue", { day })}</strong>
    </p>
  ) : (
    <p className="help">{t("dueOn", { day })}</p>
  );
}
