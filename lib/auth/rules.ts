export const IDLE_MS = 30 * 60_000;
export const ABSOLUTE_MS = 10 * 3_600_000;
/** A session is marked as seen at most this often, so that reading pages does not write a row each time. */
export const SEEN_STEP_MS = 60_000;

/** Whether a session still counts: not idle for 30 minutes, not older than 10 hours. */
export const isLive = ({ openedAt, seenAt }: { openedAt: Date; seenAt: Date }, now: Date): boolean =>
  now.getTime() - seenAt.getTime() < IDLE_MS && now.getTime() - openedAt.getTime() < ABSOLUTE_MS;
