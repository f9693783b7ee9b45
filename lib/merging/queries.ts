import type { Desk } from "../auth/desk";
import { findCase, KEY_COLUMNS, openKey, refOf } from "../cases/queries";
import { openTextOrNull } from "../crypto/content";
import { linkPlace } from "../crypto/places";
import type { CaseLink, MergeSide } from "./types";

/** The cases that a case went up into, or that went up into it, the last first. Empty for a case of another site. */
export async function listLinks(desk: Desk, caseId: string): Promise<CaseLink[]> {
  const row = await desk.db.caseFile.findFirst({
    where: { id: caseId, links: { some: {} } }, // most cases have none, and need no key opened
    select: { ...KEY_COLUMNS, links: true },
  });
  if (!row) return [];
  const key = await openKey(desk, row);
  return row.links
    .flatMap(({ id, sealedBody }): CaseLink[] => {
      const sealed = openTextOrNull(key, linkPlace(refOf(desk, row), id), sealedBody);
      return sealed === null ? [] : [{ ...JSON.parse(sealed), id }];
    })
    .toSorted((a, b) => b.at.localeCompare(a.at));
}

/**
 * One of two cases that may be the same person's.
 *
 * @throws AppError `notFound`, also for a case of another site
 */
export async function findMergeSide(desk: Desk, caseId: string): Promise<MergeSide> {
  const { details, letters, notes, history, hasMailbox, ...caseFile } = await findCase(desk, caseId);
  const changed = letters.findLast((letter) => letter.details)?.details;
  return {
    caseFile,
    details: changed ?? details,
    letter: letters.find(({ author }) => author === "person") ?? null,
  };
}

/** The id of the case of this site that counsellors call by a number; null when there is none. */
export async function findCaseByNumber(desk: Desk, number: number): Promise<string | null> {
  return (await desk.db.caseFile.findFirst({ where: { number }, select: { id: true } }))?.id ?? null;
}
