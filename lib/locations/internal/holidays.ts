import { getHolidays } from "feiertagejs";
import { type Office, type PublicSite, STATES } from "../../sites/types";

type Region = Parameters<typeof getHolidays>[1];

/** In Bayern the Assumption of Mary is a holiday only where more Catholics live than Protestants; large towns where not. */
const ASSUMPTION_DAY = "08-15";
const WITHOUT_ASSUMPTION_DAY = new Set(["Nürnberg", "Fürth", "Erlangen"]);

// The library works a year out in nearly a millisecond, which is too long for each of fifteen days.
const years = new Map<string, ReadonlySet<string>>();

/** Tells which days, as `YYYY-MM-DD`, are public holidays where an office is. */
export function holidaysAt({ stateCode }: PublicSite, { city }: Office): (day: string) => boolean {
  const region = regionOf(stateCode, city);
  const without = region === "BY" && WITHOUT_ASSUMPTION_DAY.has(city);
  return (day) => !(without && day.endsWith(ASSUMPTION_DAY)) && holidaysOf(day.slice(0, 4), region).has(day);
}

/** Augsburg has a holiday that no other town has. */
function regionOf(stateCode: string, city: string): Region {
  if (stateCode === "BY" && city === "Augsburg") return "AUGSBURG";
  return stateCode in STATES ? (stateCode as Region) : "BUND";
}

function holidaysOf(year: string, region: Region): ReadonlySet<string> {
  const key = `${year} ${region}`;
  const known = years.get(key);
  if (known) return known;
  const days = new Set(getHolidays(year, region).map(({ dateString }) => dateString));
  years.set(key, days);
  return days;
}
