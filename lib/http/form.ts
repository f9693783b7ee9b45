import { cleanText } from "./clean";

/** More than any honest form: 16,000 characters of three bytes each, percent-encoded, twice over. */
const MAX_BYTES = 1_000_000;

export class BodyTooLarge extends Error {}

/** What a field of a posted form says; an absent one says nothing. */
export type PostedForm = (field: string) => string;

/**
 * Reads the named fields of a posted form; an absent field is an empty string.
 *
 * @throws BodyTooLarge
 */
export async function readForm<F extends string>(
  request: Request,
  fields: readonly F[],
): Promise<Record<F, string>> {
  const said = await readWholeForm(request);
  return Object.fromEntries(fields.map((field) => [field, said(field)])) as Record<F, string>;
}

/**
 * Reads a posted form of which it is known only later what its fields are called.
 *
 * @throws BodyTooLarge
 */
export async function readWholeForm(request: Request): Promise<PostedForm> {
  const type = request.headers.get("content-type") ?? "";
  const body = await readBounded(request);
  const form = await new Response(body, { headers: { "Content-Type": type } })
    .formData()
    .catch(() => new FormData());
  return (field) => {
    const value = form.get(field);
    return typeof value === "string" ? cleanText(value) : "";
  };
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
