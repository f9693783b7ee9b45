import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { deriveSecret } from "../../env";

const RANDOM_BYTES = 16;
const TIME_BYTES = 4;
const MAC_BYTES = 16;
const LIFETIME_S = 7 * 24 * 3600;
const BROWSER_AT = RANDOM_BYTES + TIME_BYTES;
const SEAL_AT = BROWSER_AT + MAC_BYTES;

/**
 * A form's nonce, in base64url: `random (16) | issued at, in seconds (4) | mark of the browser (16) | MAC (16)`.
 *
 * @param browser a random value that only the browser holds which the form goes to; empty for a form that needs none
 */
export function issueNonce(browser: string, now: Date): string {
  const head = Buffer.alloc(BROWSER_AT);
  randomBytes(RANDOM_BYTES).copy(head);
  head.writeUInt32BE(Math.floor(now.getTime() / 1000), RANDOM_BYTES);
  const body = Buffer.concat([head, mac("browser", head, browser)]);
  return Buffer.concat([body, mac("nonce", body)]).toString("base64url");
}

/** Whether we issued this nonce within the last seven days; a build in between does not matter. */
export function isOurNonce(nonce: string, now: Date): boolean {
  const bytes = Buffer.from(nonce, "base64url");
  // Comparing the encoding refuses other spellings of the same bytes, which would yield another receipt.
  if (bytes.length !== SEAL_AT + MAC_BYTES || bytes.toString("base64url") !== nonce) return false;
  if (!timingSafeEqual(mac("nonce", bytes.subarray(0, SEAL_AT)), bytes.subarray(SEAL_AT))) return false;
  const age = now.getTime() / 1000 - bytes.readUInt32BE(RANDOM_BYTES);
  return age > -60 && age < LIFETIME_S;
}

/** Whether a nonce of ours went to this browser, and not to somebody who read it off the page's source. */
export function isOfBrowser(nonce: string, browser: string): boolean {
  const bytes = Buffer.from(nonce, "base64url");
  const expected = mac("browser", bytes.subarray(0, BROWSER_AT), browser);
  return browser !== "" && timingSafeEqual(expected, bytes.subarray(BROWSER_AT, SEAL_AT));
}

const mac = (use: "browser" | "nonce", bytes: Uint8Array, browser = ""): Buffer =>
  createHmac("sha256", deriveSecret(`form-${use}`))
    .update(bytes)
    .update(browser)
    .digest()
    .subarray(0, MAC_BYTES);
