import { notFound } from "next/navigation";
import { isStaffLocale } from "@/lib/i18n/locales";

/** An address in a language there is none of leads nowhere. Asked below the layout, whose page says so. */
export async function requireLocale(params: Promise<{ locale: string }>): Promise<void> {
  if (!isStaffLocale((await params).locale)) notFound();
}
