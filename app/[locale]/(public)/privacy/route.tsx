import { PrivacyPage } from "@/components/public/trust/privacy-page";
import { findPageText } from "@/lib/network/queries";
import { publicRoute } from "../public-route";
import { respond } from "../respond";

export const GET = publicRoute(async ({ locale, t, origin }) => {
  const written = await findPageText("privacy", locale);
  return respond(<PrivacyPage locale={locale} t={t} origin={origin} written={written} />, { kept: true });
});
