import { notFound } from "next/navigation";
import { requireDesk } from "@/lib/auth/gates";
import { caseIdSchema } from "@/lib/cases/schema";
import { AppError } from "@/lib/errors";
import { giveData } from "@/lib/exports/commands";
import { exportSchema } from "@/lib/exports/schema";
import { isFromOurPages } from "@/lib/http/request";
import { isStaffLocale, SOURCE_LOCALE } from "@/lib/i18n/locales";
import { typedValues } from "../../../../../form-values";
import { handoutWords, personalData } from "./personal-data";

type Context = { params: Promise<{ locale: string; caseId: string }> };

/** What is stored about a person, as a file that opens with the code of the page that asked for it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isFromOurPages(request.headers)) return new Response("403", { status: 403 });
  const desk = await requireDesk();
  const { locale: asked, caseId } = await params;
  const locale = isStaffLocale(asked) ? asked : SOURCE_LOCALE;
  const id = caseIdSchema.safeParse(caseId);
  if (!id.success) notFound();
  const input = exportSchema.safeParse(typedValues(await request.formData()));
  // Not a code that our page has made: it shows another one.
  if (!input.success) return seeOther(`/${locale}/dashboard/cases/${id.data}/export`);
  const now = new Date();
  try {
    const data = await personalData(desk, id.data, { locale, withNotes: input.data.notes === "yes" }, now);
    const words = await handoutWords(locale);
    const file = await giveData(desk, { caseId: id.data, code: input.data.code, data, words }, now);
    return new Response(file, { headers: HEADERS });
  } catch (error) {
    if (error instanceof AppError && error.code === "notFound") notFound();
    throw error;
  }
}

const seeOther = (location: string): Response =>
  new Response(null, { status: 303, headers: { Location: location, "Cache-Control": "no-store" } });

const HEADERS = {
  "Content-Type": "text/html; charset=utf-8",
  "Content-Disposition": 'attachment; filename="daten.html"',
  "Cache-Control": "no-store",
};
