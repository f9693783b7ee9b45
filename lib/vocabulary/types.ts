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
