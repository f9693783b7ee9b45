import { getTranslations } from "next-intl/server";
import type { Person } from "@/lib/people/types";

/** Who can take over the cases of somebody: everybody who can read them. */
export async function successorOptions(
  people: Person[],
  leaving: string,
): Promise<{ value: string; label: string }[]> {
  const t = await getTranslations("staff.people");
  const staying = people.filter(({ accountId, state }) => state === "here" && accountId !== leaving);
  return [
    { value: "", label: t("leave.nobody") },
    ...staying.map(({ accountId, name }) => ({ value: accountId, label: name || t("nameless") })),
  ];
}
