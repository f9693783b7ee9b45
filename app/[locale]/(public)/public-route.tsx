import { NoticePage } from "@/components/public/notice-page";
import { env } from "@/lib/env";
import { reportFault, requestId } from "@/lib/http/fault";
import { BodyTooLarge } from "@/lib/http/form";
import { isLocale, type Locale } from "@/lib/i18n/locales";
import { preferredLocale } from "@/lib/i18n/negotiate";
import { type Translator, translator } from "@/lib/i18n/translator";
import { readLook } from "@/lib/network/queries";
import { respond } from "./respond";

/** What every public page starts from. */
export type Visit = {
  request: Request;
  locale: Locale;
  t: Translator;
  now: Date;
  /** Where the site is on the web, for the pages that may be found. */
  origin: string;
};

type Context<Names extends string> = { params: Promise<{ locale: string } & Record<Names, string>> };

/**
 * A public route: settles the language, and turns a fault into a page that helps. The fault itself goes to the
 * log under the same id, without its message.
 */
export function publicRoute<Names extends string = never>(
  handle: (visit: Visit, names: Record<Names, string>) => Promise<Response>,
) {
  return async (request: Request, { params }: Context<Names>): Promise<Response> => {
    const { locale, ...names } = await params;
    if (!isLocale(locale)) return notice(preferredLocale(request.headers), "notFound", 404);
    const handled = async () =>
      handle(await visitOf(request, locale), names as unknown as Record<Names, string>);
    return handled().catch((error: unknown) => explain(request, locale, error));
  };
}

async function visitOf(request: Request, locale: Locale): Promise<Visit> {
  const now = new Date();
  const { name } = await readLook(now);
  return { request, locale, t: translator(locale, name), now, origin: env().PUBLIC_ORIGIN };
}

function explain(request: Request, locale: Locale, error: unknown): Promise<Response> {
  if (error instanceof BodyTooLarge) return notice(locale, "tooLarge", 413);
  const id = requestId(request.headers);
  const status = reportFault(error, id);
  return notice(locale, status === 503 ? "unavailable" : "fault", status, id);
}

export type NoticeKind = "notFound" | "fault" | "unavailable" | "forbidden" | "tooMany" | "tooLarge";

/** A page that says what is the matter and what to do next. */
export async function notice(
  locale: Locale,
  kind: NoticeKind,
  status: number,
  id?: string,
): Promise<Response> {
  const { name } = await readLook(new Date());
  const t = translator(locale, name);
  return respond(<NoticePage locale={locale} t={t} kind={kind} {...(id ? { id } : {})} />, { status });
}
