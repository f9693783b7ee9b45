import { useTranslations } from "next-intl";
import type { NetworkSite } from "@/lib/network/types";

/** How far a site has come, in one word. */
export function SiteState({ site: { active, hasKeys, hasLogin } }: { site: NetworkSite }) {
  const t = useTranslations("staff.networkSettings.state");
  if (!hasLogin) return <strong className="error">{t("noLogin")}</strong>;
  if (!hasKeys) return <span className="muted">{t(active ? "waitsForKeys" : "noKeys")}</span>;
  return <span className="muted">{t(active ? "offered" : "retired")}</span>;
}
