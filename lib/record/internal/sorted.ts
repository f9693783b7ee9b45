import { EMPTY_PARTS, wholePart } from "../rules";
import type { CaseRecord, CounsellingSession, Entry, Intervention, Part, RecordPart } from "../types";
import type { EntryBody } from "./entry";

type OpenedEntry = { id: string; version: number; body: EntryBody | null };

/** The entries by what they are. */
export function recordOf(entries: OpenedEntry[]): Omit<CaseRecord, "caseFile"> {
  const parts: Partial<Record<RecordPart, Part>> = {};
  for (const part of Object.keys(EMPTY_PARTS) as RecordPart[]) {
    parts[part] = { values: wholePart(part, {}), version: 0, written: null };
  }
  const sessions: CounsellingSession[] = [];
  const interventions: Intervention[] = [];
  const outcomes: CaseRecord["outcomes"] = [];
  let countedIn: CaseRecord["countedIn"] = null;
  for (const { id, version, body } of entries) {
    if (!body) continue;
    const { account, at } = body;
    const written = { account, at };
    if (body.kind === "part")
      parts[body.part] = { values: wholePart(body.part, body.values), version, written };
    else if (body.kind === "session") sessions.push(entryOf({ id, version, written }, body));
    else if (body.kind === "intervention") interventions.push(entryOf({ id, version, written }, body));
    else if (body.kind === "fact") countedIn = body.fact === null ? null : body.quarter;
    else outcomes.push({ id, outcomes: body.outcomes, reason: body.reason, written });
  }
  return {
    parts: parts as CaseRecord["parts"],
    sessions: sessions.toSorted(newestFirst),
    interventions: interventions.toSorted(newestFirst),
    outcomes: outcomes.toSorted((a, b) => b.written.at.localeCompare(a.written.at)),
    countedIn,
    unreadable: entries.filter(({ body }) => !body).length,
  };
}

const entryOf = <Values>(
  entry: Pick<Entry<Values>, "id" | "version" | "written">,
  { values, changed, removed }: Pick<Entry<Values>, "values" | "changed" | "removed">,
): Entry<Values> => ({ ...entry, values, changed, removed });

/** By the day that something happened, and on one day by when it was entered. */
const newestFirst = (a: Entry<{ day: string }>, b: Entry<{ day: string }>): number =>
  b.values.day.localeCompare(a.values.day) || b.written.at.localeCompare(a.written.at);
