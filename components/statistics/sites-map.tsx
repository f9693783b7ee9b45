import { scaleSqrt } from "@visx/scale";
import type { SiteMap } from "@/lib/locations/types";
import type { SiteSum } from "@/lib/statistics/types";
import { type NetworkReader, saySite, saySum } from "./reader";

type SitesMapProps = { reader: NetworkReader; map: SiteMap; sites: readonly SiteSum[] };

const LARGEST = 38;

/** Where the cases are counted: the area of a circle is the number of a site. The same stands in the table beside it. */
export function SitesMap({ reader, map, sites }: SitesMapProps) {
  const { x, y, width, height } = map.view;
  const most = Math.max(5, ...sites.map(({ value }) => value));
  const radius = scaleSqrt<number>({ domain: [0, most], range: [5, LARGEST] });
  const shown = map.pins.flatMap((pin) => {
    const sum = sites.find(({ site }) => site === pin.site);
    return sum ? [{ pin, sum }] : [];
  });
  return (
    <svg className="stat-map" viewBox={`${x} ${y} ${width} ${height}`} aria-hidden="true">
      <path className="stat-lands" d={map.states.map(({ path }) => path).join("")} />
      {shown.map(({ pin, sum }) => (
        <circle key={pin.site} cx={pin.x} cy={pin.y} r={radius(sum.value)}>
          <title>{`${saySite(reader, pin.site)}: ${saySum(reader.locale, sum)}`}</title>
        </circle>
      ))}
      {shown.map(
        ({ pin }) =>
          pin.label && (
            <text key={pin.site} x={pin.label.textX} y={pin.label.baseline} textAnchor={pin.label.anchor}>
              {pin.town}
            </text>
          ),
      )}
    </svg>
  );
}
