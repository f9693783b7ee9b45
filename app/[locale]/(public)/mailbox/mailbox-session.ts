import type { ReceiptKeys } from "@/lib/crypto/receipt";
import { openTicket, sealTicket } from "@/lib/crypto/ticket";
import { readCookie, setCookie } from "@/lib/http/cookies";
import { findMailbox, type Mailbox } from "@/lib/mailbox/commands";

/** An open mailbox ends this long after the last thing that was done in it. */
const SESSION_SECONDS = 20 * 60;

type Content = { lookupId: string; key: string };

/** The keys of an opened mailbox, sealed for a cookie: the server keeps nothing of a running session. */
export function mailboxCookie({ lookupId, key }: ReceiptKeys, now: Date): string {
  const content: Content = { lookupId: encode(lookupId), key: encode(key) };
  const expires = new Date(now.getTime() + SESSION_SECONDS * 1000);
  return setCookie("mailbox", sealTicket("mailbox", content, expires), SESSION_SECONDS);
}

/** The mailbox this browser has open, or null. */
export async function currentMailbox(request: Request, now: Date): Promise<Mailbox | null> {
  const content = openTicket("mailbox", readCookie(request, "mailbox"), now) as Content | null;
  return content && findMailbox({ lookupId: decode(content.lookupId), key: decode(content.key) });
}

const encode = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
const decode = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, "base64url"));
