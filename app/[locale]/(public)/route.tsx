import { HomePage } from "@/components/public/home-page";
import { publicRoute } from "./public-route";
import { respond } from "./respond";

export const GET = publicRoute(({ locale, t, origin }) =>
  respond(<HomePage locale={locale} t={t} origin={origin} />, { kept: true }),
);
