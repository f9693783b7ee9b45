"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/components/staff/form-state";
import type { LeadDesk } from "@/lib/auth/desk";
import { handOverCases } from "@/lib/cases/commands";
import { AppError } from "@/lib/errors";
import { reportFault, requestId } from "@/lib/http/fault";
import { type PeopleResult, removeColleague } from "@/lib/people/commands";
import { leaveSchema } from "@/lib/people/schema";
import { atFreshLeadDesk, atLeadDesk, refused } from "../../at-lead-desk";

/** Up to two thousand cases in one go; what is left then can be handed over with one press more. */
const ROUNDS = 10;

type HandOver = { from: string; to: string | null };

/** Takes somebody's access away, then hands their open cases over. */
export const leaveAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  atFreshLeadDesk(form, leaveSchema, async (desk, { account, casesTo }, now, values) => {
    const removed = await removeColleague(desk, { account }, now).catch(alreadyGone);
    if (!removed.ok) return refused(values, removed.reason);
    try {
      await handOverAll(desk, { from: account, to: casesTo }, now);
    } catch (error) {
      // The access is gone all the same; the next page shows what is still to be handed over.
      reportFault(error, requestId(await headers()));
    }
    redirect(`/${await getLocale()}/dashboard/people/${account}`);
  });

/** The same form sent twice takes one access away. The page that follows says whether there was anybody. */
function alreadyGone(error: unknown): PeopleResult {
  if (error instanceof AppError && error.code === "notFound") return { ok: true };
  throw error;
}

/** Hands over what remained. */
export const handOverAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  atLeadDesk(form, leaveSchema, async (desk, { account, casesTo }, now, values) => {
    const t = await getTranslations("staff");
    const moved = await handOverAll(desk, { from: account, to: casesTo }, now);
    refresh();
    if (moved === null) return { values, problem: t("refused.colleagueUnknown") };
    return { done: t("people.left.done", { count: moved, digits: String(moved) }) };
  });

/** @returns how many were handed over; null when the colleague does not work here any more */
async function handOverAll(desk: LeadDesk, { from, to }: HandOver, now: Date): Promise<number | null> {
  let total = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const result = await handOverCases(desk, { from, to }, now);
    if (!result.ok) return null;
    total += result.moved;
    if (result.moved === 0) break;
  }
  return total;
}
