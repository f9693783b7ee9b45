import { getTranslations } from "next-intl/server";
import { SwitchForm } from "@/components/people/switch-form";
import { requireStaff } from "@/lib/auth/gates";
import { siteName } from "@/lib/sites/queries";
import { chooseSiteAction } from "../account/actions";

/** The other sites that somebody works at, one press away. */
export async function DeskSwitch({ site }: { site: string }) {
  const { memberships } = await requireStaff();
  const others = memberships.filter(({ siteId }) => siteId !== site);
  if (others.length === 0) return null;
  const [t, names] = await Promise.all([
    getTranslations("staff.nav"),
    Promise.all(others.map(({ siteId }) => siteName(siteId, new Date()))),
  ]);
  return others.map(({ siteId }, index) => (
    <SwitchForm
      key={siteId}
      action={chooseSiteAction}
      site={siteId}
      label={t("switchTo", { site: names[index] ?? siteId })}
      pending={t("switching")}
      help={t("switchHelp")}
    />
  ));
}
