import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { Saying, SettingsState } from "@/components/settings/form-spec";
import type { FormState } from "@/components/staff/form-state";
import type { NetworkDesk } from "@/lib/auth/desk";
import { requireNetworkDesk } from "@/lib/auth/gates";
import { nested } from "@/lib/http/nested";
import { type ColourUse, contrastOf, shownRatio } from "@/lib/network/rules";
import { NETWORK_ERRORS } from "@/lib/network/schema";
import type { NetworkResult } from "@/lib/network/types";
import { atPlace, invalidIn } from "../dashboard/at-desk";
import { typedValues } from "../form-values";

/** What a form rests on after it was sent, and what it says by now. */
export type Fresh = { seen: string; current: Saying[] };

type Order<Input> = {
  schema: z.ZodType<Input>;
  command: (desk: NetworkDesk, input: Input, now: Date) => Promise<NetworkResult>;
  /** Reads again what the form was about. */
  fresh: (desk: NetworkDesk, input: Input) => Promise<Fresh>;
};

/**
 * Checks a form and carries out one command of the network desk with it. The version of what is changed travels in
 * the field `seen`, as in every settings form.
 */
export async function commandAtNetwork<Input>(form: FormData, order: Order<Input>): Promise<SettingsState> {
  const values = typedValues(form);
  return atPlace(values, requireNetworkDesk, async (desk, now) => {
    const input = order.schema.safeParse({ ...nested(values), version: values.seen });
    if (!input.success) return invalidNetwork(values, input.error);
    const result = await order.command(desk, input.data, now);
    refresh();
    const [t, { seen, current }] = await Promise.all([
      getTranslations("staff.networkSettings"),
      order.fresh(desk, input.data),
    ]);
    if (result.ok) return { done: t("saved"), seen };
    const problem = t(`refused.${result.reason}`);
    return result.reason === "changedMeanwhile" ? { values, problem, seen, current } : { values, problem };
  });
}

/** A button that does one thing to a site. */
export async function pressAtNetwork(
  form: FormData,
  command: (desk: NetworkDesk, site: string, now: Date) => Promise<NetworkResult>,
): Promise<FormState> {
  const values = typedValues(form);
  return atPlace(values, requireNetworkDesk, async (desk, now) => {
    const result = await command(desk, values.site ?? "", now);
    refresh();
    const t = await getTranslations("staff.networkSettings");
    return result.ok ? { done: t("saved") } : { values, problem: t(`refused.${result.reason}`) };
  });
}

export const invalidNetwork = (values: Record<string, string>, error: z.ZodError): Promise<SettingsState> =>
  invalidIn(values, error, (t, message, field) => {
    const code = NETWORK_ERRORS.find((known) => known === message) ?? "textEmpty";
    return code === "contrastTooLow"
      ? t("networkSettings.errors.contrastIs", { ratio: ratioOf(field as ColourUse, values[field] ?? "") })
      : t(`networkSettings.errors.${code}`);
  });

const ratioOf = (use: ColourUse, colour: string): string =>
  shownRatio(contrastOf(use, colour.trim().toLowerCase()));
