import { cleanText } from "./clean";

/** More than any honest form: 16,000 characters of three bytes each, percent-encoded, twice over. */
const MAX_BYTES = 1_000_000;

export class BodyTooLarge extends Error {}

/**
 * Reads the named fields of a posted form; an absent field is an empty string.
 *
 * @throws BodyTooLarge
 */
export async function readForm<F extends string>(
  request: Request,
  fields: readonly F[],
): Promise<Record<F, string>> {
  const type = request.headers.get("content-type") ?? "";
  const body = await readBounded(request);
  const form = await new Response(body, { headers: { "Content-Type": type } })
    .formData()
    .catch(() => new FormData());
  const entries = fields.map((field) => {
    const value = form.get(field);
    return [field, typeof value === "string" ? cleanText(value) : ""] as const;
  });
  return Object.fromEntries(entries) as Record<F, string>;
}

async function readBounded(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.byteLength;
    if (size > MAX_BYTES) throw new BodyTooLarge();
    chunks.push(read.value);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
