import { randomInt } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import type { CodeCheck, PassphraseProblem } from "./types";

const MIN_CHARACTERS = 12;
const MAX_BYTES = 1_000;
/** A unit shorter than this, said over and over, is no passphrase, whether it is listed or not. */
const SHORT_UNIT = 4;

/**
 * What is wrong with a passphrase, or null. No rules of composition (NIST SP 800-63B, section 3.1.1.2): length, and
 * nothing that is among the first to be tried.
 *
 * @param isCommon whether a word, folded and without spaces, is among the common passwords
 * @param own words that are known of the person: their address, their site
 */
export function judgePassphrase(
  passphrase: string,
  isCommon: (word: string) => boolean,
  own: readonly string[] = [],
): PassphraseProblem | null {
  const normal = passphrase.normalize("NFKC");
  if ([...normal.trim()].length < MIN_CHARACTERS) return "tooShort";
  if (Buffer.byteLength(normal) > MAX_BYTES) return "tooLong";
  const folded = foldWord(normal);
  const candidates = [folded, foldWord(folded.replace(/[\p{N}\p{P}\p{S}]+$/u, ""))].flatMap((word) => [
    word,
    unitOf(word),
  ]);
  const known = new Set([...own, ...own.map((word) => word.split("@")[0] ?? ""), "weact"].map(bareWord));
  if (candidates.some((word) => word !== "" && known.has(bareWord(word)))) return "personal";
  const weak = candidates.some((word) => isCommon(word)) || unitOf(folded).length < SHORT_UNIT;
  return weak ? "common" : null;
}

/** Case-folded and without spaces, as the list of common passwords is compared. */
export const foldWord = (text: string): string => text.toLowerCase().replace(/\s/gu, "");

const bareWord = (text: string): string => foldWord(text.normalize("NFKC")).replace(/[^\p{L}\p{N}]/gu, "");

/** What a text consists of when it says the same over and over, whole or cut off: "abcabcab" is "abc". */
function unitOf(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    const unit = text.slice(0, length);
    if (text === unit.repeat(Math.ceil(text.length / length)).slice(0, text.length)) return unit;
  }
  return text;
}

const CONSONANTS = "bdfgklmnprstvz";
const VOWELS = "aeiou";

/** Four groups of three syllables, easy to say in any language: 12 × log2(14 × 5), some 73 bits. */
export function suggestPassphrase(): string {
  const syllable = (): string =>
    `${CONSONANTS[randomInt(CONSONANTS.length)]}${VOWELS[randomInt(VOWELS.length)]}`;
  const group = (): string => Array.from({ length: 3 }, syllable).join("");
  return Array.from({ length: 4 }, group).join("-");
}

/** How long after signing in somebody may change what opens their account, or their site. */
const FRESH_MS = 15 * 60_000;

/** Whether somebody has signed in a short while ago: what opens a site to others asks for that. */
export const isFresh = (openedAt: Date, now: Date): boolean => now.getTime() - openedAt.getTime() < FRESH_MS;

/**
 * Whether somebody may change what opens their account: while setting it up, or soon after signing in. A session left
 * open must not be enough to take an account over for good.
 */
export const mayChangeAccess = (complete: boolean, openedAt: Date, now: Date): boolean =>
  !complete || isFresh(openedAt, now);

const PERIOD_SECONDS = 30;
const ACCEPTED_STEPS = 1;
/** Codes from up to five minutes off are recognised, so that a wrong clock can be named. They are not accepted. */
const RECOGNISED_STEPS = 10;

const totpOf = (secret: Uint8Array): TOTP =>
  new TOTP({
    issuer: "weact",
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
    period: PERIOD_SECONDS,
  });

/**
 * Checks a code of an authenticator app (RFC 6238): valid one step before and after, and once.
 *
 * @param lastStep the newest step that a code was accepted for
 */
export function checkCode(secret: Uint8Array, typed: string, lastStep: number | null, now: Date): CodeCheck {
  const token = typed.replace(/\D/g, "");
  if (token.length !== 6) return { ok: false, reason: "wrong" };
  const totp = totpOf(secret);
  const timestamp = now.getTime();
  const delta = totp.validate({ token, timestamp, window: ACCEPTED_STEPS });
  if (delta === null) {
    const off = totp.validate({ token, timestamp, window: RECOGNISED_STEPS });
    if (off === null) return { ok: false, reason: "wrong" };
    return {
      ok: false,
      reason: "clock",
      minutes: Math.max(1, Math.round((Math.abs(off) * PERIOD_SECONDS) / 60)),
    };
  }
  const step = totp.counter({ timestamp }) + delta;
  return step > (lastStep ?? -1) ? { ok: true, step } : { ok: false, reason: "codeUsed" };
}

/** The address that an authenticator app reads from the QR code. */
export function totpAddress(secret: Uint8Array, host: string): string {
  const totp = totpOf(secret);
  totp.label = host;
  return totp.toString();
}

/** The secret as it is typed into an app, in groups of four. */
export const totpText = (secret: Uint8Array): string =>
  (totpOf(secret).secret.base32.match(/.{1,4}/g) ?? []).join(" ");
