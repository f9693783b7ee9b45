import { KEPT } from "@/lib/http/kept";
import { localeInfo } from "@/lib/i18n/locales";
import { publicRoute } from "../public-route";

/**
 * What a browser asks for when a page is put on the home screen. It stays a page in the browser there: an icon of
 * its own would tell others of it.
 */
export const GET = publicRoute(async ({ locale, t }) => {
  const { dir } = localeInfo(locale);
  const manifest = {
    name: t("public.brand"),
    lang: locale,
    dir,
    start_url: `/${locale}`,
    scope: "/",
    display: "browser",
    background_color: "#fbf8f3",
    theme_color: "#fbf8f3",
    icons: [{ src: "/icon.svg", type: "image/svg+xml", sizes: "any" }],
  };
  return new Response(JSON.stringify(manifest), {
    headers: { "Content-Type": "application/manifest+json", "Cache-Control": KEPT },
  });
});
