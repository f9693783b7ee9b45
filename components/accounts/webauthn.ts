import { startAuthentication, startRegistration } from "@simplewebauthn/browser";

type CreationOptions = Parameters<typeof startRegistration>[0]["optionsJSON"];
type RequestOptions = Parameters<typeof startAuthentication>[0]["optionsJSON"];
type PrfResults = { prf?: { enabled?: boolean; results?: { first?: BufferSource } } };

/**
 * What a passkey's PRF is asked for: the same for everybody, because its answer differs with every passkey. Never
 * to be changed: what passkeys have locked would stay locked.
 */
const PRF_INPUT = new TextEncoder().encode("weact/passkey-unlock/v1");

/** Lets the device make a passkey, and says whether it could open the account by itself. */
export async function makePasskey(options: unknown): Promise<{ credential: string; canUnlock: boolean }> {
  const asked = { ...(options as CreationOptions), extensions: { prf: {} } };
  const response = await startRegistration({ optionsJSON: asked });
  const { prf } = response.clientExtensionResults as PrfResults;
  return { credential: withoutExtensions(response), canUnlock: prf?.enabled === true };
}

/** Lets the device sign with a passkey; asked to unlock, it adds the secret that opens the account. */
export async function signWithPasskey(
  options: unknown,
  unlock: boolean,
): Promise<{ credential: string; prf: string | undefined }> {
  const extensions = { prf: { eval: { first: PRF_INPUT } } };
  const asked = { ...(options as RequestOptions), ...(unlock ? { extensions } : {}) };
  const response = await startAuthentication({ optionsJSON: asked });
  const first = (response.clientExtensionResults as PrfResults).prf?.results?.first;
  return { credential: withoutExtensions(response), prf: first && toBase64Url(first) };
}

/** The PRF's output is bytes, which JSON does not have; it travels in a field of its own. */
const withoutExtensions = (response: object): string =>
  JSON.stringify({ ...response, clientExtensionResults: {} });

function toBase64Url(source: BufferSource): string {
  const bytes = source instanceof ArrayBuffer ? new Uint8Array(source) : new Uint8Array(source.buffer);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}
