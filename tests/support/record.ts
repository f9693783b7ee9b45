import type { InterventionValues, SessionValues } from "../../lib/record/types";

/** A conversation on the phone, with something to tell it by. */
export const aSession = (content: string): SessionValues => ({
  day: "2025-03-10",
  channel: "phone",
  minutes: 45,
  language: "tr",
  interpreter: "professional",
  who: "",
  content,
  next: "",
});

export const anIntervention = (result = ""): InterventionValues => ({
  day: "2025-03-11",
  intervention: "complaintLetter",
  addressee: "Hausverwaltung",
  result,
});
