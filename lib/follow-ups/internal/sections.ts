import type { Desk } from "../../auth/desk";
import { OPEN_STATUSES } from "../../cases/rules";
import type { Section, Whose } from "../types";

/** What of a section stands on the page; the rest is a link away. */
const SHOWN = 10;
/** Counting stops here: that it is very much is all that anybody has to know, and what counting costs stays small. */
const MOST_COUNTED = 99;

/** Whose rows: somebody's, nobody's (null), or everybody's (undefined). */
export type Owner = string | null | undefined;

/** Each owner's rows are a walk along an index of their own, in the order of the section. */
export const ownersOf = (desk: Desk, whose: Whose): Owner[] =>
  whose === "mine" ? [desk.account, null] : [undefined];

export const ownedBy = (owner: Owner) => (owner === undefined ? {} : { assigneeId: owner });

type Source<Row> = {
  list(owner: Owner, take: number): Promise<Row[]>;
  inOrder(a: Row, b: Row): number;
};

/**
 * The first rows of a section and how many there are, each owner's in one walk as far as is counted: a hundred short
 * rows cost less than asking a second time.
 */
export async function sectionOf<Row>(owners: Owner[], source: Source<Row>): Promise<Section<Row>> {
  const lists = await Promise.all(owners.map((owner) => source.list(owner, MOST_COUNTED + 1)));
  const all = lists.flat().toSorted(source.inOrder);
  return {
    rows: all.slice(0, SHOWN),
    count: Math.min(all.length, MOST_COUNTED),
    more: all.length > MOST_COUNTED,
  };
}

/** What belongs into each section of cases. */
export const CASE_SECTIONS = {
  fresh: { status: "received" },
  unread: { unread: true, status: { not: "received" } },
  // What nobody has read yet stands in the section before.
  waiting: { unread: false, waitingSince: { not: null }, status: { not: "received" } },
  stepless: { followUpOn: null, status: { in: OPEN_STATUSES.filter((status) => status !== "received") } },
};
