import { z } from "zod";
import { latinDigits } from "../http/clean";

const secretText = z.string().min(1).max(4_000);
const code = z
  .string()
  .max(100)
  .transform((typed) => latinDigits(typed));
const ticket = z.string().min(1).max(2_000);
/** A WebAuthn answer as JSON; what is in it is judged by the library. */
const credential = z
  .string()
  .max(20_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue("credential");
      return z.NEVER;
    }
  })
  .pipe(
    z.looseObject({ id: z.string().max(2_000), response: z.looseObject({}), type: z.literal("public-key") }),
  );
/** The 32 bytes of a PRF, base64url; absent where the authenticator has none. */
const prf = z
  .string()
  .regex(/^[\w-]{43}$/)
  .transform((text) => new Uint8Array(Buffer.from(text, "base64url")))
  .optional()
  .catch(undefined);

/** Messages are keys under `staff.account.problems`. */
export const joinSchema = z.object({
  token: z.string().max(200),
  email: z.email("emailInvalid").max(300, "emailInvalid"),
  passphrase: secretText,
});

export const resetSchema = joinSchema.omit({ email: true });

export const tokenSchema = z.object({ token: z.string().max(200) });

export const codeSchema = z.object({ code });

export const confirmTotpSchema = z.object({ ticket, code });

export const changePassphraseSchema = z.object({ current: secretText, passphrase: secretText });

export const newPassphraseSchema = z.object({ passphrase: secretText });

export const recoverSchema = z.object({
  email: z.string().trim().min(1).max(300),
  recoveryCode: z.string().trim().min(1).max(200),
});

export const recoveryCodeSchema = recoverSchema.omit({ email: true });

export const confirmRecoverySchema = z.object({ ticket, lastGroup: z.string().max(50) });

export const registrationSchema = z.object({ credential });

export const assertionSchema = z.object({ credential, prf });

export const passkeySchema = z.object({ id: z.string().min(1).max(2_000) });

/** Stands for all sessions but the one that asks. */
export const ALL_OTHERS = "others";

export const sessionSchema = z.object({ id: z.string().min(1).max(100) });
