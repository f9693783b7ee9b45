import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "./generated/client";
import { type Login, loginUrl, type SurfaceLogin, siteLogin } from "./logins";

/** A part of a statement that stands in several, its values bound as everywhere. */
export const { sql } = Prisma;

/** A client logged in as one site: row security shows it that site's rows and no others. */
export type SiteDb = PrismaClient;

/** What each surface's code may use of its client. The database grants no more either. */
export type SurfaceDb = {
  intake: Pick<PrismaClient, "site" | "siteKey" | "networkSetting" | "$queryRaw">;
  mailbox: Pick<PrismaClient, "$queryRaw">;
  network: Pick<
    PrismaClient,
    | "site"
    | "invitation"
    | "networkSetting"
    | "networkEvent"
    | "networkMessage"
    | "vocabularyValue"
    | "legalDeadline"
    | "statisticRelease"
    | "statisticCell"
    | "statisticRefusal"
    | "$queryRaw"
    | "$transaction"
  >;
  auth: Pick<
    PrismaClient,
    | "account"
    | "membership"
    | "staffSession"
    | "passkey"
    | "invitation"
    | "networkInvitation"
    | "siteKeyGrant"
    | "$queryRaw"
    | "$transaction"
  >;
  jobs: Pick<
    PrismaClient,
    | "staffSession"
    | "journalEntry"
    | "journalHead"
    | "site"
    | "vocabularyValue"
    | "statisticFact"
    | "statisticRelease"
    | "statisticRefusal"
    | "$queryRaw"
  >;
};

const POOL: Record<SurfaceLogin | "site", number> = {
  intake: 6,
  mailbox: 4,
  network: 2,
  auth: 4,
  jobs: 1,
  site: 4,
};
const IDLE_CLIENT_MS = 30 * 60_000;

type Entry = { client: PrismaClient; usedAt: number };

// Next bundles routes apart from each other, so module state would exist several times: one map for all.
const shared = globalThis as { weactClients?: Map<Login, Entry> };
shared.weactClients ??= new Map();
const clients = shared.weactClients;

export const surfaceDb = <L extends SurfaceLogin>(login: L): SurfaceDb[L] => clientFor(login, POOL[login]);

/** Only lib/auth may call this: a site's client is half of a desk. */
export const siteDb = (site: string): SiteDb => clientFor(siteLogin(site), POOL.site);

/** Ends all connections, for a clean stop and for tests. */
export async function closeClients(): Promise<void> {
  const open = [...clients.values()];
  clients.clear();
  await Promise.all(open.map(({ client }) => client.$disconnect()));
}

function clientFor(login: Login, connections: number): PrismaClient {
  const now = Date.now();
  closeIdle(now);
  let entry = clients.get(login);
  if (!entry) {
    entry = { client: connect(login, connections), usedAt: now };
    clients.set(login, entry);
  }
  entry.usedAt = now;
  return entry.client;
}

function connect(login: Login, max: number): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: loginUrl(login),
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: 15_000,
  });
  // Minimal: longer messages quote the query's values.
  return new PrismaClient({ adapter, errorFormat: "minimal" });
}

/** A client costs some 4 MB, and a network may have many sites of which few are at work. */
function closeIdle(now: number): void {
  for (const [login, { client, usedAt }] of clients) {
    if (now - usedAt < IDLE_CLIENT_MS) continue;
    clients.delete(login);
    void client.$disconnect();
  }
}
