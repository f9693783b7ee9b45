import "server-only";
import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import type { Desk, NetworkDesk } from "./desk";
import { openDesk, openNetworkDesk, type Staff } from "./queries";
import { currentStaff } from "./session";

/** Somebody signed in, whatever their role; everybody else goes to the sign-in page. */
export const requireStaff = cache(async (): Promise<Staff> => {
  const staff = await currentStaff(new Date());
  if (!staff) redirect(`/${await getLocale()}/sign-in`);
  return staff;
});

/** The desk of the counsellor who is asking. A coordinator finds nothing here. */
export const requireDesk = cache(async (): Promise<Desk> => {
  const desk = await openDesk(await requireStaff());
  if (!desk) notFound();
  return desk;
});

/** The desk of the coordinator who is asking. A counsellor finds nothing here. */
export const requireNetworkDesk = cache(async (): Promise<NetworkDesk> => {
  const desk = openNetworkDesk(await requireStaff());
  if (!desk) notFound();
  return desk;
});
