import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync, constants as zlib } from "node:zlib";
import { type Answer, ask } from "../http";

/** What a browser needs to show the text and to send the form; everything else is taken off. */
const KEPT_ATTRIBUTES =
  /^(action|checked|content|dir|for|hidden|href|id|lang|method|name|required|rows|selected|type|value)$/;

/** What Chromium asks for. */
export const BROWSER_HEADERS = { "Accept-Encoding": "gzip, deflate, br, zstd" };

/** A page as it came over the wire, and what is in it. */
export type Document = { readonly html: string; readonly encoding: "br" | "gzip" };

/** Reads a page as a browser gets it that was not the first to ask: from then on the server keeps a copy. */
export async function documentAt(url: string): Promise<Document> {
  await ask(url, BROWSER_HEADERS);
  const answer = await ask(url, BROWSER_HEADERS);
  const encoding = answer.headers["content-encoding"];
  if (answer.status !== 200 || (encoding !== "br" && encoding !== "gzip"))
    throw new Error(`${url} was answered with ${answer.status}, ${encoding ?? "uncompressed"}`);
  return { html: unpack(answer, encoding), encoding };
}

const unpack = ({ body }: Answer, encoding: Document["encoding"]): string =>
  (encoding === "br" ? brotliDecompressSync(body) : gunzipSync(body)).toString("utf8");

/** The same text and fields without styles, scripts and drawings. */
export const bareOf = ({ html, encoding }: Document): Document => ({
  encoding,
  html: html
    .replace(/<(style|script)\b[\s\S]*?<\/\1>/g, "")
    .replace(/<svg\b[\s\S]*?<\/svg>/g, writingIn)
    .replace(/<link\b[^>]*>/g, "")
    .replace(
      /<([a-z][a-z0-9]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*(\/?)>/g,
      (_, tag: string, attributes: string) => {
        const all = attributes.match(/[^\s=]+(?:="[^"]*")?/g) ?? [];
        const kept = all.filter((attribute) => KEPT_ATTRIBUTES.test(attribute.split("=", 1)[0] ?? ""));
        return `<${[tag, ...kept].join(" ")}>`;
      },
    ),
});

/** The links and names on the map are read as well; nothing is written in any other drawing. */
const writingIn = (drawing: string): string =>
  (drawing.match(/<\/?a\b[^>]*>|(?<=<text\b[^>]*>)[^<]+/g) ?? []).join("");

/** Compressed as ours is: ready copies as well as can be (scripts/serve/shelf.ts), other pages as Next does it. */
function pack({ html, encoding }: Document): Buffer {
  if (encoding === "gzip") return gzipSync(html);
  const params = {
    [zlib.BROTLI_PARAM_MODE]: zlib.BROTLI_MODE_TEXT,
    [zlib.BROTLI_PARAM_QUALITY]: zlib.BROTLI_MAX_QUALITY,
  };
  return brotliCompressSync(html, { params });
}

/** Serves pages from memory. The path is the page's name. */
export async function servePages(
  pages: ReadonlyMap<string, Document>,
): Promise<{ url: string; server: Server }> {
  const ready = new Map(
    [...pages].map(([name, page]) => [`/${name}`, { body: pack(page), encoding: page.encoding }]),
  );
  const server = createServer((request, response) => {
    const page = ready.get(request.url ?? "");
    if (!page) return response.writeHead(404).end();
    const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Encoding": page.encoding };
    return response.writeHead(200, headers).end(page.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
