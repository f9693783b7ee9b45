import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { FormState } from "@/components/staff/form-state";
import { hasJustSignedIn } from "@/lib/accounts/queries";
import type { LeadDesk } from "@/lib/auth/desk";
import { requireLead } from "@/lib/auth/gates";
import { currentSessionHash } from "@/lib/auth/session";
import type { PeopleRefusal, PeopleResult } from "@/lib/people/commands";
import { typedValues } from "../../form-values";
import { atPlace, invalid } from "../at-desk";

/** Checks a form and does with it what only a lead may do; whatever goes wrong, what was typed comes back. */
export async function atLeadDesk<Input, S extends FormState>(
  form: FormData,
  schema: z.ZodType<Input>,
  work: (desk: LeadDesk, input: Input, now: Date, values: Record<string, string>) => Promise<S | FormState>,
): Promise<S | FormState> {
  const values = typedValues(form);
  return atPlace<LeadDesk, S>(values, requireLead, async (desk, now) => {
    const input = schema.safeParse(values);
    return (input.success ? work(desk, input.data, now, values) : invalid(values, input.error)) as Promise<S>;
  });
}

/**
 * The same for what opens the site to somebody, or closes it: soon after signing in only. Two minutes at a screen that
 * was left open must not be enough to take a site over.
 */
export const atFreshLeadDesk: typeof atLeadDesk = (form, schema, work) =>
  atLeadDesk(form, schema, async (desk, input, now, values) =>
    (await isFresh(desk, now)) ? work(desk, input, now, values) : stale(values),
  );

/** Whether whoever sends this request has signed in a short while ago. */
export const isFresh = async ({ account }: LeadDesk, now: Date): Promise<boolean> =>
  hasJustSignedIn(account, await currentSessionHash(), now);

export async function stale(values: Record<string, string>): Promise<FormState> {
  const t = await getTranslations("staff.account.problems");
  return { values, problem: t("stale") };
}

type Done = "grant.done" | "role.done" | "device.done" | "unlock.done" | "invitations.withdrawn";

/** Carries out one command about somebody, and says what became of it. */
export const commandAtLeadDesk = <Input>(
  form: FormData,
  schema: z.ZodType<Input>,
  command: (desk: LeadDesk, input: Input, now: Date) => Promise<PeopleResult>,
  done: Done,
  at: typeof atLeadDesk<Input, FormState> = atLeadDesk,
): Promise<FormState> =>
  at(form, schema, async (desk, input, now, values) => {
    const result = await command(desk, input, now);
    refresh();
    if (!result.ok) return refused(values, result.reason);
    const t = await getTranslations("staff.people");
    return { done: t(done) };
  });

export async function refused(values: Record<string, string>, reason: PeopleRefusal): Promise<FormState> {
  const t = await getTranslations("staff.people.refused");
  return { values, problem: t(reason) };
}
