"use server";

import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import type { ImportState } from "@/components/partners/import-state";
import type { FormState } from "@/components/staff/form-state";
import type { Desk } from "@/lib/auth/desk";
import { importPartners } from "@/lib/partners/commands";
import { previewImport } from "@/lib/partners/queries";
import { decodeCsv } from "@/lib/partners/rules";
import { importSchema, MOST_BYTES } from "@/lib/partners/schema";
import type { ImportFile } from "@/lib/partners/types";
import { typedValues } from "../../../form-values";
import { atDesk } from "../../at-desk";
import { refusalWords, shownOf } from "./shown";

/** Shows what a file would change; sent again from what is shown, it is stored. */
export async function importAction(_previous: ImportState, form: FormData): Promise<ImportState> {
  const values = typedValues(form);
  const confirmed = importSchema.safeParse(values);
  // Nothing of a file is among the values that come back after a fault: a page of that size helps nobody.
  const { text: _file, ...kept } = values;
  return atDesk(kept, async (desk, now): Promise<ImportState | FormState> => {
    if (confirmed.success) return store(desk, confirmed.data, now);
    const file = form.get("file");
    const text = file instanceof File && file.size > 0 ? await textOf(file) : "";
    if (text === "") return refused("fileMissing");
    if (text === null) return refused("fileTooLarge");
    return preview(desk, { text, nonce: randomUUID() }, now);
  });
}

const textOf = async (file: File): Promise<string | null> =>
  file.size > MOST_BYTES ? null : decodeCsv(new Uint8Array(await file.arrayBuffer()));

async function preview(desk: Desk, file: ImportFile, now: Date): Promise<ImportState> {
  const result = await previewImport(desk, file, now);
  if ("reason" in result) return { errors: { file: await refusalWords(result) } };
  return { preview: await shownOf(desk, result, file) };
}

async function store(desk: Desk, file: ImportFile & { seen: string }, now: Date): Promise<ImportState> {
  const shown = await previewImport(desk, file, now);
  const result = await importPartners(desk, file, now);
  const t = await getTranslations("staff.partners.importer");
  if (result.ok) {
    const count = "changes" in shown ? shown.changes.length : 0;
    return { done: t("done", { count, digits: String(count) }) };
  }
  const fresh = await preview(desk, { text: file.text, nonce: file.nonce }, now);
  return result.reason === "changedMeanwhile" ? { ...fresh, problem: t("changedMeanwhile") } : fresh;
}

async function refused(reason: "fileMissing" | "fileTooLarge"): Promise<ImportState> {
  const t = await getTranslations("staff.partners.importRefused");
  return { errors: { file: t(reason) } };
}
