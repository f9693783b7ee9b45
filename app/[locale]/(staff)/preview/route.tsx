import { type PreviewKind, SitePreviewPage } from "@/components/public/site-preview-page";
import type { LeadDesk } from "@/lib/auth/desk";
import { requireLead } from "@/lib/auth/gates";
import { nested } from "@/lib/http/nested";
import { isFromOurPages } from "@/lib/http/request";
import { isStaffLocale, SOURCE_LOCALE, type StaffLocale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { readOwnSite } from "@/lib/settings/queries";
import { PART_SCHEMAS } from "@/lib/settings/schema";
import { SITE_PARTS, type SiteSettings } from "@/lib/settings/types";
import { publicOn } from "@/lib/sites/rules";
import { berlinDay } from "@/lib/time/rules";
import { respond } from "../../(public)/respond";
import { typedValues } from "../form-values";

type Context = { params: Promise<{ locale: string }> };

/** How everybody sees the lead's own site at the moment. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const desk = await requireLead();
  return show(desk, await localeIn(params), {}, "current");
}

/** How everybody would see it with what stands in a form that has not been sent. Nothing is stored. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isFromOurPages(request.headers)) return new Response("403", { status: 403 });
  const desk = await requireLead();
  const values = typedValues(await request.formData());
  const part = SITE_PARTS.find((known) => known === values.part);
  const input = part && PART_SCHEMAS[part].safeParse(nested(values));
  return show(desk, await localeIn(params), input?.data ?? {}, input?.success ? "draft" : "invalid");
}

const localeIn = async (params: Context["params"]): Promise<StaffLocale> => {
  const { locale } = await params;
  return isStaffLocale(locale) ? locale : SOURCE_LOCALE;
};

async function show(
  desk: LeadDesk,
  locale: StaffLocale,
  draft: Partial<SiteSettings>,
  kind: PreviewKind,
): Promise<Response> {
  const { site, settings } = await readOwnSite(desk);
  const { publishAddress, retentionMonths: _months, videoUrl: _video, ...facts } = { ...settings, ...draft };
  const shown = publicOn(berlinDay(new Date()), { ...site, ...facts }, publishAddress);
  return respond(<SitePreviewPage locale={locale} t={translator(locale)} site={shown} kind={kind} />);
}
