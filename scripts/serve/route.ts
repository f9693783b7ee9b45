const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const WORD = /^[a-zA-Z][a-zA-Z-]{0,40}$/;

/**
 * A path as the log may have it: words of ours, `:id` for ids, `:other` for anything else, since
 * people paste receipts and names where they do not belong. Of an unknown path only the locale stays.
 */
export function routeFor(url: string, status: number): string {
  const [first = "", ...rest] = (url.split("?", 1)[0] ?? "").split("/").slice(1);
  if (first === "_next") return "/_next";
  if (status === 404) return `/${/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/.test(first) ? `${first}/` : ""}:unknown`;
  return `/${[first, ...rest].map(segment).join("/")}`;
}

function segment(text: string): string {
  if (text === "" || WORD.test(text)) return text;
  return UUID.test(text) ? ":id" : ":other";
}
