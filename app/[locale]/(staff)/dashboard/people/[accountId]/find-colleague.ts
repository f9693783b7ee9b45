import { notFound } from "next/navigation";
import { cache } from "react";
import type { LeadDesk } from "@/lib/auth/desk";
import { requireLead } from "@/lib/auth/gates";
import { listPeople } from "@/lib/people/queries";
import type { Person } from "@/lib/people/types";

export type AtPerson = { params: Promise<{ accountId: string }> };
export type FoundColleague = { desk: LeadDesk; person: Person; people: Person[] };

/** Somebody of the lead's site, once per request. Whoever works elsewhere is as missing as nobody. */
export const findColleague = cache(async (accountId: string): Promise<FoundColleague> => {
  const desk = await requireLead();
  const people = await listPeople(desk, new Date());
  const person = people.find((each) => each.accountId === accountId);
  if (!person) notFound();
  return { desk, person, people };
});
