import type { CaseSummary } from "../cases/types";
import type { Quarter } from "../statistics/types";

/** What each part of the record says. A field that is no list holds one text; a name that says so holds a code. */
export type PartValues = {
  concern: { about: string; relation: string; age: string };
  /** `on` is a day, or empty; `when` says in words what a day cannot. */
  incident: { what: string; on: string; when: string; where: string; postalCode: string };
  /** Codes of the list `ground`. */
  grounds: { main: string; others: string[]; note: string };
  /** Codes of the lists `lifeArea`, `form` and `level`. */
  area: { area: string; forms: string[]; level: string; note: string };
  responsible: { party: string; bodies: string };
  evidence: { witnesses: string; evidence: string };
  aim: { steps: string; aim: string };
  /** `howFound` is a code of the list of that name. */
  needs: { setting: string; accessibility: string; howFound: string };
};

export type RecordPart = keyof PartValues;

/** Who wrote something down, and when (an ISO instant). */
export type Written = { account: string; at: string };

/** A part as it stands. One that nobody has filled in yet is empty, and of version 0. */
export type Part<P extends RecordPart = RecordPart> = {
  values: PartValues[P];
  version: number;
  /** Who saved it last. */
  written: Written | null;
};

export type SessionValues = {
  day: string;
  /** One of CHANNELS, or empty. */
  channel: string;
  /** In minutes. */
  minutes: number | null;
  /** A language tag, or empty. */
  language: string;
  /** A code of the list `interpreter`, or empty. */
  interpreter: string;
  who: string;
  content: string;
  next: string;
};

export type InterventionValues = {
  day: string;
  /** A code of the list `intervention`. */
  intervention: string;
  addressee: string;
  result: string;
};

/** Something that happened, as it was documented. */
export type Entry<Values> = {
  id: string;
  version: number;
  values: Values;
  /** Who entered it. */
  written: Written;
  changed?: Written | undefined;
  /** Set when somebody marked it as wrong: it counts no more, and stays in sight. */
  removed?: Written | undefined;
};

export type CounsellingSession = Entry<SessionValues>;
export type Intervention = Entry<InterventionValues>;

/** Why a case was closed: codes of the list `outcome`, and the reason in words. */
export type Outcome = { id: string; outcomes: string[]; reason: string; written: Written };

/** Everything documented about a case, the newest first. */
export type CaseRecord = {
  caseFile: CaseSummary;
  parts: { [P in RecordPart]: Part<P> };
  sessions: CounsellingSession[];
  interventions: Intervention[];
  outcomes: Outcome[];
  /** The quarter in which the case is or was counted; null where it is not, as while it is open. */
  countedIn: Quarter | null;
  /** How many entries are there that cannot be opened. */
  unreadable: number;
};
