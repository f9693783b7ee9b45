import { ComplaintsPage } from "@/components/public/trust/complaints-page";
import { findPageText } from "@/lib/network/queries";
import { publicRoute } from "../public-route";
import { respond } from "../respond";

export const GET = publicRoute(async ({ locale, t, origin }) => {
  const written = await findPageText("complaints", locale);
  return respond(<ComplaintsPage locale={locale} t={t} origin={origin} written={written} />, { kept: true });
});
