import { Secret, TOTP } from "otpauth";

/** What an authenticator app shows that holds a secret. */
export function codesOf(secret: Uint8Array | string): (at: Date) => string {
  const totp = new TOTP({
    secret:
      typeof secret === "string"
        ? Secret.fromBase32(secret.replaceAll(" ", ""))
        : new Secret({ buffer: new Uint8Array(secret).buffer }),
  });
  return (at) => totp.generate({ timestamp: at.getTime() });
}
