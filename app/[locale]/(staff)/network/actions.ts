"use server";

import { refresh } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import type { InviteState } from "@/components/network/invite-form";
import type { SettingsState } from "@/components/settings/form-spec";
import type { FormState } from "@/components/staff/form-state";
import type { NetworkDesk } from "@/lib/auth/desk";
import { requireNetworkDesk } from "@/lib/auth/gates";
import { env } from "@/lib/env";
import {
  addValue,
  changeSetting,
  changeSiteBasics,
  changeValue,
  createSite,
  inviteFirstLead,
  offerSite,
  provisionLogin,
  retireSite,
  writeDeadline,
} from "@/lib/network/commands";
import { MOST_LOGO_BYTES, readLogo } from "@/lib/network/rules";
import {
  brandingSchema,
  deadlineSchema,
  newSiteSchema,
  newValueSchema,
  pageTextSchema,
  siteBasicsSchema,
  valueSchema,
} from "@/lib/network/schema";
import { atPlace } from "../dashboard/at-desk";
import { typedValues } from "../form-values";
import { commandAtNetwork, pressAtNetwork } from "./at-network-desk";
import { freshBasics, freshDeadline, freshSetting, freshValue, nothingFresh } from "./fresh";

type Action<S extends FormState> = (previous: S, form: FormData) => Promise<S>;

export const createSiteAction: Action<SettingsState> = async (_previous, form) =>
  commandAtNetwork(form, { schema: newSiteSchema, command: createSite, fresh: nothingFresh });

export const changeSiteAction: Action<SettingsState> = async (_previous, form) =>
  commandAtNetwork(form, { schema: siteBasicsSchema, command: changeSiteBasics, fresh: freshBasics });

export const offerSiteAction: Action<FormState> = async (_previous, form) => pressAtNetwork(form, offerSite);

export const retireSiteAction: Action<FormState> = async (_previous, form) =>
  pressAtNetwork(form, retireSite);

export const provisionLoginAction: Action<FormState> = async (_previous, form) =>
  pressAtNetwork(form, provisionLogin);

/** The link is shown once: only its hash is stored. */
export async function inviteLeadAction(_previous: InviteState, form: FormData): Promise<InviteState> {
  const values = typedValues(form);
  return atPlace<NetworkDesk, InviteState>(values, requireNetworkDesk, async (desk, now) => {
    const result = await inviteFirstLead(desk, values.site ?? "", now);
    const [t, locale] = await Promise.all([getTranslations("staff.networkSettings"), getLocale()]);
    if (!result.ok) return { values, problem: t(`refused.${result.reason}`) };
    return { done: t("invite.done"), link: `${env().PUBLIC_ORIGIN}/${locale}/join/${result.token}` };
  });
}

export const changeBrandingAction: Action<SettingsState> = async (_previous, form) =>
  commandAtNetwork(form, {
    schema: brandingSchema,
    command: (desk, { version, ...branding }, now) => changeSetting(desk, "branding", branding, version, now),
    fresh: (desk) => freshSetting(desk, "branding"),
  });

export async function changeLogoAction(_previous: SettingsState, form: FormData): Promise<SettingsState> {
  const values = typedValues(form);
  return atPlace(values, requireNetworkDesk, async (desk, now): Promise<SettingsState> => {
    const t = await getTranslations("staff");
    const file = form.get("logo");
    const picture = file instanceof File && file.size <= MOST_LOGO_BYTES ? await bytesOf(file) : null;
    const logo = values.remove === "yes" ? null : picture && readLogo(picture);
    if (!logo && values.remove !== "yes") {
      return {
        values,
        errors: { logo: t("networkSettings.errors.logoInvalid") },
        problem: t("refused.invalid"),
      };
    }
    const result = await changeSetting(desk, "logo", logo, Number(values.seen), now);
    refresh();
    const { seen } = await freshSetting(desk, "logo");
    if (result.ok) return { done: t("networkSettings.saved"), seen };
    return { seen, problem: t(`networkSettings.refused.${result.reason}`) };
  });
}

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

export const changePageTextAction: Action<SettingsState> = async (_previous, form) =>
  commandAtNetwork(form, {
    schema: pageTextSchema,
    command: (desk, { version, page, texts }, now) => changeSetting(desk, page, { texts }, version, now),
    fresh: (desk, { page }) => freshSetting(desk, page),
  });

export const addValueAction: Action<SettingsState> = async (_previous, form) =>
  commandAtNetwork(form, { schema: newValueSchema, command: addValue, fresh: nothingFresh });

export const changeValueAction: Action<SettingsState> = async (_previous, form) =>
  commandAtNetwork(form, { schema: valueSchema, command: changeValue, fresh: freshValue });

export const writeDeadlineAction: Action<SettingsState> = async (_previous, form) =>
  commandAtNetwork(form, { schema: deadlineSchema, command: writeDeadline, fresh: freshDeadline });
