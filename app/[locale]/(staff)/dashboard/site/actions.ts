"use server";

import { refresh } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import type { SettingsState } from "@/components/settings/form-spec";
import { siteSayings } from "@/components/settings/site-sayings";
import type { FormState } from "@/components/staff/form-state";
import type { LeadDesk } from "@/lib/auth/desk";
import { requireLead } from "@/lib/auth/gates";
import { AppError } from "@/lib/errors";
import { nested } from "@/lib/http/nested";
import { changePart, confirmFacts, NO_TEXT, removeSiteText, writeSiteText } from "@/lib/settings/commands";
import { listSiteTexts, readOwnSite } from "@/lib/settings/queries";
import { partOf, seenOf } from "@/lib/settings/rules";
import { PART_SCHEMAS, siteTextSchema } from "@/lib/settings/schema";
import { type PartValue, type SettingsResult, SITE_PARTS, type SitePart } from "@/lib/settings/types";
import { typedValues } from "../../form-values";
import { atPlace } from "../at-desk";
import { invalidSettings } from "./invalid-settings";

/** Changes one part of the site's settings. */
export async function changePartAction(_previous: SettingsState, form: FormData): Promise<SettingsState> {
  const values = typedValues(form);
  return atPlace(values, requireLead, async (desk, now) => {
    const part = SITE_PARTS.find((known) => known === values.part);
    if (!part) throw new AppError("notFound");
    const input = PART_SCHEMAS[part].safeParse(nested(values));
    if (!input.success) return invalidSettings(values, input.error);
    const result = await changePart(desk, part, input.data as PartValue<SitePart>, values.seen ?? "", now);
    refresh();
    return answerPart(desk, part, values, result);
  });
}

async function answerPart(
  desk: LeadDesk,
  part: SitePart,
  values: Record<string, string>,
  result: SettingsResult,
): Promise<SettingsState> {
  const [t, locale, { settings }] = await Promise.all([
    getTranslations("staff"),
    getLocale(),
    readOwnSite(desk),
  ]);
  const current = partOf(part, settings);
  const seen = seenOf(current);
  if (result.ok) return { done: t("site.saved"), seen };
  if (result.reason === "nothingChanged") return { done: t("site.nothingChanged"), seen };
  return { values, seen, problem: t("site.changedMeanwhile"), current: siteSayings({ t, locale }, current) };
}

/** Everything is still true. */
export async function confirmFactsAction(_previous: FormState, form: FormData): Promise<FormState> {
  return atPlace(typedValues(form), requireLead, async (desk, now) => {
    await confirmFacts(desk, now);
    refresh();
    const t = await getTranslations("staff.site");
    return { done: t("checked.done") };
  });
}

/** Writes a text block or the template of a letter. */
export async function writeTextAction(_previous: SettingsState, form: FormData): Promise<SettingsState> {
  const values = typedValues(form);
  return atPlace(values, requireLead, async (desk, now) => {
    const input = siteTextSchema.safeParse(values);
    if (!input.success) return invalidSettings(values, input.error);
    const result = await writeSiteText(desk, input.data, now);
    refresh();
    return answerText(desk, input.data.id, values, result);
  });
}

export async function removeTextAction(_previous: SettingsState, form: FormData): Promise<SettingsState> {
  const values = typedValues(form);
  return atPlace(values, requireLead, async (desk, now) => {
    const { id = "", seen = "" } = values;
    const result = await removeSiteText(desk, { id, seen }, now);
    refresh();
    return answerText(desk, id, values, result);
  });
}

async function answerText(
  desk: LeadDesk,
  id: string,
  values: Record<string, string>,
  result: SettingsResult,
): Promise<SettingsState> {
  const [t, locale, texts] = await Promise.all([getTranslations("staff"), getLocale(), listSiteTexts(desk)]);
  const current = texts.find((text) => text.id === id);
  const seen = current ? seenOf(current) : NO_TEXT;
  if (result.ok || result.reason === "nothingChanged") {
    // The form for a new text is there for the next one.
    return { done: t("site.saved"), seen: values.seen === NO_TEXT ? NO_TEXT : seen };
  }
  const sayings = siteSayings({ t, locale }, { text: current ?? null });
  return { values, seen, problem: t("site.changedMeanwhile"), current: sayings };
}
