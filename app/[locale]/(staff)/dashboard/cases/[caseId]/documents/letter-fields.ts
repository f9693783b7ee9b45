import type { Desk } from "@/lib/auth/desk";
import { findCase } from "@/lib/cases/queries";
import type { Colleague } from "@/lib/cases/types";
import type { LetterFields } from "@/lib/documents/types";
import type { CaseRecord } from "@/lib/record/types";
import { siteName } from "@/lib/sites/queries";
import { berlinDay } from "@/lib/time/rules";

/** What the case knows of what a letter may need. Letters are in German, whoever writes them. */
export async function letterFields(
  desk: Desk,
  { caseFile, parts }: CaseRecord,
  colleagues: Colleague[],
): Promise<LetterFields> {
  const now = new Date();
  const [{ details, letters }, site] = await Promise.all([
    findCase(desk, caseFile.id),
    siteName(desk.site, now),
  ]);
  const told = letters.findLast((letter) => letter.details)?.details ?? details;
  const { incident, responsible, aim } = valuesOf(parts);
  return {
    name: told.name ?? "",
    day: germanDay(berlinDay(now)),
    site,
    case: String(caseFile.number),
    counsellor: colleagues.find(({ accountId }) => accountId === desk.account)?.name ?? "",
    incidentDay: incident.on ? germanDay(incident.on) : incident.when,
    incident: incident.what,
    where: incident.where,
    postalCode: incident.postalCode || (told.postalCode ?? ""),
    party: responsible.party,
    steps: aim.steps,
    aim: aim.aim,
  };
}

const valuesOf = ({ incident, responsible, aim }: CaseRecord["parts"]) => ({
  incident: incident.values,
  responsible: responsible.values,
  aim: aim.values,
});

const germanDay = (day: string): string =>
  new Intl.DateTimeFormat("de", { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
