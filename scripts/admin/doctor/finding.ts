import { Failure } from "../../launch/failure";
import { isUnprepared } from "../installation";

export type State = "ok" | "warn" | "problem";

/** What the doctor found out about one subject, in plain words. */
export type Finding = {
  readonly subject: string;
  readonly state: State;
  readonly says: string;
  /** What to do about it, where something is to be done. */
  readonly todo?: string;
};

export const ok = (subject: string, says: string): Finding => ({ subject, state: "ok", says });
export const warn = (subject: string, says: string, todo: string): Finding => ({
  subject,
  state: "warn",
  says,
  todo,
});
export const problem = (subject: string, says: string, todo: string): Finding => ({
  subject,
  state: "problem",
  says,
  todo,
});

/** One check. What it cannot look at is a problem as well, and must not keep the others from looking. */
export async function look(subject: string, check: () => Finding[] | Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof Failure) return [problem(subject, error.message, "Mend it and look again.")];
    if (isUnprepared(error))
      return [problem(subject, "Tables of this version are missing.", "Start weact once: npm start.")];
    const { code, name } = error as { code?: string; name?: string };
    return [
      problem(
        subject,
        `It could not be looked at (${code ?? name}).`,
        "Mend what is said above, and look again.",
      ),
    ];
  }
}
