import { getTranslations } from "next-intl/server";
import type { LinkWords } from "@/components/people/link-state";

const ROLES = ["counsellor", "lead"] as const;

export async function linkWords(): Promise<LinkWords> {
  const t = await getTranslations("staff.people.link");
  return { label: t("label"), copy: t("copy"), copied: t("copied"), next: t("nextHeading") };
}

export async function roleOptions(): Promise<{ value: string; label: string }[]> {
  const t = await getTranslations("staff.account.role");
  return ROLES.map((value) => ({ value, label: t(value) }));
}
