import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync, gzipSync } from "node:zlib";
import { get } from "../http";

/** What a browser needs to show the text and to send the form; everything else is taken off. */
const KEPT_ATTRIBUTES =
  /^(action|checked|content|dir|for|href|id|lang|method|name|required|rows|selected|type|value)$/;

/** The page behind an address as bare HTML: the same text and fields without styles, scripts and drawings. */
export async function barePageOf(url: string): Promise<string> {
  const { body } = await get(url);
  return gunzipSync(body)
    .toString("utf8")
    .replace(/<(style|script|svg)\b[\s\S]*?<\/\1>/g, "")
    .replace(/<link\b[^>]*>/g, "")
    .replace(
      /<([a-z][a-z0-9]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*(\/?)>/g,
      (_, tag: string, attributes: string) => {
        const all = attributes.match(/[^\s=]+(?:="[^"]*")?/g) ?? [];
        const kept = all.filter((attribute) => KEPT_ATTRIBUTES.test(attribute.split("=", 1)[0] ?? ""));
        return `<${[tag, ...kept].join(" ")}>`;
      },
    );
}

/** Serves pages from memory, compressed as Next compresses ours. The path is the page's name. */
export async function servePages(
  pages: ReadonlyMap<string, string>,
): Promise<{ url: string; server: Server }> {
  const ready = new Map([...pages].map(([name, html]) => [`/${name}`, gzipSync(html)]));
  const server = createServer((request, response) => {
    const body = ready.get(request.url ?? "");
    if (!body) return response.writeHead(404).end();
    const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Encoding": "gzip" };
    return response.writeHead(200, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
