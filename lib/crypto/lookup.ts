import { createHash, createHmac } from "node:crypto";
import { deriveSecret } from "../env";

/** The keyed hash an account is found by: a dump does not show who works here. */
export const emailLookup = (email: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    createHmac("sha256", deriveSecret("email-lookup")).update(email.trim().toLowerCase()).digest(),
  );

/** The hash a session is stored under: a dump does not hold ids that work in a cookie. */
export const sessionHash = (sessionId: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash("sha256").update(sessionId).digest());
