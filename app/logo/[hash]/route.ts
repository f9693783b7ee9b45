import { readLook } from "@/lib/network/queries";

type Context = { params: Promise<{ hash: string }> };

/** The network's logo, under an address that changes with it and can therefore be kept. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const [{ hash }, { logo }] = await Promise.all([params, readLook(new Date())]);
  if (logo?.hash !== hash)
    return new Response("404", { status: 404, headers: { "Cache-Control": "no-store" } });
  return new Response(new Uint8Array(Buffer.from(logo.data, "base64")), {
    headers: { "Content-Type": logo.type, "Cache-Control": "public, max-age=31536000, immutable" },
  });
}
