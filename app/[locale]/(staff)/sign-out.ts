"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { stopSession } from "@/lib/auth/session";

/** Ends the session of whoever asks; asking without one ends nothing. */
export async function signOutAction(): Promise<void> {
  await stopSession();
  redirect(`/${await getLocale()}/sign-in`);
}
