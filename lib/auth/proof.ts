import { cookies } from "next/headers";
import { openTicket, sealTicket } from "../crypto/ticket";
import { usesHttps } from "../env";
import type { Proof } from "./types";

const PROOF_MS = 10 * 60_000;
const CEREMONY_MS = 5 * 60_000;

type Ticket = "factor" | "ceremony";

const nameOf = (ticket: Ticket): string => `${usesHttps() ? "__Host-" : ""}weact-${ticket}`;
const options = () => ({ httpOnly: true, sameSite: "strict", path: "/", secure: usesHttps() }) as const;

async function keep(ticket: Ticket, content: unknown, lifetimeMs: number, now: Date): Promise<void> {
  const expires = new Date(now.getTime() + lifetimeMs);
  (await cookies()).set(nameOf(ticket), sealTicket(ticket, content, expires), { ...options(), expires });
}

const read = async (ticket: Ticket, now: Date): Promise<unknown> =>
  openTicket(ticket, (await cookies()).get(nameOf(ticket))?.value, now);

async function drop(ticket: Ticket): Promise<void> {
  (await cookies()).set(nameOf(ticket), "", { ...options(), maxAge: 0 });
}

/** Lets the browser carry the proof of the first thing to the page that asks for the second, for ten minutes. */
export const keepProof = (proof: Proof, now: Date): Promise<void> =>
  keep("factor", { ...proof, userKey: Buffer.from(proof.userKey).toString("base64") }, PROOF_MS, now);

/** What this browser has proven, or null when that is too long ago. */
export async function currentProof(now: Date): Promise<Proof | null> {
  const kept = (await read("factor", now)) as (Omit<Proof, "userKey"> & { userKey: string }) | null;
  return kept && { ...kept, userKey: new Uint8Array(Buffer.from(kept.userKey, "base64")) };
}

export const dropProof = (): Promise<void> => drop("factor");

/** What a passkey is asked to sign, what for, and whose it has to be; null for whoever signs in by it alone. */
export type Ceremony = {
  readonly purpose: "register" | "unlock" | "factor" | "signIn";
  readonly accountId: string | null;
  readonly challenge: string;
};

/** Keeps a challenge in the browser, sealed, for five minutes. */
export const keepCeremony = (ceremony: Ceremony, now: Date): Promise<void> =>
  keep("ceremony", ceremony, CEREMONY_MS, now);

/** The challenge that this browser was given, taken from it: it counts once. */
export async function takeCeremony(now: Date): Promise<Ceremony | null> {
  const ceremony = (await read("ceremony", now)) as Ceremony | null;
  if (ceremony) await drop("ceremony");
  return ceremony;
}
