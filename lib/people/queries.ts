import type { Desk, StaffRole } from "../auth/desk";
import { OPEN_STATUSES } from "../cases/rules";
import { presenceOf } from "./rules";
import type { OpenInvitation, Person } from "./types";

/** Everybody who works or worked at the site; whoever is here first, then those who wait, then those who left. */
export async function listPeople(desk: Desk, now: Date): Promise<Person[]> {
  const rows = await desk.db.membership.findMany({
    select: {
      accountId: true,
      role: true,
      active: true,
      keyEpoch: true,
      sealedName: true,
      account: { select: { lastSeenOn: true, recoveryConfirmedOn: true } },
      grants: { where: { epoch: desk.keys.epoch }, select: { epoch: true } },
      _count: { select: { cases: { where: { status: { in: [...OPEN_STATUSES] } } } } },
    },
  });
  const people = await Promise.all(
    rows.map(async ({ account, grants, _count, active, ...row }): Promise<Person> => {
      const state = !active ? "left" : grants.length > 0 ? "here" : "waiting";
      return {
        accountId: row.accountId,
        name: await nameOf(desk, row),
        role: row.role as StaffRole,
        state,
        lastSeenOn: account.lastSeenOn,
        presence: presenceOf(account.lastSeenOn, now),
        recoveryConfirmed: account.recoveryConfirmedOn !== null,
        openCases: _count.cases,
      };
    }),
  );
  const order = ["here", "waiting", "left"];
  return people.toSorted(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.name.localeCompare(b.name),
  );
}

type NamedRow = { accountId: string; keyEpoch: number | null; sealedName: Uint8Array | null };

/** A colleague's name; of somebody who joined by a link and has no keys yet, the one in the invitation. */
async function nameOf(desk: Desk, { accountId, keyEpoch, sealedName }: NamedRow): Promise<string> {
  if (keyEpoch && sealedName)
    return openName(desk, "membership.sealed_name", accountId, keyEpoch, sealedName);
  return (await findInvitedName(desk, accountId)) ?? "";
}

/** What the invitation calls somebody that they used; null where it says nothing. */
export async function findInvitedName(desk: Desk, accountId: string): Promise<string | null> {
  const row = await desk.db.invitation.findFirst({
    where: { accountId, sealedName: { not: null } },
    select: { id: true, keyEpoch: true, sealedName: true },
  });
  if (!row?.keyEpoch || !row.sealedName) return null;
  return openName(desk, "invitation.sealed_name", row.id, row.keyEpoch, row.sealedName);
}

type NameColumn = "membership.sealed_name" | "invitation.sealed_name";

async function openName(desk: Desk, column: NameColumn, id: string, epoch: number, sealed: Uint8Array) {
  return (await desk.keys.openIfWhole(epoch, column, id, sealed)) ?? "";
}

/** Links that have not been used, the ones that ran out included, so that a lead can make them anew. */
export async function listInvitations(desk: Desk, now: Date): Promise<OpenInvitation[]> {
  const rows = await desk.db.invitation.findMany({
    where: { used: false },
    select: { id: true, role: true, resets: true, keyEpoch: true, sealedName: true, expiresAt: true },
    orderBy: { expiresAt: "desc" },
  });
  return Promise.all(
    rows.map(async ({ keyEpoch, sealedName, role, ...row }) => ({
      ...row,
      role: role as StaffRole,
      late: row.expiresAt <= now,
      name:
        keyEpoch && sealedName
          ? await openName(desk, "invitation.sealed_name", row.id, keyEpoch, sealedName)
          : "",
    })),
  );
}
