import type { NextRequest } from "next/server";
import { getLocale, getTranslations } from "next-intl/server";
import { requireDesk } from "@/lib/auth/gates";
import { readFigures } from "@/lib/figures/queries";
import { writeCsv } from "@/lib/http/csv";
import { siteName } from "@/lib/sites/queries";
import { listVocabulary } from "@/lib/vocabulary/queries";
import { askedPeriod } from "../asked";
import { figureLines } from "./lines";

/** The site's own figures as a file for spreadsheets. That they are not for publication stands in it, and in its name. */
export async function GET(request: NextRequest): Promise<Response> {
  const desk = await requireDesk();
  const period = askedPeriod(Object.fromEntries(request.nextUrl.searchParams));
  const [t, locale, figures, vocabulary, site] = await Promise.all([
    getTranslations("staff"),
    getLocale(),
    readFigures(desk, period),
    listVocabulary(desk.db),
    siteName(desk.site, new Date()),
  ]);
  const lines = figureLines({ t, locale, vocabulary }, figures, site);
  const name = `eigene-zahlen-nicht-veroeffentlichen-${period.year}-${period.part}.csv`;
  return new Response(writeCsv(lines, true), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
