import { refresh } from "next/cache";
import { headers } from "next/headers";
import { notFound, unstable_rethrow } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { z } from "zod";
import { DESK, type FormState } from "@/components/staff/form-state";
import type { StaffWords } from "@/components/staff/wording";
import type { Desk } from "@/lib/auth/desk";
import { requireDesk } from "@/lib/auth/gates";
import { dropInterrupted } from "@/lib/auth/interrupted";
import { isDesk, openDesk, type Staff, siteOf } from "@/lib/auth/queries";
import { COMES_BACK } from "@/lib/auth/rules";
import { chooseSite, chosenSite, currentStaff } from "@/lib/auth/session";
import type { CommandResult } from "@/lib/cases/commands";
import { hasCase } from "@/lib/cases/queries";
import { caseIdSchema } from "@/lib/cases/schema";
import { AppError } from "@/lib/errors";
import { reportFault, requestId } from "@/lib/http/fault";
import { fieldOf } from "@/lib/http/nested";
import { typedValues } from "../form-values";

type Work = (desk: Desk, now: Date) => Promise<FormState>;

/** Does something at the desk of whoever sent a form. */
export const atDesk = (values: Record<string, string>, work: Work): Promise<FormState> =>
  atPlace(values, requireDesk, work);

/**
 * Does something at the place that a gate leads to. Somebody whose session ran out while they were writing, or
 * who writes while the database is away, gets their text back instead of another page.
 */
export async function atPlace<Place, State extends FormState>(
  values: Record<string, string>,
  gate: () => Promise<Place>,
  work: (place: Place, now: Date) => Promise<State>,
): Promise<State | FormState> {
  const now = new Date();
  try {
    // Without scripts the page itself then leads to the sign-in, and keeps the form meanwhile (lib/auth/gates.ts).
    const staff = await currentStaff(now);
    if (!staff) return await signedOut(values);
    if (values[COMES_BACK]) await dropInterrupted(values[COMES_BACK]);
    // Before the gate, which may let nobody through at the desk that is open now.
    if (await isOfOtherDesk(staff, values)) return await otherDesk(staff, values);
    // A form that was kept while its sender had to sign in stands on its page again, and nothing is done yet.
    if (values[COMES_BACK]) return await refusedAs("back", values);
    return await work(await gate(), now);
  } catch (error) {
    if (error instanceof AppError && error.code === "notFound") return await notHere(values, now);
    unstable_rethrow(error); // redirects and the like, which Next throws
    // Whatever went wrong, what was typed comes back.
    reportFault(error, requestId(await headers()));
    return refusedAs("unavailable", values);
  }
}

/** Everything that was typed, and why nothing was done with it. */
async function refusedAs(
  reason: "back" | "deskAgain" | "otherDesk" | "unavailable",
  { [COMES_BACK]: _kept, ...values }: Record<string, string>,
): Promise<FormState> {
  const t = await getTranslations("staff.refused");
  return { values, problem: t(reason) };
}

/**
 * Whether a form that belongs to no case was opened at another desk than the one that was chosen since, in another tab:
 * what is about that site alone would then be sealed to this one, or let somebody in here.
 */
async function isOfOtherDesk(staff: Staff, { [DESK]: site }: Record<string, string>): Promise<boolean> {
  return site !== undefined && site !== siteOf(staff, await chosenSite())?.siteId;
}

async function otherDesk({ memberships }: Staff, values: Record<string, string>): Promise<FormState> {
  const theirs = memberships.find(({ siteId }) => siteId === values[DESK]);
  if (!theirs || (await cameByScript())) return refusedAs("otherDesk", values);
  return backAtDesk(theirs.siteId, values);
}

/** Without scripts the answer is a page of the desk that is open, which then has to be the one of the form. */
async function backAtDesk(site: string, values: Record<string, string>): Promise<FormState> {
  await chooseSite(site);
  return refusedAs("deskAgain", values);
}

/**
 * What is not found is as missing as what never was; but somebody who works at several sites may have changed the
 * desk in another tab, and gets back what they wrote.
 */
async function notHere(values: Record<string, string>, now: Date): Promise<FormState> {
  const staff = await currentStaff(now);
  if (!staff || staff.memberships.length < 2) notFound();
  if (await cameByScript()) return refusedAs("otherDesk", values);
  const site = await siteOfCase(staff, values.caseId ?? "");
  if (!site) notFound();
  return backAtDesk(site, values);
}

/** At which of somebody's sites a case is. */
async function siteOfCase(staff: Staff, caseId: string): Promise<string | null> {
  const { success } = caseIdSchema.safeParse(caseId);
  for (const { siteId } of success ? staff.memberships : []) {
    const place = await openDesk(staff, siteId);
    if (isDesk(place) && (await hasCase(place, caseId))) return siteId;
  }
  return null;
}

/** Without scripts the answer is a whole page, and only the gate can choose it. */
export const cameByScript = async (): Promise<boolean> => (await headers()).has("next-action");

export async function signedOut(values: Record<string, string>): Promise<FormState> {
  const [t, locale] = await Promise.all([getTranslations("staff.refused"), getLocale()]);
  return { values, problem: t("signedOut"), signIn: { href: `/${locale}/sign-in`, label: t("signInLink") } };
}

type Done = "answer" | "status" | "assign" | "notes";

/** Checks a form and carries out one command of a case with it. */
export async function commandAtDesk<Input>(
  form: FormData,
  schema: z.ZodType<Input>,
  command: (desk: Desk, input: Input, now: Date) => Promise<CommandResult>,
  done: Done,
): Promise<FormState> {
  const values = typedValues(form);
  return atDesk(values, async (desk, now) => {
    const input = schema.safeParse(values);
    if (!input.success) return invalid(values, input.error);
    const t = await getTranslations("staff");
    const result = await command(desk, input.data, now);
    // Done or refused, the page then shows the case as it is now. Not after a fault: what fails for the command
    // would fail for the page as well, and an error page would take what was typed with it.
    refresh();
    return result.ok ? { done: t(`case.${done}.done`) } : { values, problem: t(`refused.${result.reason}`) };
  });
}

const ERRORS = [
  "textEmpty",
  "textTooLong",
  "emailInvalid",
  "postalCodeInvalid",
  "nameEmpty",
  "nameTooLong",
  "fingerprintIncomplete",
  "shareEmpty",
] as const;

/** The errors of a schema in words, beside their fields. */
export const invalid = (values: Record<string, string>, error: z.ZodError): Promise<FormState> =>
  invalidIn(values, error, fieldError);

export function fieldError(t: StaffWords, message: string): string {
  const code = ERRORS.find((known) => known === message) ?? "choiceMissing";
  return t(`errors.${code}`);
}

/** The same in the words of a part of the application: the first error of each field counts. */
export async function invalidIn(
  values: Record<string, string>,
  { issues }: z.ZodError,
  say: (t: StaffWords, message: string, field: string) => string,
): Promise<FormState> {
  const t = await getTranslations("staff");
  const errors: Record<string, string> = {};
  for (const { path, message } of issues) {
    const field = fieldOf(path);
    errors[field] ??= say(t, message, field);
  }
  return { values, errors, problem: t("refused.invalid") };
}
