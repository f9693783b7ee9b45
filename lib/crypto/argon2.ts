import type { Algorithm } from "@node-rs/argon2";

/** Argon2id, RFC 9106. The library's const enum has no runtime value under isolated modules. */
export const ARGON2ID: Algorithm.Argon2id = 2;
