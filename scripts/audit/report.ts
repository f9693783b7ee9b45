import type { ChainFault, ChainFinding } from "../../lib/journal/types";
import type { Answer } from "../admin/answer";
import { formatTable } from "../admin/table";

const SAYS: Record<ChainFault, string> = {
  missing: "an entry is missing here",
  changed: "this entry was changed, moved, or made by somebody else than weact",
  unchained: "this entry stands there as if it were older than the chain",
  cutOff: "entries were cut off here",
  headDiffers:
    "this is not the entry that stood here before: an older database was put back, and work went on",
};

const TODO = `Keep a copy of the database as it is, with the file JOURNAL_HEADS_FILE, before anything else. If you put a
backup back, the file belongs to it: bring back the one of the same day. Otherwise somebody changed the database by
hand: find out who could write to it. docs/decisions/0056-history-chain.md says what can be told from it.`;

/** What was found, a line for each site, and the first broken place where there is one. */
export function reportOf(findings: ChainFinding[]): Answer {
  if (findings.length === 0) return { text: "ok: nobody has recorded anything yet.", code: 0 };
  const isBroken = findings.some(({ broken }) => broken);
  const parts = [formatTable(findings.map(lineOf)), ...(isBroken ? [TODO] : []), summaryOf(findings)];
  return { text: parts.join("\n\n"), code: isBroken ? 1 : 0 };
}

function lineOf({ site, entries, vouchedFor, broken }: ChainFinding): string[] {
  if (broken) return ["BROKEN", site, `entry ${broken.seq}: ${SAYS[broken.fault]}`];
  const unseen = entries - vouchedFor;
  const ending =
    vouchedFor === 0
      ? "; nothing outside the database says where it ends"
      : unseen > 0
        ? `; the last ${unseen} are not yet known outside the database`
        : "";
  return ["ok", site, `${entries} entries${ending}`];
}

const summaryOf = (findings: ChainFinding[]): string => {
  const broken = findings.filter((finding) => finding.broken).length;
  return broken
    ? `Broken: ${broken} of ${findings.length} sites.`
    : `All ${findings.length} chains are whole.`;
};
