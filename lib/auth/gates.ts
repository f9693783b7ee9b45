import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { env } from "../env";
import { isPlainForm, PAGE_HEADER } from "../http/request";
import type { Desk, LeadDesk, NetworkDesk, Seat } from "./desk";
import { isDesk, leadDesk, openDesk, openNetworkDesk, type Staff } from "./queries";
import { mayComeBack } from "./rules";
import { chosenSite, currentStaff } from "./session";

/** Somebody signed in, whatever their role; everybody else goes to the sign-in page. */
export const requireStaff = cache(async (): Promise<Staff> => {
  const staff = await currentStaff(new Date());
  if (!staff) redirect(await entrance());
  return staff;
});

/**
 * Where to sign in. A form that was sent without scripts is sent again to where it is kept meanwhile: the redirect of a
 * page says 307, on which browsers repeat what they sent.
 */
async function entrance(): Promise<string> {
  const [locale, sent] = await Promise.all([getLocale(), headers()]);
  const page = sent.get(PAGE_HEADER) ?? "";
  const signIn = `/${locale}/sign-in`;
  return isPlainForm(sent) && mayComeBack(page) ? `${signIn}/keep?to=${encodeURIComponent(page)}` : signIn;
}

/** Somebody whose access is safe enough to work with: a second factor, and a recovery code in hand. */
const requireReady = cache(async (): Promise<Staff> => {
  const staff = await requireStaff();
  if (env().SECOND_FACTOR === "required" && !(staff.hasFactor && staff.recoveryConfirmed)) {
    redirect(`/${await getLocale()}/account`);
  }
  return staff;
});

/** A place at a site: a desk, or a seat without keys. */
const requirePlace = cache(async (): Promise<Desk | Seat> => {
  const place = await openDesk(await requireReady(), await chosenSite());
  if (!place) notFound();
  return place;
});

/** The desk of the counsellor who is asking. A coordinator finds nothing here; who has no keys yet learns why. */
export const requireDesk = cache(async (): Promise<Desk> => {
  const place = await requirePlace();
  if (!isDesk(place)) redirect(`/${await getLocale()}/account`);
  return place;
});

/** The desk of a lead; a counsellor finds nothing here. */
export const requireLead = cache(async (): Promise<LeadDesk> => {
  const desk = leadDesk(await requireDesk());
  if (!desk) notFound();
  return desk;
});

/** The seat of somebody without keys; whoever has them has no use for it. */
export const requireSeat = cache(async (): Promise<Seat> => {
  const place = await requirePlace();
  if (isDesk(place)) redirect(`/${await getLocale()}/dashboard`);
  return place;
});

/** The desk of the coordinator who is asking. A counsellor finds nothing here. */
export const requireNetworkDesk = cache(async (): Promise<NetworkDesk> => {
  const desk = openNetworkDesk(await requireReady());
  if (!desk) notFound();
  return desk;
});
