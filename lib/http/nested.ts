const NAME = /^[\w-]{1,40}(\.[\w-]{1,40}){0,4}$/;

/**
 * The fields of a form by their dotted names: `offices.0.city` is the city of the first of the offices. What only
 * has numbers for names is a list.
 */
export function nested(values: Readonly<Record<string, string>>): Record<string, unknown> {
  const root = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of Object.entries(values)) {
    if (!NAME.test(name)) continue;
    const path = name.split(".");
    const last = path.pop() ?? "";
    let place = root;
    for (const step of path) {
      const inner = place[step];
      const next = isRecord(inner) ? inner : (Object.create(null) as Record<string, unknown>);
      place[step] = next;
      place = next;
    }
    place[last] = value;
  }
  return Object.fromEntries(Object.entries(root).map(([name, value]) => [name, listed(value)]));
}

function listed(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([name, inner]): [string, unknown] => [name, listed(inner)]);
  if (entries.length === 0 || entries.some(([name]) => !/^\d{1,3}$/.test(name)))
    return Object.fromEntries(entries);
  return entries.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, inner]) => inner);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The name of the field that a schema's issue belongs to. One of several things in a field belongs to the field. */
export const fieldOf = (path: readonly PropertyKey[]): string =>
  (typeof path.at(-1) === "number" ? path.slice(0, -1) : path).join(".");
