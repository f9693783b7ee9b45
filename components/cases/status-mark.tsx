import type { CaseStatus } from "@/lib/vocabulary/types";

/** One shape per stage rather than one colour per status: empty, filling, full, paused, done, out. */
const SHAPES: Record<string, string> = {
  fresh: "M6 1.2a4.8 4.8 0 1 1 0 9.6 4.8 4.8 0 0 1 0-9.6Z",
  begun: "M6 1.2a4.8 4.8 0 1 1 0 9.6 4.8 4.8 0 0 1 0-9.6ZM6 1.2v9.6",
  working: "M6 1.2a4.8 4.8 0 1 1 0 9.6 4.8 4.8 0 0 1 0-9.6ZM6 4.4a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2Z",
  paused: "M4 1.8v8.4M8 1.8v8.4",
  done: "M1.8 6.4l2.8 2.8 5.6-6.4",
  out: "M2.4 2.4l7.2 7.2M9.6 2.4l-7.2 7.2",
};

const STAGES: Record<CaseStatus, keyof typeof SHAPES> = {
  received: "fresh",
  screened: "begun",
  assigned: "begun",
  waiting: "paused",
  scheduled: "working",
  counselling: "working",
  referring: "working",
  accompanying: "working",
  dormant: "paused",
  closed: "done",
  anonymised: "done",
  withdrawn: "out",
  notResponsible: "out",
  spam: "out",
};

/** Where a case stands: the word, and a small shape to find it by when scanning a list. */
export function StatusMark({ status, label }: { status: CaseStatus; label: string }) {
  const stage = STAGES[status];
  return (
    <span className={`status status-${stage}`}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
        <path d={SHAPES[stage]} />
      </svg>
      {label}
    </span>
  );
}
