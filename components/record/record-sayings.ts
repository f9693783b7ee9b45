import type { Saying } from "@/components/settings/form-spec";
import { formatDay, languageName, type StaffWords } from "@/components/staff/wording";
import type { InterventionValues, PartValues, RecordPart, SessionValues } from "@/lib/record/types";
import { CHANNELS, COUNSELLING_LANGUAGES, type ListName, RELATIONS } from "@/lib/vocabulary/types";
import { type Lists, labelOf } from "./vocabulary";

export type Reader = { t: StaffWords; lists: Lists };

type Say<Values> = { [F in keyof Values]: (value: Values[F], reader: Reader) => string };

const words = (value: string): string => value;
const day = (value: string, { lists }: Reader): string => value && formatDay(lists.locale, new Date(value));
const of =
  (list: ListName) =>
  (code: string, { lists }: Reader): string =>
    code && labelOf(lists, list, code);
const allOf =
  (list: ListName) =>
  (codes: string[], { lists }: Reader): string =>
    codes.map((code) => labelOf(lists, list, code)).join(", ");
const channel = (value: string, { t }: Reader): string => {
  const known = CHANNELS.find((name) => name === value);
  return known ? t(`channel.${known}`) : "";
};

const PARTS: { [P in RecordPart]: Say<PartValues[P]> } = {
  concern: {
    about: words,
    relation: (value, { t }) => {
      const known = RELATIONS.find((name) => name === value);
      return known ? t(`relation.${known}`) : "";
    },
    age: words,
  },
  incident: { what: words, on: day, when: words, where: words, postalCode: words },
  grounds: { main: of("ground"), others: allOf("ground"), note: words },
  area: { area: of("lifeArea"), forms: allOf("form"), level: of("level"), note: words },
  responsible: { party: words, bodies: words },
  evidence: { witnesses: words, evidence: words },
  aim: { steps: words, aim: words },
  needs: { setting: words, accessibility: words, howFound: of("howFound") },
};

const SESSION: Say<SessionValues> = {
  day,
  channel,
  minutes: (count, { t }) =>
    count === null ? "" : t("record.sessions.minutes", { count, digits: String(count) }),
  language: (tag, { lists }) => tag && languageName(lists.locale, tag, COUNSELLING_LANGUAGES[tag]),
  interpreter: of("interpreter"),
  who: words,
  content: words,
  next: words,
};

const INTERVENTION: Say<InterventionValues> = {
  day,
  intervention: of("intervention"),
  addressee: words,
  result: words,
};

/** What a part says, in words. What nobody has filled in says nothing. */
export const partSayings = <P extends RecordPart>(reader: Reader, part: P, values: PartValues[P]): Saying[] =>
  sayings(reader, PARTS[part] as Say<PartValues[P]>, values, `record.fields.${part}`);

export const sessionSayings = (reader: Reader, values: SessionValues): Saying[] =>
  sayings(reader, SESSION, values, "record.sessions.fields");

export const interventionSayings = (reader: Reader, values: InterventionValues): Saying[] =>
  sayings(reader, INTERVENTION, values, "record.interventions.fields");

function sayings<Values extends object>(
  reader: Reader,
  say: Say<Values>,
  values: Values,
  names: string,
): Saying[] {
  return (Object.keys(say) as (keyof Values & string)[]).flatMap((field) => {
    const text = say[field](values[field], reader);
    return text ? [{ label: fieldLabel(reader.t, `${names}.${field}`), text }] : [];
  });
}

/** Every field of a part has a label: a test goes through all of them. */
export const fieldLabel = (t: StaffWords, key: string): string => t(key as Parameters<StaffWords>[0]);
