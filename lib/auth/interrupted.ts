import { randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { openTyped, sealTyped } from "../crypto/interrupted";
import { surfaceDb } from "../db/client";
import { usesHttps } from "../env";
import { markOf } from "./commands";
import type { Staff } from "./queries";

/** A form that somebody sent when their session was over: where it was sent, and all its fields. */
export type InterruptedForm = {
  readonly to: string;
  readonly fields: readonly (readonly [string, string])[];
};

const KEPT_MS = 30 * 60_000;
/** In a browser, and everywhere together: in bytes of what is sealed. */
const MOST_FORMS = 5;
const LONGEST_FORM = 400_000;
const MOST_BYTES = 32_000_000;

type Kept = { id: string; sealed: Uint8Array };
type Shelf = { mark: string; until: number; forms: Kept[] };

// One for all bundles of Next. In memory only, and sealed with a key that the server forgets at once: what somebody
// was typing lies nowhere in the clear, and after half an hour nowhere at all.
const shared = globalThis as { weactInterrupted?: Map<string, Shelf> };
shared.weactInterrupted ??= new Map();
const shelves = shared.weactInterrupted;

const cookieName = (): string => `${usesHttps() ? "__Host-" : ""}weact-interrupted`;

/** Keeps a form for the account that this browser was signed in to last. Too long a form is not kept. */
export async function keepInterrupted(mark: string, form: InterruptedForm, now: Date): Promise<void> {
  sweep(now);
  const jar = await cookies();
  const known = jar.get(cookieName())?.value;
  const name = known && shelves.get(shelfOf(known))?.mark === mark ? known : newName();
  const shelf = shelves.get(shelfOf(name)) ?? { mark, until: 0, forms: [] };
  const sealed = sealTyped({ mark, browserKey: keyIn(name) }, JSON.stringify(form));
  if (sealed.length > LONGEST_FORM) return;
  const forms = [...shelf.forms, { id: randomBytes(9).toString("base64url"), sealed }].slice(-MOST_FORMS);
  shelves.delete(shelfOf(name));
  shelves.set(shelfOf(name), { mark, until: now.getTime() + KEPT_MS, forms });
  makeRoom();
  jar.set(cookieName(), name, {
    ...{ httpOnly: true, sameSite: "lax", path: "/", secure: usesHttps() },
    maxAge: KEPT_MS / 1000,
  });
}

/** Whether this browser has something that came too late. What it is, only the account learns that wrote it. */
export async function hasInterrupted(now: Date): Promise<boolean> {
  sweep(now);
  const name = (await cookies()).get(cookieName())?.value;
  return name !== undefined && shelves.has(shelfOf(name));
}

/** What somebody sent from this browser when their session was over; nothing of what another account sent. */
export async function listInterrupted(
  { accountId }: Staff,
  now: Date,
): Promise<(InterruptedForm & { id: string })[]> {
  sweep(now);
  const name = (await cookies()).get(cookieName())?.value;
  const shelf = name && shelves.get(shelfOf(name));
  if (!name || !shelf || shelf.mark !== (await markOfAccount(accountId))) return [];
  const place = { mark: shelf.mark, browserKey: keyIn(name) };
  return shelf.forms.map(({ id, sealed }) => ({
    id,
    ...(JSON.parse(openTyped(place, sealed)) as InterruptedForm),
  }));
}

/** Forgets a form that is back on its page. */
export async function dropInterrupted(id: string): Promise<void> {
  const name = (await cookies()).get(cookieName())?.value;
  const shelf = name && shelves.get(shelfOf(name));
  if (!name || !shelf) return;
  const forms = shelf.forms.filter((form) => form.id !== id);
  if (forms.length > 0) shelves.set(shelfOf(name), { ...shelf, forms });
  else shelves.delete(shelfOf(name));
}

/** The cookie: where the shelf is, and the key to what lies there. */
const newName = (): string =>
  `${randomBytes(12).toString("base64url")}.${randomBytes(32).toString("base64url")}`;
const shelfOf = (name: string): string => name.split(".", 1)[0] ?? "";
const keyIn = (name: string): Uint8Array => Buffer.from(name.split(".")[1] ?? "", "base64url");

async function markOfAccount(id: string): Promise<string | null> {
  const account = await surfaceDb("auth").account.findUnique({
    where: { id },
    select: { emailLookup: true },
  });
  return account && markOf(account.emailLookup);
}

function sweep(now: Date): void {
  for (const [name, { until }] of shelves) if (until <= now.getTime()) shelves.delete(name);
}

/** When it becomes too much for everybody together, the oldest goes. */
function makeRoom(): void {
  const sizes = [...shelves].map(([name, { forms }]) => ({
    name,
    bytes: forms.reduce((sum, { sealed }) => sum + sealed.length, 0),
  }));
  let bytes = sizes.reduce((sum, each) => sum + each.bytes, 0);
  for (const each of sizes) {
    if (bytes <= MOST_BYTES) return;
    shelves.delete(each.name);
    bytes -= each.bytes;
  }
}
