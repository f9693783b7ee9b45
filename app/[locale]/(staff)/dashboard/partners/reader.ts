import { getTranslations } from "next-intl/server";
import type { PartnerReader } from "@/components/partners/partner-sayings";
import type { Desk } from "@/lib/auth/desk";
import { listsFor } from "../cases/[caseId]/record/lists";

/** The reader's words, and the network's lists in the reader's language. */
export async function readerAt(desk: Desk): Promise<PartnerReader> {
  const [t, lists] = await Promise.all([getTranslations("staff"), listsFor(desk)]);
  return { t, lists };
}

/** The words of the forms for partners and offers. */
export const formWords = ({ t }: PartnerReader) => ({
  button: t("partners.form.save"),
  pending: t("partners.form.saving"),
  current: t("partners.form.current"),
});
