import { keepInterrupted } from "@/lib/auth/interrupted";
import { mayComeBack } from "@/lib/auth/rules";
import { currentCaller } from "@/lib/auth/session";
import { isFromOurPages } from "@/lib/http/request";
import { isStaffLocale, SOURCE_LOCALE } from "@/lib/i18n/locales";

type Context = { params: Promise<{ locale: string }> };

/** Keeps what somebody sent when their session was over, and leads to the sign-in, after which it comes back. */
export async function POST(request: Request, context: Context): Promise<Response> {
  if (!isFromOurPages(request.headers)) return new Response("403", { status: 403 });
  const now = new Date();
  const to = new URL(request.url).searchParams.get("to") ?? "";
  // Whoever never signed in with this browser has nothing to come back to.
  const { knownMark } = await currentCaller(now);
  if (knownMark && mayComeBack(to)) {
    const form = await request.formData().catch(() => new FormData());
    const fields = [...form].flatMap(([name, value]): [string, string][] =>
      typeof value === "string" ? [[name, value]] : [],
    );
    if (fields.length > 0) await keepInterrupted(knownMark, { to, fields }, now);
  }
  return toSignIn(context);
}

export const GET = (_request: Request, context: Context): Promise<Response> => toSignIn(context);

async function toSignIn({ params }: Context): Promise<Response> {
  const { locale } = await params;
  const Location = `/${isStaffLocale(locale) ? locale : SOURCE_LOCALE}/sign-in`;
  return new Response(null, { status: 303, headers: { Location, "Cache-Control": "no-store" } });
}
