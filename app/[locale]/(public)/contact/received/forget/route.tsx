import { dropCookie } from "@/lib/http/cookies";
import { isFromOurPages } from "@/lib/http/request";
import { notice, publicRoute } from "../../../public-route";
import { seeOther } from "../../../respond";

/** Takes the receipt off this device before its time. Never limited: who wants to be safe must not have to wait. */
export const POST = publicRoute(async ({ request, locale }) => {
  if (!isFromOurPages(request.headers)) return notice(locale, "forbidden", 403);
  return seeOther(`/${locale}/contact/received?forgotten`, dropCookie("received"));
});
