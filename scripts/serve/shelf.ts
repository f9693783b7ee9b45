import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, gzip, constants as zlib } from "node:zlib";
import { KEPT, pageChanges } from "../../lib/http/kept";

/** How long a copy is given without asking the application whether it is still right. */
const FRESH_MS = 30_000;
/** More pages than there are; an address that is made up is never kept. */
const MOST = 10_000;
const GIVEN_ON = ["content-type", "content-security-policy"];

type Encoding = "br" | "gzip" | "identity";
type Copy = {
  headers: Record<string, string>;
  tag: string;
  bodies: Record<Encoding, Buffer>;
  madeAt: number;
  changes: number;
};

/** Asks the application for a page as it is at the moment, uncompressed. */
export type AskApplication = (path: string) => Promise<Response>;

export type Shelf = {
  /** Whether a request is for a page that is kept here. */
  holds(request: IncomingMessage): boolean;
  /** Gives the copy. Tells if there is none any more: then the application has to answer. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** Looks at what the application answers, and takes the address up when the page is the same for everybody. */
  watch(request: IncomingMessage, response: ServerResponse): void;
};

/**
 * Ready copies of the pages that are the same for everybody, compressed once. A page says so itself, by its
 * `Cache-Control`. A copy is as good as the page for half a minute, or until something that it shows is changed
 * in this process; then the page is made anew, and compressed anew only when it differs.
 */
export function openShelf(ask: AskApplication): Shelf {
  const known = new Set<string>();
  const copies = new Map<string, Copy>();
  const making = new Map<string, Promise<Copy | null>>();

  const copyOf = (path: string): Promise<Copy | null> | Copy => {
    const copy = copies.get(path);
    if (copy && isFresh(copy)) return copy;
    const running = making.get(path);
    if (running) return running;
    const made = makeCopy(path, ask, copy).finally(() => making.delete(path));
    making.set(path, made);
    return made;
  };

  return {
    holds: ({ method = "", url = "" }) => (method === "GET" || method === "HEAD") && known.has(url),
    async answer(request, response) {
      const path = request.url ?? "";
      const copy = await copyOf(path);
      if (copy) {
        copies.set(path, copy);
        give(copy, request, response);
      } else {
        known.delete(path);
        copies.delete(path);
      }
      return copy !== null;
    },
    watch({ method, url = "" }, response) {
      if (method !== "GET" || url.includes("?") || known.size >= MOST) return;
      response.once("finish", () => {
        // Next stores single headers of a route as lists.
        if (response.statusCode === 200 && String(response.getHeader("cache-control")) === KEPT)
          known.add(url);
      });
    },
  };
}

const isFresh = ({ madeAt, changes }: Copy): boolean =>
  Date.now() - madeAt < FRESH_MS && changes === pageChanges();

async function makeCopy(path: string, ask: AskApplication, before: Copy | undefined): Promise<Copy | null> {
  const [madeAt, changes] = [Date.now(), pageChanges()];
  const answer = await ask(path);
  if (answer.status !== 200 || answer.headers.get("cache-control") !== KEPT) return null;
  const body = Buffer.from(await answer.arrayBuffer());
  const tag = createHash("sha256").update(body).digest("base64url").slice(0, 22);
  if (before?.tag === tag) return { ...before, madeAt, changes };
  const headers = Object.fromEntries(GIVEN_ON.map((name) => [name, answer.headers.get(name) ?? ""]));
  return { headers, tag, bodies: await compress(body), madeAt, changes };
}

async function compress(body: Buffer): Promise<Record<Encoding, Buffer>> {
  const params = {
    [zlib.BROTLI_PARAM_MODE]: zlib.BROTLI_MODE_TEXT,
    [zlib.BROTLI_PARAM_QUALITY]: zlib.BROTLI_MAX_QUALITY,
    [zlib.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  const [br, zipped] = await Promise.all([
    promisify(brotliCompress)(body, { params }),
    promisify(gzip)(body, { level: 9 }),
  ]);
  return { br, gzip: zipped, identity: body };
}

function give({ headers, tag, bodies }: Copy, request: IncomingMessage, response: ServerResponse): void {
  const encoding = encodingFor(request.headers["accept-encoding"] ?? "");
  const etag = `"${tag}-${encoding}"`;
  response.setHeader("Cache-Control", KEPT);
  response.setHeader("Vary", "Accept-Encoding");
  response.setHeader("ETag", etag);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (namesTag(request.headers["if-none-match"] ?? "", etag)) return void response.writeHead(304).end();
  if (encoding !== "identity") response.setHeader("Content-Encoding", encoding);
  response.setHeader("Content-Length", bodies[encoding].length);
  response.writeHead(200).end(request.method === "HEAD" ? undefined : bodies[encoding]);
}

/** The best of what a browser takes (RFC 9110, section 12.5.3). */
function encodingFor(accepted: string): Encoding {
  const takes = (name: string) =>
    accepted.split(",").some((entry) => {
      const [coding = "", weight] = entry
        .trim()
        .toLowerCase()
        .split(/\s*;\s*q=/);
      return coding === name && Number(weight ?? 1) > 0;
    });
  return takes("br") ? "br" : takes("gzip") ? "gzip" : "identity";
}

/** Whether the browser has this very copy; a proxy may have weakened the tag (RFC 9110, section 13.1.2). */
const namesTag = (ifNoneMatch: string, etag: string): boolean =>
  ifNoneMatch.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
