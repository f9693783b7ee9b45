import type { Desk } from "../auth/desk";
import { openForChange } from "../cases/commands";
import { sealHandout } from "../crypto/handout";
import { recordAlone } from "../journal/commands";
import { handoutPage } from "./internal/page";
import type { HandoutWords, PersonalData } from "./types";

type GivenData = { caseId: string; code: string; data: PersonalData; words: HandoutWords };

/**
 * Makes the file in which a person gets what is stored about them (GDPR, article 15), readable with a code only. The
 * history says that it was given out.
 *
 * @throws AppError `notFound`, also for a case of another site
 */
export async function giveData(
  desk: Desk,
  { caseId, code, data, words }: GivenData,
  now: Date,
): Promise<string> {
  await recordAlone(desk, await openForChange(desk, caseId), { action: "dataGiven" }, now);
  return handoutPage(await sealHandout(code, JSON.stringify(data, null, 1)), words);
}

/**
 * Says in the history that a case was put on paper as a whole.
 *
 * @throws AppError `notFound`, also for a case of another site
 */
export async function recordPrint(desk: Desk, caseId: string, now: Date): Promise<void> {
  await recordAlone(desk, await openForChange(desk, caseId), { action: "casePrinted" }, now);
}
