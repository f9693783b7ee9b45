// biome-ignore-all lint/performance/noBarrelFile: what other modules change the network with stands behind this door, so that every change is in its history
import { randomUUID } from "node:crypto";
import type { NetworkDesk } from "../auth/desk";
import { newInvitation } from "../crypto/invitation";
import { isSame } from "../settings/rules";
import type { Seen } from "../settings/types";
import { refreshSites } from "../sites/queries";
import { STATES } from "../sites/types";
import { listVocabulary } from "../vocabulary/queries";
import type { LegalDeadline, VocabularyValue } from "../vocabulary/types";
import { provisionSites } from "./internal/provisioning";
import { addToNetwork, changeNetwork, type NetworkTx } from "./internal/record";
import { basicsOf, listNetworkSites, readSetting, refreshLook } from "./queries";
import type { NetworkResult, NetworkSite, NewValue, SiteBasics, ValueChange } from "./types";

export { changeNetwork } from "./internal/record";

type Refused = Extract<NetworkResult, { ok: false }>;
const done = { ok: true } as const;
const changedMeanwhile = { ok: false, reason: "changedMeanwhile" } as const;

/**
 * Adds a site, which nobody is offered yet, and has its database login made. The site stays when only the login
 * could not be made: `provisionLogin` tries again.
 */
export async function createSite(
  desk: NetworkDesk,
  { slug, ...basics }: SiteBasics & { slug: string },
  now: Date,
): Promise<NetworkResult> {
  const facts = {
    offices: [],
    sources: [],
    languages: [],
    channels: [],
    publishAddress: false,
    active: false,
  };
  const row = { ...basics, ...facts, id: slug, state: STATES[basics.stateCode] ?? "" };
  const action = { action: "siteCreated", site: slug, after: basics } as const;
  const added = await addToNetwork(desk, action, now, (tx) => tx.site.createMany({ data: [row] }));
  if (!added) return { ok: false, reason: "slugTaken" };
  return provisionLogin();
}

/** Has the database logins made that are missing. */
export const provisionLogin = async (): Promise<NetworkResult> =>
  (await provisionSites()) ? done : { ok: false, reason: "loginFailed" };

/** Changes what the network says about a site, if that is what the coordinator saw. */
export async function changeSiteBasics(
  desk: NetworkDesk,
  { site, seen, ...after }: SiteBasics & { site: string; seen: Seen },
  now: Date,
): Promise<NetworkResult> {
  const current = await findNetworkSite(desk, site);
  if (!current || current.seen !== seen) return changedMeanwhile;
  const before = basicsOf(current);
  if (isSame(before, after)) return done;
  const unchanged = { name: before.name, stateCode: before.stateCode, carriers: { equals: before.carriers } };
  const changed = await changeNetwork(
    desk,
    { action: "siteChanged", site, before, after },
    now,
    async (tx) => {
      const data = { ...after, state: STATES[after.stateCode] ?? "" };
      return (await tx.site.updateMany({ where: { id: site, ...unchanged }, data })).count === 1;
    },
  );
  refreshSites();
  return changed ? done : changedMeanwhile;
}

/** Offers a site to the public. It has to have its keys and its login: else nobody could read what people write. */
export async function offerSite(desk: NetworkDesk, site: string, now: Date): Promise<NetworkResult> {
  const current = await findNetworkSite(desk, site);
  if (!current?.hasLogin) return { ok: false, reason: "noLogin" };
  if (!current.hasKeys) return { ok: false, reason: "noKeys" };
  return setActive(desk, site, true, now);
}

/** Takes a site out of the public site: it gets no new enquiries. Its people work on, and its mailboxes stay. */
export const retireSite = (desk: NetworkDesk, site: string, now: Date): Promise<NetworkResult> =>
  setActive(desk, site, false, now);

async function setActive(
  desk: NetworkDesk,
  site: string,
  active: boolean,
  now: Date,
): Promise<NetworkResult> {
  const action = active ? "siteOffered" : "siteRetired";
  const changed = await changeNetwork(
    desk,
    { action, site },
    now,
    async (tx) =>
      (await tx.site.updateMany({ where: { id: site, active: !active }, data: { active } })).count === 1,
  );
  refreshSites();
  return changed ? done : changedMeanwhile;
}

/** Makes the link by which the first lead of a site joins. There can be several, until one has made the keys. */
export async function inviteFirstLead(
  desk: NetworkDesk,
  site: string,
  now: Date,
): Promise<{ ok: true; token: string; expiresAt: Date } | Refused> {
  const current = await findNetworkSite(desk, site);
  if (!current?.hasLogin) return { ok: false, reason: "noLogin" };
  if (current.hasKeys) return { ok: false, reason: "hasKeys" };
  const { token, stored } = newInvitation(now);
  // The site's first person: a lead without a name, for the site has no key to seal one to.
  const row = { siteId: site, id: randomUUID(), role: "lead", ...stored };
  const invite = (tx: NetworkTx) => tx.invitation.createMany({ data: [row] });
  await addToNetwork(desk, { action: "leadInvited", site }, now, invite);
  return { ok: true, token, expiresAt: stored.expiresAt };
}

const findNetworkSite = async (desk: NetworkDesk, id: string): Promise<NetworkSite | undefined> =>
  (await listNetworkSites(desk)).find((site) => site.id === id);

/** Changes a setting of the network, if nobody has since `version`. */
export async function changeSetting(
  desk: NetworkDesk,
  key: string,
  value: unknown,
  version: number,
  now: Date,
): Promise<NetworkResult> {
  const before = await readSetting<unknown>(desk, key, null);
  if (before.version !== version) return changedMeanwhile;
  if (isSame(before.value, value)) return done;
  const stored = JSON.parse(JSON.stringify({ value })).value;
  const action = { action: "settingChanged", key, before: before.value, after: value } as const;
  const changed = await changeNetwork(desk, action, now, async (tx) => {
    if (version === 0) {
      return (
        (await tx.networkSetting.createMany({ data: [{ key, value: stored }], skipDuplicates: true }))
          .count === 1
      );
    }
    const data = { value: stored, version: version + 1 };
    return (await tx.networkSetting.updateMany({ where: { key, version }, data })).count === 1;
  });
  refreshLook();
  return changed ? done : changedMeanwhile;
}

/** Adds a value to a list of the vocabulary. */
export async function addValue(desk: NetworkDesk, value: NewValue, now: Date): Promise<NetworkResult> {
  const add = (tx: NetworkTx) => tx.vocabularyValue.createMany({ data: [value] });
  const added = await addToNetwork(desk, { action: "valueAdded", value }, now, add);
  return added ? done : { ok: false, reason: "codeTaken" };
}

/** Changes the words or the place of a value, or retires it. What was documented with it keeps it. */
export async function changeValue(
  desk: NetworkDesk,
  { list, code, version, ...after }: Pick<VocabularyValue, "list" | "code" | "version"> & ValueChange,
  now: Date,
): Promise<NetworkResult> {
  const before = (await listVocabulary(desk.db)).find((value) => value.list === list && value.code === code);
  if (before?.version !== version) return changedMeanwhile;
  const changed = await changeNetwork(desk, { action: "valueChanged", before, after }, now, async (tx) => {
    const data = { ...after, version: version + 1 };
    return (await tx.vocabularyValue.updateMany({ where: { list, code, version }, data })).count === 1;
  });
  return changed ? done : changedMeanwhile;
}

/** Adds a legal deadline (version 0), or changes one. */
export async function writeDeadline(
  desk: NetworkDesk,
  { version, ...after }: LegalDeadline,
  now: Date,
): Promise<NetworkResult> {
  const { code } = after;
  const row = await desk.db.legalDeadline.findUnique({ where: { code } });
  if ((row?.version ?? 0) !== version)
    return row && version === 0 ? { ok: false, reason: "codeTaken" } : changedMeanwhile;
  const action = row
    ? ({ action: "deadlineChanged", before: row as unknown as LegalDeadline, after } as const)
    : ({ action: "deadlineAdded", after } as const);
  const changed = await changeNetwork(desk, action, now, async (tx) => {
    if (!row) return (await tx.legalDeadline.createMany({ data: [after], skipDuplicates: true })).count === 1;
    const { code: _fixed, ...changeable } = after;
    const data = { ...changeable, version: version + 1 };
    return (await tx.legalDeadline.updateMany({ where: { code, version }, data })).count === 1;
  });
  return changed ? done : changedMeanwhile;
}
