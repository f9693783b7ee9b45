import { hkdfSync } from "node:crypto";
import { deriveSecret } from "../env";
import { bind, openBytes, sealBytes } from "./aead";

/** A session's row and the key that only its browser holds. */
export type SessionPlace = { idHash: Uint8Array; accountId: string; sessionKey: Uint8Array };

/**
 * Wraps a user key for one session. The server's secret takes part, so that whoever can write the table, but is
 * not the server, cannot make a row that stands for somebody else.
 */
export const wrapForSession = (place: SessionPlace, userKey: Uint8Array): Uint8Array<ArrayBuffer> =>
  sealBytes(keyOf(place), boundTo(place), userKey);

/** @throws AppError `sealBroken` for another session's cookie, another account or a row of another making */
export const unwrapForSession = (place: SessionPlace, sealed: Uint8Array): Uint8Array =>
  openBytes(keyOf(place), boundTo(place), sealed);

const keyOf = ({ sessionKey }: SessionPlace): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", sessionKey, deriveSecret("session"), bind("weact/session/v1"), 32));

const boundTo = ({ idHash, accountId }: SessionPlace): Uint8Array =>
  bind("staff_session.sealed_user_key", Buffer.from(idHash).toString("hex"), accountId);
