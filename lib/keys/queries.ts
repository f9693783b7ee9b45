import type { Desk } from "../auth/desk";
import { rewrapped } from "./internal/rewrapped";
import type { KeyHealth } from "./types";

/** How well the site's keys are kept: what the desk warns of. */
export async function findKeyHealth(desk: Desk): Promise<KeyHealth> {
  const { epoch } = desk.keys;
  const [key, people, print, toRewrap] = await Promise.all([
    desk.db.siteKey.findFirst({ where: { epoch }, select: { createdOn: true } }),
    desk.db.siteKeyGrant.count({ where: { epoch, membership: { active: true } } }),
    desk.db.siteRecovery.findFirst({
      where: { confirmedOn: { not: null }, outdated: false },
      orderBy: { confirmedOn: "desc" },
      select: { confirmedOn: true },
    }),
    desk.db.caseFile.count({ where: rewrapped(desk) }),
  ]);
  return {
    epoch,
    since: key?.createdOn ?? new Date(0),
    people,
    recoveryConfirmedOn: print?.confirmedOn ?? null,
    toRewrap,
  };
}
