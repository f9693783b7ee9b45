import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  derivePassphraseKeys,
  deriveRecoveryKey,
  newRecoveryCode,
  newSalt,
  unwrapUserKey,
  wrapUserKey,
} from "../../../lib/crypto/passphrase";

const account = randomUUID();
const salt = newSalt();
const userKey = new Uint8Array(32).fill(7);
const broken = expect.objectContaining({ code: "sealBroken" });

describe("a passphrase", () => {
  it("yields the same verifier and key each time, independent of each other", async () => {
    const keys = await derivePassphraseKeys("vier Wörter sind besser", salt, account);
    expect(await derivePassphraseKeys("vier Wörter sind besser", salt, account)).toEqual(keys);
    expect(keys.verifier).not.toEqual(keys.wrappingKey);
  });

  it("may be typed with letters composed in another way", async () => {
    const composed = await derivePassphraseKeys("Wörter".normalize("NFC"), salt, account);
    expect(await derivePassphraseKeys("Wörter".normalize("NFD"), salt, account)).toEqual(composed);
  });

  it("yields something else with other letters, another salt or for another account", async () => {
    const all = await Promise.all([
      derivePassphraseKeys("one", salt, account),
      derivePassphraseKeys("One", salt, account),
      derivePassphraseKeys("one ", salt, account),
      derivePassphraseKeys("one", newSalt(), account),
      derivePassphraseKeys("one", salt, randomUUID()),
    ]);
    expect(new Set(all.map(({ verifier }) => Buffer.from(verifier).toString("hex"))).size).toBe(all.length);
    expect(new Set(all.map(({ wrappingKey }) => Buffer.from(wrappingKey).toString("hex"))).size).toBe(
      all.length,
    );
  });
});

describe("a user key", () => {
  it("opens with its key only, for its account and its column", async () => {
    const { wrappingKey, verifier } = await derivePassphraseKeys("one", salt, account);
    const wrapped = wrapUserKey("account.wrapped_by_passphrase", account, wrappingKey, userKey);
    const open = (by: Parameters<typeof unwrapUserKey>[0], id: string, key: Uint8Array) =>
      unwrapUserKey(by, id, key, wrapped);
    expect(new Uint8Array(open("account.wrapped_by_passphrase", account, wrappingKey))).toEqual(userKey);
    expect(() => open("account.wrapped_by_passphrase", account, verifier)).toThrow(broken);
    expect(() => open("account.wrapped_by_passphrase", randomUUID(), wrappingKey)).toThrow(broken);
    expect(() => open("account.wrapped_by_recovery", account, wrappingKey)).toThrow(broken);
  });
});

describe("a recovery code", () => {
  it("has 160 bits in groups that can be read aloud", () => {
    const codes = Array.from({ length: 200 }, newRecoveryCode);
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(codes.join("").replaceAll("-", "")).size).toBe(32);
  });

  it("may be typed in small letters, without dashes and with look-alikes", () => {
    const key = deriveRecoveryKey("0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ", account);
    expect(deriveRecoveryKey("o i23 4567 89ab cdef ghjk mnpq rstv wxyz", account)).toEqual(key);
    expect(deriveRecoveryKey("OL234567-89ABCDEFGHJKMNPQRSTVWXYZ", account)).toEqual(key);
    expect(deriveRecoveryKey("0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYY", account)).not.toEqual(key);
    expect(deriveRecoveryKey("0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ", randomUUID())).not.toEqual(key);
  });
});
