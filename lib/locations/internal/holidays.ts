import type { Office, PublicSite } from "../../sites/types";
import { type HolidayRegion, isHoliday, regionOfState } from "../../time/rules";

/** In Bayern the Assumption of Mary is a holiday only where more Catholics live than Protestants; large towns where not. */
const ASSUMPTION_DAY = "08-15";
const WITHOUT_ASSUMPTION_DAY = new Set(["Nürnberg", "Fürth", "Erlangen"]);

/** Tells which days, as `YYYY-MM-DD`, are public holidays where an office is. */
export function holidaysAt({ stateCode }: PublicSite, { city }: Office): (day: string) => boolean {
  const region = regionOf(stateCode, city);
  const without = region === "BY" && WITHOUT_ASSUMPTION_DAY.has(city);
  return (day) => !(without && day.endsWith(ASSUMPTION_DAY)) && isHoliday(day, region);
}

/** Augsburg has a holiday that no other town has. */
const regionOf = (stateCode: string, city: string): HolidayRegion =>
  stateCode === "BY" && city === "Augsburg" ? "AUGSBURG" : regionOfState(stateCode);
