import { useTranslations } from "next-intl";
import { StatusMark } from "@/components/cases/status-mark";
import type { ReferralStatus } from "@/lib/referrals/types";

/** The stage of a case whose shape says the same of a referral. */
const LIKE = {
  draft: "received",
  consentRequested: "waiting",
  consented: "assigned",
  declined: "withdrawn",
  sent: "waiting",
  accepted: "counselling",
  refused: "withdrawn",
  noAnswer: "dormant",
  done: "closed",
  revoked: "withdrawn",
} as const;

/** Where a referral stands: the word, and the small shape that cases have as well. */
export function ReferralMark({ status }: { status: ReferralStatus }) {
  const t = useTranslations("staff.referrals.status");
  return <StatusMark status={LIKE[status]} label={t(status)} />;
}
