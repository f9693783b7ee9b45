import { type CaseKey, openTextOrNull, sealText } from "../crypto/content";
import { letterIdFor, letterPlace } from "../crypto/places";
import { deriveReceiptKeys, type Receipt, type ReceiptKeys, unwrapWithReceipt } from "../crypto/receipt";
import { surfaceDb } from "../db/client";
import { AppError } from "../errors";
import type { LetterBody } from "../intake/types";
import { berlinDay } from "../time/rules";
import type { CaseStatus } from "../vocabulary/types";
import type { Letter, Thread } from "./types";

const MAX_TRIES = 5;

declare const proven: unique symbol;

/** What a receipt opens: one thread, through a login that reaches threads by lookup id only. */
export type Mailbox = {
  readonly keys: ReceiptKeys;
  readonly site: string;
  readonly caseId: string;
  readonly status: CaseStatus;
  readonly createdOn: Date;
  readonly caseKey: CaseKey;
  readonly [proven]: true;
};

type CaseRow = {
  site_id: string;
  case_id: string;
  status: CaseStatus;
  created_on: Date;
  wrapped_key: Uint8Array;
};
type LetterRow = {
  seq: number;
  id: string;
  author: "person" | "site";
  created_on: Date;
  sealed_body: Uint8Array;
};

/** @returns null for a receipt that opens nothing; wrong, erased and never issued are not told apart */
export async function openMailbox(receipt: Receipt): Promise<Mailbox | null> {
  return findMailbox(await deriveReceiptKeys(receipt));
}

/** Opens a mailbox by keys derived before, such as those of a running mailbox session. */
export async function findMailbox(keys: ReceiptKeys): Promise<Mailbox | null> {
  const [row] = await surfaceDb("mailbox").$queryRaw<CaseRow[]>`SELECT * FROM mailbox_open(${keys.lookupId})`;
  if (!row) return null;
  const ref = { site: row.site_id, caseId: row.case_id };
  return {
    keys,
    ...ref,
    status: row.status,
    createdOn: row.created_on,
    caseKey: unwrapWithReceipt(keys.key, ref, row.wrapped_key),
  } as Mailbox;
}

/** Everything the person may read of their case. */
export async function readThread(mailbox: Mailbox): Promise<Thread> {
  const rows = await letterRows(mailbox);
  const letters = rows.map((row): Letter => {
    const body = openTextOrNull(mailbox.caseKey, letterPlace(mailbox, row), row.sealed_body);
    const text = body === null ? null : (JSON.parse(body) as LetterBody).text;
    return { seq: row.seq, author: row.author, day: row.created_on, text };
  });
  return { site: mailbox.site, status: mailbox.status, createdOn: mailbox.createdOn, letters };
}

/**
 * Adds the person's letter to the thread, once.
 *
 * @param nonce of the form it was written in, so that the same form sent twice is one letter
 */
export async function writeToSite(mailbox: Mailbox, text: string, nonce: string, now: Date): Promise<void> {
  await addOnce(mailbox, JSON.stringify([nonce, text]), { text }, now);
}

/**
 * Adds a letter unless one with the same content is there already.
 *
 * @returns whether it is new
 * @throws AppError `notFound` when the case was erased meanwhile
 */
export async function addOnce(
  mailbox: Mailbox,
  content: string,
  body: LetterBody,
  now: Date,
): Promise<boolean> {
  const id = letterIdFor(mailbox.caseKey, content);
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const seq = ((await letterRows(mailbox)).at(-1)?.seq ?? 0) + 1;
    const place = letterPlace(mailbox, { id, author: "person", seq });
    const sealed = sealText(mailbox.caseKey, place, JSON.stringify(body));
    const [row] = await surfaceDb("mailbox").$queryRaw<{ outcome: string }[]>`
      SELECT mailbox_append(${mailbox.keys.lookupId}, ${id}::uuid, ${seq}, ${sealed}, ${berlinDay(now)}::date) AS outcome`;
    // Erased since it was opened: to say nothing would be to lose what the person wrote.
    if (row?.outcome === "unknown") throw new AppError("notFound");
    // "moved": the site answered at this very moment and took the number this letter was sealed for.
    if (row?.outcome !== "moved") return row?.outcome === "accepted";
  }
  throw new Error("the thread kept moving");
}

const letterRows = ({ keys }: Mailbox): Promise<LetterRow[]> =>
  surfaceDb("mailbox").$queryRaw<LetterRow[]>`SELECT * FROM mailbox_letters(${keys.lookupId})`;
