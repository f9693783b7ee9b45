"use server";

import { refresh } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import type { LinkState, MadeLink } from "@/components/people/link-state";
import type { FormState } from "@/components/staff/form-state";
import { formatMoment, isolate } from "@/components/staff/wording";
import type { LeadDesk } from "@/lib/auth/desk";
import { INVITATION_MS } from "@/lib/crypto/invitation";
import { env } from "@/lib/env";
import {
  changeRole,
  endSessionsOf,
  grantKeys,
  invite,
  resetAccess,
  unlock,
  withdrawInvitation,
} from "@/lib/people/commands";
import { listPeople } from "@/lib/people/queries";
import { grantSchema, invitationIdSchema, inviteSchema, personSchema, roleSchema } from "@/lib/people/schema";
import { atFreshLeadDesk, commandAtLeadDesk, refused } from "./at-lead-desk";

const DONE = { ok: true } as const;

export const inviteAction = async (_previous: LinkState, form: FormData): Promise<LinkState> =>
  atFreshLeadDesk<{ name: string; role: "counsellor" | "lead" }, LinkState>(
    form,
    inviteSchema,
    async (desk, input, now) => {
      const { token } = await invite(desk, input, now);
      refresh();
      return { link: await linkFor(input.name, token, now) };
    },
  );

export const resetAccessAction = async (_previous: LinkState, form: FormData): Promise<LinkState> =>
  atFreshLeadDesk<{ account: string }, LinkState>(
    form,
    personSchema,
    async (desk, { account }, now, values) => {
      const result = await resetAccess(desk, account, now);
      if (!result.ok) return refused(values, result.reason);
      refresh();
      return { link: await linkFor(await nameOf(desk, account, now), result.token, now) };
    },
  );

export const withdrawAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  commandAtLeadDesk(
    form,
    invitationIdSchema,
    async (desk, { id }, now) => withdrawInvitation(desk, id, now).then(() => DONE),
    "invitations.withdrawn",
  );

export const grantAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  commandAtLeadDesk(form, grantSchema, grantKeys, "grant.done", atFreshLeadDesk);

export const changeRoleAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  commandAtLeadDesk(form, roleSchema, changeRole, "role.done", atFreshLeadDesk);

export const endSessionsAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  commandAtLeadDesk(
    form,
    personSchema,
    async (desk, { account }, now) => endSessionsOf(desk, account, now).then(() => DONE),
    "device.done",
  );

export const unlockAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  commandAtLeadDesk(
    form,
    personSchema,
    async (desk, { account }, now) => unlock(desk, account, now).then(() => DONE),
    "unlock.done",
  );

async function nameOf(desk: LeadDesk, accountId: string, now: Date): Promise<string> {
  const people = await listPeople(desk, now);
  return people.find((person) => person.accountId === accountId)?.name ?? "";
}

/** The link as its page shows it, with what happens next. */
async function linkFor(typedName: string, token: string, now: Date): Promise<MadeLink> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("staff.people")]);
  const name = isolate(typedName || t("nameless"));
  const until = new Date(now.getTime() + INVITATION_MS).toISOString();
  return {
    heading: t("link.heading", { name }),
    address: `${env().PUBLIC_ORIGIN}/${locale}/join/${token}`,
    holds: t("link.holds", { moment: formatMoment(locale, until) }),
    steps: [t("link.give", { name }), t("link.setUp", { name }), t("link.grant", { name })],
  };
}
