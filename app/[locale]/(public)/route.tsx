import { HomePage } from "@/components/public/home-page";
import { listSites } from "@/lib/sites/queries";
import { publicRoute } from "./public-route";
import { respond } from "./respond";

export const GET = publicRoute(async ({ locale, t, now }) =>
  respond(<HomePage locale={locale} t={t} sites={await listSites(now)} />),
);
