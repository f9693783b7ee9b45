import { AccessibilityPage } from "@/components/public/trust/accessibility-page";
import { publicRoute } from "../public-route";
import { respond } from "../respond";

export const GET = publicRoute(({ locale, t, origin }) =>
  respond(<AccessibilityPage locale={locale} t={t} origin={origin} />, { kept: true }),
);
