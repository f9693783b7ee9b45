import { ImprintPage } from "@/components/public/trust/imprint-page";
import { findPageText } from "@/lib/network/queries";
import { publicRoute } from "../public-route";
import { respond } from "../respond";

export const GET = publicRoute(async ({ locale, t, origin }) => {
  const written = await findPageText("imprint", locale);
  return respond(<ImprintPage locale={locale} t={t} origin={origin} written={written} />, { kept: true });
});
