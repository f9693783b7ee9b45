"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import type { FormState } from "@/components/staff/form-state";
import { AppError } from "@/lib/errors";
import { markRead } from "@/lib/messages/commands";
import { messageIdSchema } from "@/lib/messages/schema";
import { typedValues } from "../../form-values";
import { atDesk } from "../at-desk";

/** Whoever presses it has read a message; their colleagues still see it as new. */
export async function markReadAction(_previous: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  return atDesk(values, async (desk) => {
    const input = messageIdSchema.safeParse(values);
    if (!input.success) throw new AppError("notFound");
    await markRead(desk, input.data.id);
    refresh();
    const t = await getTranslations("staff.messages");
    return { done: t("readDone") };
  });
}
