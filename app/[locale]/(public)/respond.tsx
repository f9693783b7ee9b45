import { createHash } from "node:crypto";
import type { ReactElement } from "react";
import { type SheetName, sheetHashes, sheets } from "@/components/public/generated/styles";
import { KEPT } from "@/lib/http/kept";
import { readLook } from "@/lib/network/queries";

/**
 * Documents run no inline script, load nothing from elsewhere, and hold one of our style blocks, named by its hash,
 * and maybe a second one with the network's colours.
 */
const policyWith = (styles: readonly string[]): string =>
  ["default-src 'none'", `style-src ${styles.map((hash) => `'${hash}'`).join(" ")}`, ...POLICY].join("; ");

const POLICY = [
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

type Answer = {
  status?: number;
  cookie?: string;
  /** The page is the same for everybody, so the server may keep a copy of it (scripts/serve/shelf.ts). */
  kept?: boolean;
};

/**
 * Answers with a public page: HTML without any framework runtime. React renders it here and is not sent along,
 * so a page is as light as its text, and a POST can answer with what was typed.
 */
export async function respond(
  page: ReactElement,
  { status = 200, cookie, kept = false }: Answer = {},
): Promise<Response> {
  // Imported late: Next refuses a static import of the renderer in a route.
  const [{ renderToStaticMarkup }, { css }] = await Promise.all([
    import("react-dom/server"),
    readLook(new Date()),
  ]);
  const markup = renderToStaticMarkup(page);
  const styles = [sheetHashIn(markup), ...(css ? [hashOf(css)] : [])];
  const headers = new Headers({
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": policyWith(styles),
    "Cache-Control": kept ? KEPT : "no-store",
  });
  if (cookie) headers.set("Set-Cookie", cookie);
  const branded = css ? markup.replace("</head>", () => `<style>${css}</style></head>`) : markup;
  return new Response(`<!doctype html>${branded}`, { status, headers });
}

/** The hash of the sheet that a page carries. Whatever else it might carry as a style is not allowed by it. */
function sheetHashIn(markup: string): string {
  const start = markup.indexOf("<style>") + "<style>".length;
  const name = SHEET_NAMES.find((sheet) => markup.startsWith(`${sheets[sheet]}</style>`, start));
  return name ? sheetHashes[name] : "none";
}

const SHEET_NAMES = Object.keys(sheets) as SheetName[];

const hashOf = (css: string): string => `sha256-${createHash("sha256").update(css).digest("base64")}`;

/** Sends the browser on with GET, so that reloading the next page sends nothing again. */
export function seeOther(path: string, cookie?: string): Response {
  const headers = new Headers({ Location: path, "Cache-Control": "no-store" });
  if (cookie) headers.set("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}
