/** Where each of the eleven threads comes from, in pixels above or below the band, before it joins the cloth. */
const ORIGINS = [-26, 44, 6, -50, 30, 62, -12, 84, 18, 52, 96];

/** Distance between threads; the band is eleven of them high. */
const STEP = 4;

const thread = (from: number, index: number): string => {
  const lane = index * STEP + STEP / 2;
  return `M0 ${from}C80 ${from} 110 ${lane} 210 ${lane}H4000`;
};

/**
 * Eleven threads, one per site, that come from different directions and cross into one cloth. Decoration, so
 * it says nothing to a screen reader; drawn in pixels without a viewBox, so it is as long as the page is wide.
 */
export function Weave() {
  return (
    <svg className="weave" width="100%" height={ORIGINS.length * STEP} aria-hidden="true" focusable="false">
      <pattern id="weft" width={STEP * 2} height={STEP * 2} patternUnits="userSpaceOnUse">
        <path className="gap" d="M2 0v4M6 4v4" />
        <path className="weft" d="M2 0v4M6 4v4" />
      </pattern>
      {ORIGINS.map((from, index) => (
        <path key={from} className={`thread thread-${index % 5}`} d={thread(from, index)} />
      ))}
      <rect x="160" width="4000" height="44" fill="url(#weft)" />
    </svg>
  );
}
