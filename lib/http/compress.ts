import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Quality 5 shrinks a page of 15 KB as well as gzip's best, in a third of a millisecond. */
const BROTLI_QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/**
 * The same response, compressed as the browser accepts it. The framework compresses its own pages only.
 *
 * Length does not give a page's secrets away here (BREACH): no page shows a receipt or letters together with
 * anything that another site could choose, because cookies are SameSite=Strict and posts come from our own pages.
 */
export async function compressed(request: Request, response: Response): Promise<Response> {
  const accepted = request.headers.get("accept-encoding") ?? "";
  const encoding = /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : null;
  if (!encoding || !response.body) return response;

  const body = Buffer.from(await response.arrayBuffer());
  const small = encoding === "br" ? await brotli(body, BROTLI_QUALITY) : await gzipped(body);
  const headers = new Headers(response.headers);
  headers.set("Content-Encoding", encoding);
  headers.append("Vary", "Accept-Encoding");
  return new Response(new Uint8Array(small), { status: response.status, headers });
}
