"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { z } from "zod";
import { partnerSayings } from "@/components/partners/partner-sayings";
import type { SettingsState } from "@/components/settings/form-spec";
import type { FormState } from "@/components/staff/form-state";
import type { Desk } from "@/lib/auth/desk";
import { AppError } from "@/lib/errors";
import { nested } from "@/lib/http/nested";
import { confirmPartner, writeOffer, writePartner, writePartnerNote } from "@/lib/partners/commands";
import { findOffer, findPartner, offerCodes } from "@/lib/partners/queries";
import {
  noteSchema,
  offerKeySchema,
  offerSchema,
  PARTNER_ERRORS,
  partnerKeySchema,
  partnerSchema,
} from "@/lib/partners/schema";
import { typedValues } from "../../form-values";
import { atDesk, invalidIn } from "../at-desk";
import { readerAt } from "./reader";

type Values = Record<string, string>;

/** Adds or changes an organisation. */
export async function writePartnerAction(_previous: SettingsState, form: FormData): Promise<SettingsState> {
  const values = typedValues(form);
  return atDesk(values, async (desk) => {
    const { id, seen } = keyOf(partnerKeySchema, values);
    const input = partnerSchema.safeParse(nested(values));
    if (!input.success) return invalidPartner(values, input.error);
    const result = await writePartner(desk, { id, version: seen, facts: input.data });
    if (result.ok || result.reason === "nothingChanged") return toPartner(id);
    const { partner } = await findPartner(desk, id);
    return conflict(desk, values, partner, Object.keys(input.data));
  });
}

/** Adds or changes an offer of one. */
export async function writeOfferAction(_previous: SettingsState, form: FormData): Promise<SettingsState> {
  const values = typedValues(form);
  return atDesk(values, async (desk) => {
    const { id, partnerId, seen } = keyOf(offerKeySchema, values);
    const input = offerSchema(await offerCodes(desk)).safeParse(nested(values));
    if (!input.success) return invalidPartner(values, input.error);
    const result = await writeOffer(desk, { id, partnerId, version: seen, facts: input.data });
    if (result.ok || result.reason === "nothingChanged") return toPartner(partnerId);
    const { offer } = await findOffer(desk, id);
    return conflict(desk, values, offer, Object.keys(input.data));
  });
}

/** Everything about a partner is still true. */
export async function confirmPartnerAction(_previous: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  return atDesk(values, async (desk, now) => {
    const { id, seen } = keyOf(partnerKeySchema, values);
    const result = await confirmPartner(desk, { id, version: seen }, now);
    refresh();
    const t = await getTranslations("staff.partners");
    return result.ok ? { done: t("checked.done") } : { problem: t("form.changedMeanwhile") };
  });
}

/** Writes what the own site keeps about a partner for itself. */
export async function writeNoteAction(_previous: SettingsState, form: FormData): Promise<SettingsState> {
  const values = typedValues(form);
  return atDesk(values, async (desk): Promise<SettingsState> => {
    const { partnerId } = keyOf(noteSchema.pick({ partnerId: true }), values);
    const input = noteSchema.safeParse(values);
    if (!input.success) return invalidPartner(values, input.error);
    const { seen, text } = input.data;
    const result = await writePartnerNote(desk, { partnerId, version: seen, text });
    const [t, { note }] = await Promise.all([
      getTranslations("staff.partners"),
      findPartner(desk, partnerId),
    ]);
    refresh();
    if (result.ok) return { done: t("note.done"), seen: String(note.version) };
    const current = [{ label: t("note.label"), text: note.text ?? t("note.unreadable") }];
    return { values, seen: String(note.version), problem: t("form.changedMeanwhile"), current };
  });
}

/** What names a row comes from our own pages; without it there is nothing to be found. */
function keyOf<Key>(schema: z.ZodType<Key>, values: Values): Key {
  const key = schema.safeParse(values);
  if (!key.success) throw new AppError("notFound");
  return key.data;
}

const toPartner = async (id: string): Promise<never> =>
  redirect(`/${await getLocale()}/dashboard/partners/${id}`);

const invalidPartner = (values: Values, error: z.ZodError): Promise<SettingsState> =>
  invalidIn(values, error, (t, message) => {
    const code = PARTNER_ERRORS.find((known) => known === message) ?? "textEmpty";
    return t(`partners.errors.${code}`);
  });

/** What was typed, beside what somebody else has written meanwhile. */
async function conflict(
  desk: Desk,
  values: Values,
  row: { version: number },
  fields: readonly string[],
): Promise<SettingsState> {
  const reader = await readerAt(desk);
  const facts = Object.fromEntries(Object.entries(row).filter(([field]) => fields.includes(field)));
  return {
    values,
    seen: String(row.version),
    problem: reader.t("partners.form.changedMeanwhile"),
    current: partnerSayings(reader, facts),
  };
}
