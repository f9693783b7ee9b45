import type { ListName } from "../vocabulary/types";
import type { FirstCall } from "./schema";
import type { InterventionValues, PartValues, RecordPart, SessionValues } from "./types";

/** Every part as it stands before anybody has filled it in. */
export const EMPTY_PARTS: { readonly [P in RecordPart]: Readonly<PartValues[P]> } = {
  concern: { about: "", relation: "", age: "" },
  incident: { what: "", on: "", when: "", where: "", postalCode: "" },
  grounds: { main: "", others: [], note: "" },
  area: { area: "", forms: [], level: "", note: "" },
  responsible: { party: "", bodies: "" },
  evidence: { witnesses: "", evidence: "" },
  aim: { steps: "", aim: "" },
  needs: { setting: "", accessibility: "", howFound: "" },
};

export const EMPTY_SESSION: Readonly<SessionValues> = {
  day: "",
  channel: "",
  minutes: null,
  language: "",
  interpreter: "",
  who: "",
  content: "",
  next: "",
};

export const EMPTY_INTERVENTION: Readonly<InterventionValues> = {
  day: "",
  intervention: "",
  addressee: "",
  result: "",
};

/**
 * The values of a part as this version of the application knows them: what an older one did not ask is empty, and
 * what is asked no longer is left out.
 */
export function wholePart<P extends RecordPart>(part: P, stored: Partial<PartValues[P]>): PartValues[P] {
  const empty = EMPTY_PARTS[part];
  const entries = Object.entries(empty).map(([name, none]) => [
    name,
    stored[name as keyof PartValues[P]] ?? none,
  ]);
  return Object.fromEntries(entries);
}

/** Whether two sets of values say the same, whatever order their fields stand in. */
export function sameValues(a: object, b: object): boolean {
  const ordered = (values: object) =>
    JSON.stringify(Object.entries(values).toSorted(([one], [other]) => one.localeCompare(other)));
  return ordered(a) === ordered(b);
}

/** A main ground is not named a second time among the others. */
export const tidyGrounds = (values: PartValues["grounds"]): PartValues["grounds"] => ({
  ...values,
  others: values.others.filter((code) => code !== values.main),
});

/** The values of lists that a part names, by list. */
export function codesIn<P extends RecordPart>(
  part: P,
  values: PartValues[P],
): Partial<Record<ListName, string[]>> {
  const named = (...codes: string[]) => codes.filter(Boolean);
  switch (part) {
    case "grounds": {
      const { main, others } = values as PartValues["grounds"];
      return { ground: named(main, ...others) };
    }
    case "area": {
      const { area, forms, level } = values as PartValues["area"];
      return { lifeArea: named(area), form: named(...forms), level: named(level) };
    }
    case "needs":
      return { howFound: named((values as PartValues["needs"]).howFound) };
    default:
      return {};
  }
}

type Filled = { [P in RecordPart]: { part: P; values: PartValues[P] } }[RecordPart];

/** The parts that somebody began to fill in during a first call. */
export function partsOfCall(call: FirstCall): Filled[] {
  const parts: (Filled | false)[] = [
    call.mainGround !== "" && {
      part: "grounds",
      values: { ...EMPTY_PARTS.grounds, others: [], main: call.mainGround },
    },
    call.lifeArea !== "" && {
      part: "area",
      values: { ...EMPTY_PARTS.area, forms: [], area: call.lifeArea },
    },
    (call.incidentOn !== "" || call.incidentWhere !== "") && {
      part: "incident",
      values: { ...EMPTY_PARTS.incident, on: call.incidentOn, where: call.incidentWhere },
    },
    call.party !== "" && {
      part: "responsible",
      values: { ...EMPTY_PARTS.responsible, party: call.party },
    },
  ];
  return parts.filter((part) => part !== false);
}

/** What stands in the form of a part, a session or an intervention: lists as boxes that are ticked. */
export function formOf(values: Readonly<Record<string, string | number | null | readonly string[]>>) {
  const fields = Object.entries(values).flatMap(([name, value]): [string, string][] =>
    Array.isArray(value)
      ? value.map((code: string) => [`${name}.${code}`, "yes"])
      : [[name, value === null ? "" : String(value)]],
  );
  return Object.fromEntries(fields);
}
