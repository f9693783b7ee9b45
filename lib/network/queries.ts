import type { NetworkDesk } from "../auth/desk";
import { surfaceDb } from "../db/client";
import { pagesChanged } from "../http/kept";
import { seenOf } from "../settings/rules";
import { factsOf } from "../sites/queries";
import { isCheckDue, publicOn } from "../sites/rules";
import { berlinDay } from "../time/rules";
import { brandingCss } from "./rules";
import type {
  Branding,
  Logo,
  NetworkAction,
  NetworkEvent,
  NetworkSite,
  PageName,
  PageText,
  SiteBasics,
} from "./types";

const FRESH_MS = 30_000;
const LATEST = 100;

export const DEFAULT_BRANDING: Branding = { name: "weact", primary: null, primaryDark: null, accent: null };

/** What a public page needs to look like the network's. */
export type PublicLook = { name: string; css: string; logo: Logo | null };

// One copy for all bundles of the server; public data only.
const shared = globalThis as { weactLook?: { readAt: number; look: PublicLook } };

/** The look of the public pages, read at most every 30 s; when it cannot be read, the last known one. */
export async function readLook(now: Date): Promise<PublicLook> {
  const known = shared.weactLook;
  if (known && now.getTime() - known.readAt < FRESH_MS) return known.look;
  try {
    const rows = await surfaceDb("intake").networkSetting.findMany({
      where: { key: { in: ["branding", "logo"] } },
    });
    return keepLook(lookOf(Object.fromEntries(rows.map(({ key, value }) => [key, value]))), now);
  } catch {
    // Whatever keeps it from being read: no page fails for its looks, or waits for them again so soon; what the page
    // itself needs will tell.
    return keepLook(known?.look ?? lookOf({}), now);
  }
}

function keepLook(look: PublicLook, now: Date): PublicLook {
  shared.weactLook = { readAt: now.getTime(), look };
  return look;
}

/** Has the look and the pages' texts read anew at the next occasion. */
export function refreshLook(): void {
  if (shared.weactLook) shared.weactLook.readAt = 0;
  pagesChanged();
}

function lookOf(values: Record<string, unknown>): PublicLook {
  const branding = (values.branding as Branding | undefined) ?? DEFAULT_BRANDING;
  const logo = (values.logo as Logo | null | undefined) ?? null;
  return { name: branding.name, css: brandingCss(branding, logo), logo };
}

/** A text of a public page in a language, or else in German; null where nobody has written one. */
export async function findPageText(
  page: PageName,
  locale: string,
): Promise<{ text: string; lang: string } | null> {
  const row = await surfaceDb("intake").networkSetting.findUnique({ where: { key: page } });
  const { texts } = (row?.value as PageText | undefined) ?? { texts: {} };
  const lang = [locale, "de"].find((tag) => texts[tag]);
  return lang ? { text: texts[lang] ?? "", lang } : null;
}

export type Versioned<Value> = { value: Value; version: number };

/** A setting with its version; version 0 says that nobody has made it yet. */
export async function readSetting<Value>(
  { db }: NetworkDesk,
  key: string,
  otherwise: Value,
): Promise<Versioned<Value>> {
  const row = await db.networkSetting.findUnique({ where: { key } });
  return row ? { value: row.value as Value, version: row.version } : { value: otherwise, version: 0 };
}

/** All sites, also those that are not offered to the public. */
export async function listNetworkSites({ db }: NetworkDesk, now = new Date()): Promise<NetworkSite[]> {
  const [rows, logins] = await Promise.all([
    db.site.findMany({ orderBy: { name: "asc" }, include: { keys: { select: { epoch: true } } } }),
    listLogins(db),
  ]);
  const today = berlinDay(now);
  return rows.map((row) => {
    const { id, name, stateCode, state, carriers, active, publishAddress } = row;
    const facts = factsOf(row);
    return {
      ...{ id, name, stateCode, carriers, active },
      hasKeys: row.keys.length > 0,
      hasLogin: logins.has(`site_${id}`),
      seen: seenOf(basicsOf(row)),
      shown: publicOn(today, { id, name, carriers, stateCode, state, ...facts }, publishAddress),
      checkDue: row.keys.length > 0 && isCheckDue(facts.checkedOn, today),
    };
  });
}

export const basicsOf = ({ name, stateCode, carriers }: SiteBasics): SiteBasics => ({
  name,
  stateCode,
  carriers,
});

/** The logins that belong to the group of all sites; which exist is no secret within the database server. */
async function listLogins(db: NetworkDesk["db"]): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT pg_get_userbyid(member)::text AS name FROM pg_auth_members
      WHERE roleid = (SELECT oid FROM pg_roles WHERE rolname = 'counselling')`;
  return new Set(rows.map(({ name }) => name));
}

/** The latest changes to the network's settings, the newest first. */
export async function listNetworkEvents({ db }: NetworkDesk): Promise<NetworkEvent[]> {
  const rows = await db.networkEvent.findMany({ orderBy: { at: "desc" }, take: LATEST });
  return rows.map(({ id, at, accountId, detail }) => ({
    ...(detail as unknown as NetworkAction),
    id,
    at,
    account: accountId,
  }));
}
