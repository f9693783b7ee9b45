"use server";

import { randomUUID } from "node:crypto";
import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import type { SettingsState } from "@/components/settings/form-spec";
import type { FormState } from "@/components/staff/form-state";
import { requireNetworkDesk } from "@/lib/auth/gates";
import { nested } from "@/lib/http/nested";
import { sendMessage, withdrawMessage } from "@/lib/messages/commands";
import { MESSAGE_ERRORS, messageIdSchema, newMessageSchema } from "@/lib/messages/schema";
import { berlinDay } from "@/lib/time/rules";
import { atPlace, invalidIn } from "../../dashboard/at-desk";
import { typedValues } from "../../form-values";

/** Tells sites something. The form is empty afterwards, under an id of its own. */
export async function sendMessageAction(_previous: SettingsState, form: FormData): Promise<SettingsState> {
  const values = typedValues(form);
  return atPlace(values, requireNetworkDesk, async (desk, now): Promise<SettingsState> => {
    const input = newMessageSchema(berlinDay(now)).safeParse({ ...nested(values), id: values.seen });
    if (!input.success) {
      return invalidIn(values, input.error, (words, message) => {
        const code = MESSAGE_ERRORS.find((known) => known === message) ?? "textEmpty";
        return words(`messages.errors.${code}`);
      });
    }
    const result = await sendMessage(desk, input.data, now);
    refresh();
    const t = await getTranslations("staff.messages");
    if (result.ok) return { done: t("sentDone"), seen: randomUUID() };
    return { values, problem: t(`refused.${result.reason}`) };
  });
}

/** Takes a message back. */
export async function withdrawMessageAction(_previous: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  return atPlace(values, requireNetworkDesk, async (desk, now) => {
    const input = messageIdSchema.safeParse(values);
    const t = await getTranslations("staff.messages");
    if (!input.success) return { values, problem: t("refused.gone") };
    const result = await withdrawMessage(desk, input.data.id, now);
    refresh();
    return result.ok ? { done: t("withdrawn") } : { values, problem: t(`refused.${result.reason}`) };
  });
}
