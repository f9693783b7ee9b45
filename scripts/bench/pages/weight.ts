import { type Answer, ask } from "../http";
import { BROWSER_HEADERS } from "./bare-page";

/** What a browser fetches beside a page, when it has the time: its icon and its manifest. In bytes. */
export async function weighLinks(html: string, url: string): Promise<number> {
  const links = html.match(/<link [^>]*rel="(?:icon|manifest)"[^>]*>/g) ?? [];
  const answers = await Promise.all(links.map((link) => askFor(/href="([^"]*)"/, link, url)));
  return answers.reduce((sum, answer) => sum + sizeOf(answer), 0);
}

/** Scripts of a page, those inside it included, as they are read: uncompressed. Data is no script. In bytes. */
export async function weighScripts(html: string, url: string): Promise<number> {
  const scripts = html.match(/<script\b(?![^>]*type="application\/ld\+json")[\s\S]*?<\/script>/g) ?? [];
  const sizes = scripts.map(async (script) => {
    const inside = script.replace(/^<script\b[^>]*>|<\/script>$/g, "");
    const loaded = / src="/.test(script) ? (await askFor(/src="([^"]*)"/, script, url, {})).body.length : 0;
    return Buffer.byteLength(inside) + loaded;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function askFor(
  attribute: RegExp,
  tag: string,
  url: string,
  headers: Record<string, string> = BROWSER_HEADERS,
): Promise<Answer> {
  const address = attribute.exec(tag)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const answer = await ask(new URL(address, url).href, headers);
  if (answer.status !== 200) throw new Error(`${address} was answered with ${answer.status}`);
  return answer;
}

/** Status line, headers and body: a name and its value have two characters after them each. */
const sizeOf = ({ body, rawHeaders }: Answer): number =>
  "HTTP/1.1 200 OK\r\n\r\n".length + rawHeaders.join("").length + 2 * rawHeaders.length + body.length;
