import type { Desk } from "../auth/desk";
import { KEY_COLUMNS, openKey } from "../cases/queries";
import { AppError } from "../errors";
import { listSiteTexts } from "../settings/queries";
import letters from "./data/letters.json" with { type: "json" };
import { type DocumentRow, openDocument } from "./internal/body";
import type { CaseDocument, LetterTemplate } from "./types";

/** The letters of a case, the one saved last first. */
export async function listDocuments(desk: Desk, caseId: string): Promise<CaseDocument[]> {
  const documents = await openAll(desk, caseId, {});
  return documents.toSorted((a, b) => b.at.localeCompare(a.at));
}

/**
 * One letter.
 *
 * @throws AppError `notFound`, also when the case belongs to another site
 */
export async function findDocument(desk: Desk, caseId: string, id: string): Promise<CaseDocument> {
  const [document] = await openAll(desk, caseId, { id });
  if (!document) throw new AppError("notFound");
  return document;
}

async function openAll(desk: Desk, caseId: string, which: { id?: string }): Promise<CaseDocument[]> {
  const row = await desk.db.caseFile.findFirst({
    where: { id: caseId },
    select: { ...KEY_COLUMNS, documents: { where: which } },
  });
  if (!row) throw new AppError("notFound");
  const key = await openKey(desk, row);
  const ref = { site: desk.site, caseId };
  return row.documents.map((document: DocumentRow) => openDocument(key, ref, document));
}

/** What a letter can begin as: the site's own templates, or those that come with weact while it has none. */
export async function listTemplates(desk: Desk): Promise<LetterTemplate[]> {
  const own = (await listSiteTexts(desk)).filter(({ kind }) => kind === "letter");
  return own.length > 0 ? own.map(({ id, title, text }) => ({ id, title, text })) : letters;
}
