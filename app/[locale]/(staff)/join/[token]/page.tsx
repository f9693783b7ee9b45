import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Entrance } from "@/components/accounts/entrance";
import { Steps } from "@/components/accounts/steps";
import { isolate } from "@/components/staff/wording";
import { findInvitation } from "@/lib/accounts/queries";
import { suggestPassphrase } from "@/lib/accounts/rules";
import type { FoundInvitation, InvitationProblem } from "@/lib/accounts/types";
import type { Staff } from "@/lib/auth/queries";
import { currentStaff } from "@/lib/auth/session";
import { siteName } from "@/lib/sites/queries";
import { SetUp } from "../../account/set-up";
import { stepMarks } from "../../account/step-marks";
import { requireLocale } from "../../require-locale";
import { JoinAlsoForm, JoinForm, ResetForm } from "./forms";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.join");
  return { title: t("title") };
}

type JoinProps = { params: Promise<{ locale: string; token: string }> };

/** One page for the whole way in: what one needs to sign in, the second factor, the recovery code, and the waiting. */
export default async function JoinPage({ params }: JoinProps) {
  await requireLocale(params);
  const { token } = await params;
  const now = new Date();
  const [staff, found, t] = await Promise.all([
    currentStaff(now),
    findInvitation(token, now),
    getTranslations("staff.join"),
  ]);
  if (!found.ok) {
    const own = staff !== null && found.usedBy === staff.accountId;
    return own ? <SetUp staff={staff} /> : <DeadLink reason={found.reason} />;
  }
  const heading = found.invitation.kind === "reset" ? t("resetHeading") : t("heading");
  return (
    <Entrance heading={heading} lead={await leadOf(found)} wide>
      <Steps label={t("steps")} doneWord={t("done")} steps={await stepMarks("you")} />
      <Start staff={staff} found={found} token={token} />
    </Entrance>
  );
}

type Open = Extract<FoundInvitation, { ok: true }>;

function Start({ staff, found, token }: { staff: Staff | null; found: Open; token: string }) {
  if (found.invitation.kind === "reset") return <ResetForm token={token} suggestion={suggestPassphrase()} />;
  if (staff) return <JoinAlsoForm token={token} />;
  return <JoinForm token={token} suggestion={suggestPassphrase()} />;
}

async function leadOf({ invitation }: Open): Promise<string> {
  const t = await getTranslations("staff.join");
  if (invitation.kind === "network") return t("leadNetwork");
  const site = await siteName(invitation.siteId, new Date());
  return invitation.kind === "reset"
    ? t("resetLead", { site: isolate(site) })
    : t("lead", { site: isolate(site) });
}

async function DeadLink({ reason }: { reason: InvitationProblem }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("staff")]);
  return (
    <Entrance
      heading={t(`join.dead.${reason}`)}
      lead={t(`join.dead.${reason}Text`)}
      footer={<a href={`/${locale}/sign-in`}>{t("signIn.second.back")}</a>}
    >
      {null}
    </Entrance>
  );
}
