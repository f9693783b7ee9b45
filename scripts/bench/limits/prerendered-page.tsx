// The limit program of giving a page that is the same for everybody: the same document as Next prerenders it at the
// build and gives it from its cache. Copied into the build that is measured, and into no other.
import { HomePage } from "@/components/public/home-page";
import { FinderPage } from "@/components/public/locations/finder-page";
import { SitePage } from "@/components/public/locations/site-page";
import { translator } from "@/lib/i18n/translator";
import { findLocations, locationFacts } from "@/lib/locations/queries";
import { publicSites } from "@/scripts/bench/sites";

export const dynamic = "force-static";
export const dynamicParams = false;

const NOTHING_ASKED = { q: "", language: "", channel: "" };
const common = { locale: "de", t: translator("de"), origin: "http://127.0.0.1" } as const;

const DOCUMENTS = {
  home: async () => <HomePage {...common} />,
  finder: async () => <FinderPage {...common} answer={await findLocations(NOTHING_ASKED, publicSites())} />,
  site: async () => {
    const site = publicSites().find(({ id }) => id === "koeln");
    return site && <SitePage {...common} facts={locationFacts(site, new Date())} />;
  },
};

type Params = { page: keyof typeof DOCUMENTS };

export const generateStaticParams = (): Params[] =>
  Object.keys(DOCUMENTS).map((page) => ({ page: page as Params["page"] }));

export default async function PrerenderedPage({ params }: { params: Promise<Params> }) {
  return DOCUMENTS[(await params).page]();
}
