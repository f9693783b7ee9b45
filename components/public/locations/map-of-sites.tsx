import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import type { Pin, SiteMap } from "@/lib/locations/types";

type MapProps = { locale: Locale; t: Translator; map: SiteMap };

/** Germany with a pin for each site, drawn in the page: nobody else learns who looks at it. */
export function MapOfSites({ locale, t, map }: MapProps) {
  const { x, y, width, height } = map.view;
  return (
    <div className="map">
      <figure>
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset */}
        <svg
          viewBox={`${x} ${y} ${width} ${height}`}
          width={width}
          height={height}
          role="group"
          aria-label={t("public.locations.map.label")}
          fontSize={map.fontSize}
        >
          <Land map={map} marked={false} />
          <Land map={map} marked />
          {map.pins.map((pin) => (
            <PinLink key={`${pin.site} ${pin.town}`} locale={locale} pin={pin} radius={map.pinRadius} />
          ))}
        </svg>
        <figcaption>
          {t("public.locations.map.note")}
          <Credit href="https://www.bkg.bund.de">© GeoBasis-DE / BKG 2021 (Daten verändert)</Credit>
          <Credit href="https://www.geonames.org">
            Postleitzahl-Daten: GeoNames (geonames.org), CC BY 4.0, bearbeitet
          </Credit>
        </figcaption>
      </figure>
    </div>
  );
}

/** One shape for all the Länder that look alike, which is shorter than one for each. */
function Land({ map, marked }: { map: SiteMap; marked: boolean }) {
  const outlines = map.states.filter((state) => state.marked === marked).map(({ path }) => path);
  if (outlines.length === 0) return null;
  // Without styles an outline would be a black shape that hides the pins.
  return (
    <path className={marked ? "here" : undefined} d={outlines.join("")} fill="none" stroke="currentColor" />
  );
}

/** The town is what can be read on the map; the name of the site is said and shown along with it. */
function PinLink({ locale, pin, radius }: { locale: Locale; pin: Pin; radius: number }) {
  const { site, siteName, town, x, y, label } = pin;
  const name = siteName.includes(town) ? siteName : `${siteName}: ${town}`;
  return (
    <a href={`/${locale}/locations/${site}`} lang="de" aria-label={name}>
      <title>{name}</title>
      <circle cx={x} cy={y} r={radius} />
      {label && (
        <text x={label.textX} y={label.baseline} textAnchor={label.anchor}>
          {town}
        </text>
      )}
    </a>
  );
}

/** The licences of the data ask for these words; they stay as they are in every language. */
const Credit = ({ href, children }: { href: string; children: string }) => (
  <a href={href} rel="noreferrer" lang="de" dir="ltr">
    {children}
  </a>
);
