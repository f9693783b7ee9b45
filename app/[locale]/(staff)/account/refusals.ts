import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { FormState } from "@/components/staff/form-state";
import type { StaffWords } from "@/components/staff/wording";
import { cleanText } from "@/lib/http/clean";
import { reportFault, requestId } from "@/lib/http/fault";

/** What comes back after a refusal. Passphrases and codes of an app are not among it. */
const KEPT = ["email", "recoveryCode", "lastGroup", "ticket"];

const keptValues = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    KEPT.flatMap((name) => {
      const value = form.get(name);
      return typeof value === "string" ? [[name, cleanText(value).slice(0, 2_000)]] : [];
    }),
  );

/** The fields of a form as they were sent: a passphrase is used exactly as it was typed. */
export const fieldsOf = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === "string" && !name.startsWith("$") ? [[name, value]] : [],
    ),
  );

/** Does what a form asks for; whatever goes wrong, what was typed comes back. */
export async function keepingTyped<S extends FormState>(
  form: FormData,
  work: (t: StaffWords, values: Record<string, string>, now: Date) => Promise<S | FormState>,
): Promise<S | FormState> {
  const values = keptValues(form);
  const t = await getTranslations("staff");
  try {
    return await work(t, values, new Date());
  } catch (error) {
    unstable_rethrow(error); // redirects and the like, which Next throws
    reportFault(error, requestId(await headers()));
    return { values, problem: t("refused.unavailable") };
  }
}

const REASONS = [
  "tooShort",
  "tooLong",
  "common",
  "personal",
  "emailInvalid",
  "emailTaken",
  "unknown",
  "used",
  "late",
  "elsewhere",
  "member",
  "codeUsed",
  "tooMany",
  "over",
  "locked",
  "notUsable",
  "currentWrong",
  "differs",
] as const;

type Refusal = { reason: string; seconds?: number; minutes?: number };

/** Why something was refused, as a sentence. What is "wrong" depends on what was asked for. */
function sentenceOf(t: StaffWords, { reason, seconds = 0, minutes = 0 }: Refusal, wrong: string): string {
  if (reason === "wait") return t("signIn.wait", { count: seconds, digits: String(seconds) });
  if (reason === "clock") return t("account.problems.clock", { count: minutes, digits: String(minutes) });
  const known = REASONS.find((each) => each === reason);
  return known ? t(`account.problems.${known}`) : wrong;
}

/** The field that a refusal is about, for the sentence to stand beside it. */
const FIELD_OF: Record<string, string> = {
  tooShort: "passphrase",
  tooLong: "passphrase",
  common: "passphrase",
  personal: "passphrase",
  emailInvalid: "email",
  emailTaken: "email",
  currentWrong: "current",
};

/** A refusal as a form shows it: beside the field it is about, or above all of them. */
export function refusalState(
  t: StaffWords,
  values: Record<string, string>,
  refusal: Refusal,
  wrong: string,
): FormState {
  const sentence = sentenceOf(t, refusal, wrong);
  const field = FIELD_OF[refusal.reason];
  if (!field) return { values, problem: sentence };
  return { values, errors: { [field]: sentence }, problem: t("refused.invalid") };
}
