import { admits, type LimitKind } from "../limits/limiter";
import { clientAddress, isFromOurPages } from "./request";

/** Why a post of the public site is not looked at; the page that says so keeps what was typed. */
export type PostRefusal = { problem: "foreign"; status: 403 } | { problem: "tooMany"; status: 429 };

/** The gate of every public post: it comes from our own pages, and not too often from one network. */
export function refusePost(request: Request, kind: LimitKind, now: Date): PostRefusal | null {
  if (!isFromOurPages(request.headers)) return { problem: "foreign", status: 403 };
  if (!admits(kind, clientAddress(request.headers), now)) return { problem: "tooMany", status: 429 };
  return null;
}
