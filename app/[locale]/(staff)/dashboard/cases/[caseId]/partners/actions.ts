"use server";

import type { HelpState } from "@/components/partners/help-state";
import { helpSearchSchema } from "@/lib/partners/schema";
import { typedValues } from "../../../../form-values";
import { atDesk, invalid } from "../../../at-desk";
import { readerAt } from "../../../partners/reader";
import { foundFor } from "./found";

/** Looks for something else than what the case says. Reads the directory alone; nothing is stored, and nothing sent. */
export async function searchHelpAction(_previous: HelpState, form: FormData): Promise<HelpState> {
  const values = typedValues(form);
  return atDesk(values, async (desk): Promise<HelpState> => {
    const search = helpSearchSchema.safeParse(values);
    if (!search.success) return invalid(values, search.error);
    return { values, found: await foundFor(desk, await readerAt(desk), search.data) };
  });
}
