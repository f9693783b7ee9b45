import { FinderPage } from "@/components/public/locations/finder-page";
import { findLocations } from "@/lib/locations/queries";
import type { LocationSearch } from "@/lib/locations/types";
import { listSites } from "@/lib/sites/queries";
import { CHANNELS, COUNSELLING_LANGUAGES } from "@/lib/vocabulary/types";
import { publicRoute } from "../public-route";
import { respond } from "../respond";

export const GET = publicRoute(async ({ request, locale, t, now, origin }) => {
  const search = searchOf(new URL(request.url).searchParams);
  const asked = Object.values(search).some(Boolean);
  const answer = await findLocations(search, await listSites(now));
  return respond(<FinderPage locale={locale} t={t} answer={answer} {...(asked ? {} : { origin })} />, {
    // Where somebody is, and what they need, is nobody else's business.
    kept: !asked,
  });
});

/** What the form sends. Anything that it does not offer was typed into the address by hand, and is not looked for. */
const searchOf = (typed: URLSearchParams): LocationSearch => ({
  q: typed.get("q")?.trim() ?? "",
  language: oneOf(Object.keys(COUNSELLING_LANGUAGES), typed.get("language")),
  channel: oneOf(CHANNELS, typed.get("channel")),
});

const oneOf = (offered: readonly string[], value: string | null): string =>
  offered.find((each) => each === value) ?? "";
