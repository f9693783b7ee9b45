import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { deriveSecret } from "../../env";

const RANDOM_BYTES = 16;
const TIME_BYTES = 4;
const MAC_BYTES = 16;
const LIFETIME_S = 7 * 24 * 3600;

/** A form's nonce: `random (16) | issued at, in seconds (4) | MAC (16)`, in base64url. */
export function issueNonce(now: Date): string {
  const body = Buffer.alloc(RANDOM_BYTES + TIME_BYTES);
  randomBytes(RANDOM_BYTES).copy(body);
  body.writeUInt32BE(Math.floor(now.getTime() / 1000), RANDOM_BYTES);
  return Buffer.concat([body, mac(body)]).toString("base64url");
}

/** Whether we issued this nonce within the last seven days; a build in between does not matter. */
export function isOurNonce(nonce: string, now: Date): boolean {
  const bytes = Buffer.from(nonce, "base64url");
  // Comparing the encoding refuses other spellings of the same bytes, which would yield another receipt.
  if (bytes.length !== RANDOM_BYTES + TIME_BYTES + MAC_BYTES || bytes.toString("base64url") !== nonce)
    return false;
  const body = bytes.subarray(0, RANDOM_BYTES + TIME_BYTES);
  if (!timingSafeEqual(mac(body), bytes.subarray(RANDOM_BYTES + TIME_BYTES))) return false;
  const age = now.getTime() / 1000 - body.readUInt32BE(RANDOM_BYTES);
  return age > -60 && age < LIFETIME_S;
}

const mac = (body: Uint8Array): Buffer =>
  createHmac("sha256", deriveSecret("form-nonce")).update(body).digest().subarray(0, MAC_BYTES);
