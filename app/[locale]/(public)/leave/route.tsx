import { NEUTRAL_PAGE } from "@/components/public/public-page";
import { dropCookie } from "@/lib/http/cookies";
import { publicRoute } from "../public-route";

/**
 * Leaves quickly: whoever opens this browser next finds neither an open mailbox nor a receipt. Changes nothing
 * but this browser's own cookies, so it needs no gate: a forged call could only close something.
 */
async function leave(status: 204 | 303): Promise<Response> {
  const headers = new Headers({ "Cache-Control": "no-store" });
  if (status === 303) headers.set("Location", NEUTRAL_PAGE);
  for (const cookie of ["received", "mailbox", "form"] as const)
    headers.append("Set-Cookie", dropCookie(cookie));
  return new Response(null, { status, headers });
}

/** The link, which works without scripts. */
export const GET = publicRoute(() => leave(303));

/** The script's word, while the browser is already on its way to the neutral page. */
export const POST = publicRoute(() => leave(204));
