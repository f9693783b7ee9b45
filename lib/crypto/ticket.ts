import { deriveSecret } from "../env";
import { bind, openBytes, sealBytes } from "./aead";

/** What a ticket is for; a ticket for one thing opens nothing else. */
export type TicketPurpose = "received" | "mailbox" | "known" | "factor" | "ceremony" | "print";

/**
 * A short-lived sealed value for a cookie: the browser carries it and cannot read it, and nothing is stored
 * on the server.
 */
export function sealTicket(purpose: TicketPurpose, content: unknown, expires: Date): string {
  const plaintext = Buffer.from(JSON.stringify({ content, expires: expires.getTime() }));
  return Buffer.from(sealBytes(deriveSecret(`ticket/${purpose}`), bind(purpose), plaintext)).toString(
    "base64url",
  );
}

/** @returns null when the ticket is late, forged or for something else */
export function openTicket(purpose: TicketPurpose, ticket: string | undefined, now: Date): unknown {
  if (!ticket) return null;
  try {
    const plaintext = openBytes(
      deriveSecret(`ticket/${purpose}`),
      bind(purpose),
      Buffer.from(ticket, "base64url"),
    );
    const { content, expires } = JSON.parse(plaintext.toString("utf8"));
    return now.getTime() < expires ? content : null;
  } catch {
    return null;
  }
}
