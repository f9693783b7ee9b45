import { SafetyPage } from "@/components/public/trust/safety-page";
import { publicRoute } from "../public-route";
import { respond } from "../respond";

export const GET = publicRoute(({ locale, t, origin }) =>
  respond(<SafetyPage locale={locale} t={t} origin={origin} />, { kept: true }),
);
