import { renderToBuffer } from "@react-pdf/renderer";
import { notFound } from "next/navigation";
import type { NextRequest } from "next/server";
import { loadFaces } from "@/components/statistics/pdf/faces";
import { SheetDocument } from "@/components/statistics/pdf/sheet-document";
import { sheetOf } from "@/components/statistics/sheet";
import { requireNetworkDesk } from "@/lib/auth/gates";
import { isStaffLocale, localeInfo, SOURCE_LOCALE } from "@/lib/i18n/locales";
import { csvOf, xlsxOf } from "@/lib/statistics/files";
import type { Sheet } from "@/lib/statistics/types";
import { figuresFor, nameOf, openShelf, selectedOf } from "../../figures-at-desk";

type Writer = { type: string; write: (sheet: Sheet, locale: string, rtl: boolean) => Promise<BodyInit> };

const WRITERS: Readonly<Record<string, Writer>> = {
  csv: { type: "text/csv; charset=utf-8", write: async (sheet) => csvOf(sheet) },
  xlsx: {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write: async (sheet, _locale, rtl) => new Uint8Array(await xlsxOf(sheet, rtl)),
  },
  pdf: {
    type: "application/pdf",
    write: async (sheet, locale, rtl) => {
      await loadFaces();
      return new Uint8Array(await renderToBuffer(<SheetDocument sheet={sheet} locale={locale} rtl={rtl} />));
    },
  },
};

type Context = { params: Promise<{ locale: string; format: string }> };

/** What the page shows for the same address, as a file. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const desk = await requireNetworkDesk();
  const { locale: asked, format } = await params;
  // What every object inherits, such as `constructor`, is no format.
  const writer = Object.hasOwn(WRITERS, format) ? WRITERS[format] : undefined;
  const shelf = await openShelf(desk);
  if (!writer || shelf.released.quarters.length === 0) notFound();
  const locale = isStaffLocale(asked) ? asked : SOURCE_LOCALE;
  const figures = figuresFor(shelf, selectedOf(shelf, askedIn(request.nextUrl.searchParams)));
  const { reader } = shelf;
  const title = reader.t("statistics.fileTitle");
  const sheet = sheetOf({ reader, figures, only: nameOf(shelf, figures.selection.only), title });
  const { from, to } = figures.selection;
  return new Response(await writer.write(sheet, locale, localeInfo(locale).dir === "rtl"), {
    headers: {
      "Content-Type": writer.type,
      "Content-Disposition": `attachment; filename="weact-${from}-${to}.${format}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

const askedIn = (query: URLSearchParams): Record<string, string[]> =>
  Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
