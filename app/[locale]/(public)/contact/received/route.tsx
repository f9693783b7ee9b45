import { renderSVG } from "uqr";
import { ReceivedPage } from "@/components/public/received-page";
import { openTicket } from "@/lib/crypto/ticket";
import { env } from "@/lib/env";
import { readCookie } from "@/lib/http/cookies";
import { findSite } from "@/lib/sites/queries";
import { publicRoute } from "../../public-route";
import { respond } from "../../respond";

export const GET = publicRoute(async ({ request, locale, t, now }) => {
  const forgotten = new URL(request.url).searchParams.has("forgotten");
  const shown = openTicket("received", readCookie(request, "received"), now) as {
    receipt: string;
    site: string;
  } | null;
  const site = shown && (await findSite(shown.site, now).catch(() => null));
  return respond(
    <ReceivedPage
      locale={locale}
      t={t}
      siteName={site?.name ?? t("public.brand")}
      receipt={shown?.receipt ?? null}
      receiptSpoken={shown?.receipt.replaceAll(" ", "").split("").join(" ")}
      qrSvg={shown && renderSVG(shown.receipt, { border: 2 })}
      forgotten={forgotten && !shown}
      mailboxUrl={`${env().PUBLIC_ORIGIN}/${locale}/mailbox`}
    />,
  );
});
