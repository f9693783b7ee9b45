import type { Box, LocatedSite, Place, SiteMap } from "../types";
import { FONT_SIZE, pinBox, placeLabels } from "./labels";
import { PIN_RADIUS, spotsOf } from "./pins";

/** The Länder as they are drawn. */
export type Outlines = { width: number; height: number; states: { code: string; path: string }[] };

/** Around everything, for lines that are wider than nothing. */
const MARGIN = 2;

/** The map of all sites, with the Land somebody looks from marked. The same sites always give the same map. */
export function layOutPins(sites: readonly LocatedSite[], outlines: Outlines, place: Place | null): SiteMap {
  const { width, height, states } = outlines;
  const spots = spotsOf(sites);
  const labels = placeLabels(spots, width);
  return {
    view: around([
      { x: 0, y: 0, width, height },
      ...spots.map(pinBox),
      ...labels.filter((label) => label !== null),
    ]),
    fontSize: FONT_SIZE,
    pinRadius: PIN_RADIUS,
    states: states.map((state) => ({ ...state, marked: place?.states.includes(state.code) ?? false })),
    pins: spots.map((spot, index) => ({ ...spot, label: labels[index] ?? null })),
  };
}

function around(boxes: Box[]): Box {
  const left = Math.min(...boxes.map(({ x }) => x)) - MARGIN;
  const top = Math.min(...boxes.map(({ y }) => y)) - MARGIN;
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + MARGIN;
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + MARGIN;
  return { x: left, y: top, width: right - left, height: bottom - top };
}
