import { getTranslations } from "next-intl/server";
import type { StepMark } from "@/components/accounts/steps";
import type { Access } from "@/lib/accounts/types";

const STEPS = ["you", "factor", "recovery"] as const;

export type SetUpStep = (typeof STEPS)[number] | "done";

/** What somebody still has to do before their access is safe enough to work with. */
export function nextStepOf({ hasTotp, passkeys, recovery }: Access): SetUpStep {
  if (!hasTotp && passkeys.length === 0) return "factor";
  return recovery === "confirmed" ? "done" : "recovery";
}

/** The three steps, as they stand. */
export async function stepMarks(now: SetUpStep): Promise<StepMark[]> {
  const t = await getTranslations("staff.join");
  const labels = { you: t("stepYou"), factor: t("stepFactor"), recovery: t("stepRecovery") };
  const at = now === "done" ? STEPS.length : STEPS.indexOf(now);
  return STEPS.map((step, index) => ({
    label: labels[step],
    state: index < at ? "done" : index === at ? "now" : "next",
  }));
}
