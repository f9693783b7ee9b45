import { getLocale, getTranslations } from "next-intl/server";
import { KeyWarnings } from "@/components/keys/key-warnings";
import type { Desk } from "@/lib/auth/desk";
import { leadDesk } from "@/lib/auth/queries";
import { findKeyKeepers } from "@/lib/keys/queries";
import { type KeyWarning, keyWarnings } from "@/lib/keys/rules";

/** Where each warning can be settled. */
const PLACES: Record<KeyWarning, string> = { tooFewPeople: "people", noRecoveryPrint: "keys" };

/** What a lead has to know before anything else. */
export async function Warnings({ desk }: { desk: Desk }) {
  if (!leadDesk(desk)) return null;
  const [t, locale, keepers] = await Promise.all([
    getTranslations("staff.keyWarnings"),
    getLocale(),
    findKeyKeepers(desk),
  ]);
  const warnings = keyWarnings(keepers).map((warning) => ({
    text: t(warning),
    href: `/${locale}/dashboard/${PLACES[warning]}`,
    link: t(`${warning}Link`),
  }));
  return <KeyWarnings label={t("label")} warnings={warnings} />;
}
