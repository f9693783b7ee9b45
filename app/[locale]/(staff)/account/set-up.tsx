import { getLocale, getTranslations } from "next-intl/server";
import { Entrance } from "@/components/accounts/entrance";
import { Steps } from "@/components/accounts/steps";
import { findAccess, listPlaces } from "@/lib/accounts/queries";
import type { Staff } from "@/lib/auth/queries";
import { FactorChoice } from "./factors";
import { RecoveryCode } from "./recovery";
import { nextStepOf, type SetUpStep, stepMarks } from "./step-marks";
import { Waiting } from "./waiting";

/** The way in of somebody who has just joined, on one page: what is next, and nothing else. */
export async function SetUp({ staff }: { staff: Staff }) {
  const [access, t] = await Promise.all([findAccess(staff), getTranslations("staff.join")]);
  const step = nextStepOf(access);
  return (
    <Entrance heading={step === "done" ? t("doneHeading") : t("heading")} wide>
      <Steps label={t("steps")} doneWord={t("done")} steps={await stepMarks(step)} />
      {step === "done" ? <Arrived staff={staff} /> : <OpenStep step={step} staff={staff} />}
    </Entrance>
  );
}

/** The step that somebody is at, with everything it needs. */
export async function OpenStep({ step, staff }: { step: SetUpStep; staff: Staff }) {
  const t = await getTranslations("staff");
  return (
    <section className="stack">
      <h2>{step === "factor" ? t("join.stepFactor") : t("join.stepRecovery")}</h2>
      {step === "factor" ? (
        <FactorChoice staff={staff} />
      ) : (
        <>
          <p>{t("account.recovery.why")}</p>
          <RecoveryCode />
        </>
      )}
    </section>
  );
}

async function Arrived({ staff }: { staff: Staff }) {
  const [locale, t, places] = await Promise.all([
    getLocale(),
    getTranslations("staff.join"),
    listPlaces(staff),
  ]);
  const waiting = places.some(({ state }) => state !== "open");
  return (
    <>
      <Waiting staff={staff} places={places} />
      <p className="actions">
        <a className={waiting ? "button button-quiet" : "button"} href={`/${locale}/sign-in`}>
          {waiting ? t("later") : t("enter")}
        </a>
      </p>
    </>
  );
}
