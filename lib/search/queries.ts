import type { Desk } from "../auth/desk";
import { KEY_COLUMNS, SUMMARY } from "../cases/queries";
import { OPEN_STATUSES } from "../cases/rules";
import type { CaseSummary } from "../cases/types";
import { type CaseKey, openTextOrNull } from "../crypto/content";
import { caseEntryPlace, enquiryPlace, letterPlace, notePlace } from "../crypto/places";
import { recordReadings } from "../journal/commands";
import { findIn, freeTexts, type Written, wordsOf } from "./rules";
import type { Search } from "./schema";
import type { FoundIn, Hit, SearchResult } from "./types";

/** One search looks through no more cases, takes no longer, and shows no more hits. */
export const MOST_CASES = 2_000;
const MOST_MS = 4_000;
const MOST_HITS = 50;
const AT_ONCE = 100;

/** Cases in which nothing is to be done any more, and what people wrote is still there. Spam is nobody's case. */
const OVER_STATUSES = ["closed", "withdrawn", "notResponsible"];

/**
 * Looks through what is written in the site's cases, the newest first, by opening each: the open ones, or those that are
 * over as well. Nothing of what people wrote is stored in a way that could be searched without. Whose text is shown has
 * been read, which the history says.
 *
 * @param since when the search began, in milliseconds of a clock that only goes on
 */
export async function searchCases(
  desk: Desk,
  { words, after, over }: Search,
  now: Date,
  clock: () => number = () => performance.now(),
): Promise<SearchResult> {
  const within = { status: { in: over ? [...OPEN_STATUSES, ...OVER_STATUSES] : OPEN_STATUSES } };
  const whole = await desk.db.caseFile.count({ where: within });
  const [began, wanted] = [clock(), wordsOf(words)];
  const hits: (Hit & { key: CaseKey })[] = [];
  let [searched, last, more] = [0, after, true];
  while (more && searched < MOST_CASES && hits.length < MOST_HITS && clock() - began < MOST_MS) {
    const rows = await someCases(desk, within, last);
    hits.push(...(await hitsIn(desk, rows, wanted)));
    searched += rows.length;
    last = rows.at(-1)?.number ?? last;
    more = rows.length === AT_ONCE;
  }
  await recordReadings(
    desk,
    hits.map(({ caseFile, key }) => ({ id: caseFile.id, key })),
    now,
  );
  return { hits: hits.map(({ key: _, ...hit }) => hit), searched, whole, next: more ? (last ?? null) : null };
}

type Row = Awaited<ReturnType<typeof someCases>>[number];

const someCases = (desk: Desk, within: { status: { in: string[] } }, after: number | undefined) =>
  desk.db.caseFile.findMany({
    where: { ...within, ...(after === undefined ? {} : { number: { lt: after } }) },
    orderBy: { number: "desc" },
    take: AT_ONCE,
    select: {
      ...SUMMARY,
      ...KEY_COLUMNS,
      sealedEnquiry: true,
      messages: { orderBy: { seq: "asc" } },
      notes: true,
      entries: true,
    },
  });

async function hitsIn(desk: Desk, rows: Row[], words: string[]): Promise<(Hit & { key: CaseKey })[]> {
  const found = await Promise.all(rows.map((row) => hitIn(desk, row, words)));
  return found.filter((hit) => hit !== null);
}

async function hitIn(desk: Desk, row: Row, words: string[]): Promise<(Hit & { key: CaseKey }) | null> {
  const { keyEpoch, wrappedKey, sealedEnquiry, messages, notes, entries, ...caseFile } = row;
  // One damaged case must not hide what stands in the others.
  const key = await desk.keys.openCaseKey(keyEpoch, row.id, wrappedKey).catch(() => null);
  const found = key && findIn(textsOf(desk, key, row), words);
  return found && { caseFile: caseFile as CaseSummary, key, ...found };
}

/** Everything written in a case, as far as it opens. */
function textsOf(desk: Desk, key: CaseKey, row: Row): Written[] {
  const ref = { site: desk.site, caseId: row.id };
  const open = (
    where: FoundIn,
    place: Parameters<typeof openTextOrNull>[1],
    sealed: Uint8Array,
  ): Written[] => {
    const text = openTextOrNull(key, place, sealed);
    return text === null ? [] : sayingsIn(JSON.parse(text), where).map((said) => ({ in: where, text: said }));
  };
  return [
    ...open("enquiry", enquiryPlace(ref), row.sealedEnquiry),
    ...row.messages.flatMap(({ id, author, seq, sealedBody }) =>
      open("letter", letterPlace(ref, { id, author: author as "person" | "site", seq }), sealedBody),
    ),
    ...row.notes.flatMap(({ id, sealedBody }) => open("note", notePlace(ref, id), sealedBody)),
    ...row.entries.flatMap((entry) => open("record", caseEntryPlace(ref, entry), entry.sealedBody)),
  ];
}

const SAID = ["name", "phone", "email", "safeContact", "postalCode", "setting", "told", "text"];

function sayingsIn(body: Record<string, unknown>, where: FoundIn): string[] {
  if (where === "record") return freeTexts(body);
  const details = (body.details ?? {}) as Record<string, unknown>;
  return [body, details].flatMap((part) =>
    SAID.map((name) => part[name]).filter((said): said is string => typeof said === "string" && said !== ""),
  );
}
