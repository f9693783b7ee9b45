import { refusePost } from "@/lib/http/admit";
import { dropCookie } from "@/lib/http/cookies";
import { notice, publicRoute } from "../../public-route";
import { seeOther } from "../../respond";

export const POST = publicRoute(async ({ request, locale, now }) => {
  const refusal = refusePost(request, "letter", now);
  if (refusal) return notice(locale, refusal.problem === "foreign" ? "forbidden" : "tooMany", refusal.status);
  return seeOther(`/${locale}/mailbox?closed`, dropCookie("mailbox"));
});
