import type { FormState } from "@/components/staff/form-state";
import type { StaffWords } from "@/components/staff/wording";
import { isFreshEnough } from "@/lib/accounts/queries";
import { requireStaff } from "@/lib/auth/gates";
import type { Staff } from "@/lib/auth/queries";
import { currentSessionHash, currentStaff } from "@/lib/auth/session";
import { cameByScript, signedOut } from "../dashboard/at-desk";
import { keepingTyped } from "./refusals";

type Work<S> = (
  staff: Staff,
  t: StaffWords,
  values: Record<string, string>,
  now: Date,
) => Promise<S | FormState>;

/** Does something with the access of whoever sent a form. Somebody whose session is over is told so, in place. */
export const atAccount = <S extends FormState>(form: FormData, work: Work<S>): Promise<S | FormState> =>
  keepingTyped<S>(form, async (t, values, now) => {
    const staff = await currentStaff(now);
    if (!staff && (await cameByScript())) return signedOut(values);
    return work(staff ?? (await requireStaff()), t, values, now);
  });

/** The same for what opens the account, which somebody may change soon after signing in only. */
export const atFreshAccount = <S extends FormState>(form: FormData, work: Work<S>): Promise<S | FormState> =>
  atAccount<S>(form, async (staff, t, values, now) =>
    (await isFreshEnough(staff, await currentSessionHash(), now))
      ? work(staff, t, values, now)
      : { values, problem: t("account.problems.stale") },
  );
