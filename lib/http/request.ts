import { env } from "../env";

/** The network address as scripts/serve.ts found it: from the socket, or from proxies of ours. Memory only. */
export const clientAddress = (headers: Headers): string => headers.get("x-client-address") ?? "unknown";

/**
 * Whether a request that changes something comes from our own pages. Browsers say so in `Sec-Fetch-Site`, older
 * ones in `Origin`; a request with neither is refused, because that is what a forged one can look like.
 */
export function isFromOurPages(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  return site ? site === "same-origin" : headers.get("origin") === env().PUBLIC_ORIGIN;
}

/** Where a staff page is, which pages themselves cannot ask: written by proxy.ts, whatever was sent. */
export const PAGE_HEADER = "x-page";

/** Whether a form came as browsers send it without scripts. */
export const isPlainForm = (headers: Headers): boolean =>
  !headers.has("next-action") &&
  /^(multipart\/form-data|application\/x-www-form-urlencoded)/.test(headers.get("content-type") ?? "");
