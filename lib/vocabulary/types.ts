/** How a person wants to be counselled. `chat` is the mailbox of this app. */
export const CHANNELS = ["phone", "inPerson", "video", "email", "chat", "outreach"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Who reports: the person affected, somebody close, a witness, or a professional. */
export const RELATIONS = ["self", "relative", "witness", "professional"] as const;
export type Relation = (typeof RELATIONS)[number];

/** What the person wishes for. */
export const WISHES = ["counselling", "referral", "documentation"] as const;
export type Wish = (typeof WISHES)[number];

/** Kinds of case: Meldung, Erstberatung, Verweisberatung, Begleitung. */
export const CASE_KINDS = ["report", "firstContact", "referralCounselling", "accompaniment"] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/** The life cycle of a case, in its usual order, then the side exits. */
export const CASE_STATUSES = [
  "received",
  "screened",
  "assigned",
  "waiting",
  "scheduled",
  "counselling",
  "referring",
  "accompanying",
  "dormant",
  "closed",
  "anonymised",
  "withdrawn",
  "notResponsible",
  "spam",
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/**
 * Languages a person can ask for, as BCP 47 tags with each language's own name. More than the interface has:
 * a site may counsel in a language the app is not translated into.
 */
export const COUNSELLING_LANGUAGES: Readonly<Record<string, string>> = {
  de: "Deutsch",
  tr: "Türkçe",
  ar: "العربية",
  en: "English",
  ru: "Русский",
  uk: "Українська",
  fa: "فارسی / دری",
  fr: "Français",
  kmr: "Kurmancî",
  pl: "Polski",
  ps: "پښتو",
  sq: "Shqip",
  "sr-Latn": "Srpski / Bosanski / Hrvatski",
  ro: "Română",
  es: "Español",
  bg: "Български",
  vi: "Tiếng Việt",
  it: "Italiano",
  pt: "Português",
  zh: "中文",
  ckb: "کوردیی ناوەندی",
  ti: "ትግርኛ",
  he: "עברית",
  so: "Soomaali",
  rom: "Romanes",
  gsg: "Deutsche Gebärdensprache",
};

/** The lists that cases are documented with. Their values are data of the network, in two levels at most. */
export const LIST_NAMES = [
  "ground",
  "lifeArea",
  "form",
  "level",
  "incident",
  "howFound",
  "interpreter",
  "intervention",
  "outcome",
  "help",
] as const;
export type ListName = (typeof LIST_NAMES)[number];

/** What something is called, by interface language. German is always there. */
export type Labels = Readonly<Record<string, string>>;

/** A value of a list. Its code never changes and is never used again: released statistics keep it. */
export type VocabularyValue = {
  list: ListName;
  code: string;
  /** The value of the same list that it belongs under. */
  parent: string | null;
  position: number;
  labels: Labels;
  /** No longer offered, but still what it was. */
  retired: boolean;
  version: number;
};

export const DEADLINE_UNITS = ["months", "weeks", "days"] as const;
export const DEADLINE_STARTS = ["incident", "claim", "decision"] as const;

/** A period of law within which somebody has to act. Shown with the words that it is no legal advice. */
export type LegalDeadline = {
  code: string;
  labels: Labels;
  amount: number;
  unit: (typeof DEADLINE_UNITS)[number];
  countsFrom: (typeof DEADLINE_STARTS)[number];
  /** The norm that says so. */
  source: string;
  retired: boolean;
  version: number;
};

/** The words for a value in a language, or else in German, or else its code. */
export const labelIn = (locale: string, { labels, code }: { labels: Labels; code: string }): string =>
  labels[locale] || labels.de || code;
