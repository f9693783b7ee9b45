import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Steps } from "@/components/accounts/steps";
import { findAccess, listPlaces } from "@/lib/accounts/queries";
import { requireStaff } from "@/lib/auth/gates";
import { env } from "@/lib/env";
import { FactorsCard, PassphraseCard, RecoveryCard } from "./access-cards";
import { LanguageCard, PlacesCard, SessionsCard } from "./cards";
import { OpenStep } from "./set-up";
import { nextStepOf, stepMarks } from "./step-marks";
import { Waiting } from "./waiting";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.account");
  return { title: t("title") };
}

/** Everything about one's own access: what is still to do first, then what can be changed. */
export default async function AccountPage() {
  const staff = await requireStaff();
  const [access, places, t] = await Promise.all([
    findAccess(staff),
    listPlaces(staff),
    getTranslations("staff"),
  ]);
  const step = nextStepOf(access);
  const required = env().SECOND_FACTOR === "required";
  return (
    <div className="account">
      <h1>{t("account.title")}</h1>
      {step !== "done" && (
        <section className="card todo">
          <h2>{required ? t("account.todoRequired") : t("account.todoOffered")}</h2>
          <Steps label={t("join.steps")} doneWord={t("join.done")} steps={await stepMarks(step)} />
          <OpenStep step={step} staff={staff} />
        </section>
      )}
      <Waiting staff={staff} places={places} />
      <PlacesCard places={places} />
      <PassphraseCard />
      {step !== "factor" && <FactorsCard staff={staff} access={access} />}
      {step === "done" && <RecoveryCard />}
      <SessionsCard staff={staff} />
      <LanguageCard locale={access.locale} />
    </div>
  );
}
