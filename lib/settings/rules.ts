import { createHash } from "node:crypto";
import { PART_FIELDS, type PartValue, type Seen, type SitePart, type SiteSettings } from "./types";

/** One part of a site's settings. */
export const partOf = <P extends SitePart>(part: P, settings: SiteSettings): PartValue<P> =>
  Object.fromEntries(PART_FIELDS[part].map((field) => [field, settings[field]])) as PartValue<P>;

/** Whether people are told what stands in this part. */
export const isPublic = (part: SitePart): boolean => part !== "working";

/** A short hash of something that is about to be changed: whoever saw the same may change it. */
export const seenOf = (value: unknown): Seen =>
  createHash("sha256").update(canonical(value)).digest("base64url").slice(0, 16);

export const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

/** JSON with its keys in order, since the database keeps them in an order of its own. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** Only what differs, for the history. */
export function changedFields<V extends Record<string, unknown>>(
  before: V,
  after: V,
): { before: Partial<V>; after: Partial<V> } {
  const changed = Object.keys(after).filter((key) => !isSame(before[key], after[key]));
  const pick = (value: V) => Object.fromEntries(changed.map((key) => [key, value[key]])) as Partial<V>;
  return { before: pick(before), after: pick(after) };
}

/** An office that stays in its town keeps its place on the map; of a new one nobody has said it yet. */
export function keepPlaces(
  value: Partial<SiteSettings>,
  { offices: before }: SiteSettings,
): Partial<SiteSettings> {
  if (!value.offices) return {};
  const offices = value.offices.map((office) => {
    const known = before.find(
      ({ city, postalCode, lat }) =>
        lat !== undefined && city === office.city && postalCode === office.postalCode,
    );
    return { ...office, lat: known?.lat ?? null, lon: known?.lon ?? null };
  });
  return { offices };
}
