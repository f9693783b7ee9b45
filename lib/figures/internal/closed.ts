import type { Desk } from "../../auth/desk";
import { KEY_COLUMNS, openDetailsOrNull, refOf } from "../../cases/queries";
import { type CaseKey, openTextOrNull } from "../../crypto/content";
import { linkPlace } from "../../crypto/places";
import { WITH_THE_OTHER } from "../../handovers/queries";
import type { CaseLink } from "../../merging/types";
import { recordIn } from "../../record/queries";
import type { Outcome } from "../../record/types";
import { factOf, type ParentOf, quarterOf } from "../../statistics/rules";
import type { Fact } from "../../statistics/types";
import { berlinDay } from "../../time/rules";
import type { Days } from "../types";

export const AT_ONCE = 100;

/**
 * The closed cases that may have been closed within some days: closing one leaves an entry of that day, which is all
 * that can be seen without opening it.
 */
export const candidates = ({ from, to }: Days) => ({
  status: "closed",
  entries: { some: { createdOn: { gte: new Date(from), lte: new Date(to) } } },
});

/** Some of them, the newest first, with everything that is counted of a case. */
export const someClosed = (desk: Desk, days: Days, below: number | null) =>
  desk.db.caseFile.findMany({
    where: { ...candidates(days), ...(below === null ? {} : { number: { lt: below } }) },
    orderBy: { number: "desc" },
    take: AT_ONCE,
    select: {
      ...KEY_COLUMNS,
      ...{ number: true, kind: true, channel: true, language: true, sealedEnquiry: true },
      entries: { select: { id: true, version: true, sealedBody: true } },
      links: { select: { id: true, sealedBody: true } },
      referrals: { where: WITH_THE_OTHER, select: { id: true } },
    },
  });

type Row = Awaited<ReturnType<typeof someClosed>>[number];

/** The day on which a case was closed, and what is counted of it. */
export type ClosedCase = { day: string; fact: Fact };

/**
 * Opens a closed case and keeps nothing of it but its categories.
 *
 * @returns null where it is counted elsewhere: at another site, or as the case that it went up into; `unreadable`
 *   where it does not open, so that one damaged case hides no other
 */
export async function openClosed(
  desk: Desk,
  row: Row,
  parentOf: ParentOf,
): Promise<ClosedCase | null | "unreadable"> {
  if (row.referrals.length > 0) return null;
  const key = await desk.keys.openCaseKey(row.keyEpoch, row.id, row.wrappedKey).catch(() => null);
  if (!key) return "unreadable";
  const record = recordIn(key, refOf(desk, row), row.entries);
  const [closing] = record.outcomes;
  if (!closing) return record.unreadable > 0 ? "unreadable" : null;
  if (wentUp(desk, key, row, closing)) return null;
  const day = berlinDay(new Date(closing.written.at));
  const { kind, channel, language } = row;
  const relation = openDetailsOrNull(key, refOf(desk, row), row.sealedEnquiry)?.relation;
  const counted = { site: desk.site, quarter: quarterOf(day), kind, channel, language, relation, record };
  return { day, fact: factOf(counted, parentOf) };
}

/** Whether the case was merged into another one after it had been closed for the last time. */
const wentUp = (desk: Desk, key: CaseKey, row: Row, closing: Outcome): boolean =>
  row.links.some(({ id, sealedBody }) => {
    const sealed = openTextOrNull(key, linkPlace(refOf(desk, row), id), sealedBody);
    const link: Partial<CaseLink> = sealed === null ? {} : JSON.parse(sealed);
    return link.kind === "mergedInto" && (link.at ?? "") > closing.written.at;
  });
