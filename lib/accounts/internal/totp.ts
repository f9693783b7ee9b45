import { randomBytes } from "node:crypto";
import { renderSVG } from "uqr";
import type { Staff } from "../../auth/queries";
import { sealTotpSecret } from "../../crypto/passphrase";
import { openTicket, sealTicket } from "../../crypto/ticket";
import { surfaceDb } from "../../db/client";
import { env } from "../../env";
import { checkCode, totpAddress, totpText } from "../rules";
import type { CodeRefusal } from "../types";

const SETUP_MS = 60 * 60_000;
const SECRET_BYTES = 20; // RFC 4226, section 4, R6: 160 bits recommended

type Setup = { purpose: "totp"; accountId: string; secret: string };

/** What somebody needs to set their authenticator app up; the ticket brings the secret back to us, sealed. */
export type TotpSetup = { ticket: string; qr: string; address: string; text: string };

/** Offers a new secret. Nothing is stored until a code shows that the app has it. */
export function beginTotp({ accountId }: Pick<Staff, "accountId">, now: Date): TotpSetup {
  const secret = randomBytes(SECRET_BYTES);
  const setup: Setup = { purpose: "totp", accountId, secret: secret.toString("base64") };
  return describeSetup(secret, sealTicket("ceremony", setup, new Date(now.getTime() + SETUP_MS)));
}

/** The same setup again, after a refusal: the app has scanned its secret already. Null when it is too old. */
export function sameTotp(
  { accountId }: Pick<Staff, "accountId">,
  ticket: string,
  now: Date,
): TotpSetup | null {
  const secret = secretIn(ticket, accountId, now);
  return secret && describeSetup(secret, ticket);
}

function describeSetup(secret: Uint8Array, ticket: string): TotpSetup {
  const address = totpAddress(secret, new URL(env().PUBLIC_ORIGIN).host);
  return { ticket, address, qr: renderSVG(address, { border: 2 }), text: totpText(secret) };
}

/** Stores the secret, under the user key, once a code proves that the app has it. */
export async function confirmTotp(
  { accountId, userKey }: Staff,
  { ticket, code }: { ticket: string; code: string },
  now: Date,
): Promise<{ ok: true } | CodeRefusal | { ok: false; reason: "over" }> {
  const secret = secretIn(ticket, accountId, now);
  if (!secret) return { ok: false, reason: "over" };
  const checked = checkCode(secret, code, null, now);
  if (!checked.ok) return checked;
  await surfaceDb("auth").account.updateMany({
    where: { id: accountId },
    data: { sealedTotp: sealTotpSecret(userKey, accountId, secret), totpStep: checked.step },
  });
  return { ok: true };
}

function secretIn(ticket: string, accountId: string, now: Date): Uint8Array | null {
  const setup = openTicket("ceremony", ticket, now) as Setup | null;
  if (setup?.purpose !== "totp" || setup.accountId !== accountId) return null;
  return new Uint8Array(Buffer.from(setup.secret, "base64"));
}
