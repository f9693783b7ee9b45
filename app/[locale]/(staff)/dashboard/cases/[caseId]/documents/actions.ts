"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { SettingsState } from "@/components/settings/form-spec";
import { saveDocument } from "@/lib/documents/commands";
import { saveDocumentSchema } from "@/lib/documents/schema";
import { typedValues } from "../../../../form-values";
import { atDesk, invalid } from "../../../at-desk";

/** Saves a letter. A new one then has a page of its own. */
export async function saveDocumentAction(_previous: SettingsState, form: FormData): Promise<SettingsState> {
  const values = typedValues(form);
  return atDesk(values, async (desk, now) => {
    const input = saveDocumentSchema.safeParse(values);
    if (!input.success) return invalid(values, input.error);
    const [result, t] = await Promise.all([
      saveDocument(desk, input.data, now),
      getTranslations("staff.documents"),
    ]);
    const { caseId, documentId, seen } = input.data;
    if (!result.ok) {
      const { version, title, text } = result.current;
      const current = [
        { label: t("name"), text: title },
        { label: t("text"), text: text ?? t("unreadable") },
      ];
      return { values, problem: t("changedMeanwhile"), seen: String(version), current };
    }
    if (seen === 0)
      redirect(`/${await getLocale()}/dashboard/cases/${caseId}/documents/${documentId}?saved=yes`);
    refresh();
    return { done: t("saved"), seen: String(result.version) };
  });
}
