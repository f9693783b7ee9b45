import type { Desk } from "../auth/desk";
import { rewrapped } from "./internal/rewrapped";
import type { KeyHealth, KeyKeepers } from "./types";

/** Who could open the site tomorrow: the people who hold the newest key, and the print. */
export async function findKeyKeepers({ db, keys }: Desk): Promise<KeyKeepers> {
  const [people, print] = await Promise.all([
    db.siteKeyGrant.count({ where: { epoch: keys.epoch, membership: { active: true } } }),
    db.siteRecovery.findFirst({
      where: { confirmedOn: { not: null }, outdated: false },
      orderBy: { confirmedOn: "desc" },
      select: { confirmedOn: true },
    }),
  ]);
  return { people, recoveryConfirmedOn: print?.confirmedOn ?? null };
}

/** How well the site's keys are kept. */
export async function findKeyHealth(desk: Desk): Promise<KeyHealth> {
  const { epoch } = desk.keys;
  const [since, keepers, toRewrap] = await Promise.all([
    findKeyDay(desk),
    findKeyKeepers(desk),
    desk.db.caseFile.count({ where: rewrapped(desk) }),
  ]);
  return { epoch, since, ...keepers, toRewrap };
}

/** The day on which the newest key was made. */
export async function findKeyDay({ db, keys }: Desk): Promise<Date> {
  const key = await db.siteKey.findFirst({ where: { epoch: keys.epoch }, select: { createdOn: true } });
  return key?.createdOn ?? new Date(0);
}
