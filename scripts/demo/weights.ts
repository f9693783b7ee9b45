import type { StatisticsTable } from "../../lib/statistics/types";

/** How often something is answered, next to the other answers of the table. What is not here is not made up. */
type Weights = Readonly<Record<string, number>>;

/** Made up, with proportions as annual reports of counselling centres have them; no number is taken from one. */
export const WEIGHTS: Readonly<Record<StatisticsTable, Weights>> = {
  ground: {
    ...{ antiBlack: 22, antiMuslim: 19, ascribedOrigin: 14, antiRomaSinti: 7, antisemitism: 5, refugee: 5 },
    ...{
      antiAsian: 4,
      antiSlavic: 2,
      antiKurdish: 2,
      residenceStatus: 3,
      nationality: 3,
      language: 3,
      name: 2,
    },
    ...{
      racism: 4,
      belief: 2,
      gender: 3,
      disability: 3,
      age: 1,
      sexualIdentity: 1,
      socialStatus: 1,
      notStated: 2,
    },
  },
  lifeArea: {
    ...{ work: 21, education: 17, housing: 15, authorities: 14, goodsServices: 10, justicePolice: 7 },
    ...{ publicLeisure: 7, health: 5, media: 2, other: 1, notStated: 1 },
  },
  form: {
    ...{ unequalTreatment: 24, deniedAccess: 18, harassment: 17, everyday: 9, direct: 5, instruction: 2 },
    ...{ crime: 4, victimisation: 3, indirect: 2, sexualHarassment: 1, several: 14, notStated: 3 },
  },
  channel: { phone: 34, email: 27, chat: 14, inPerson: 14, outreach: 4, video: 3, notStated: 4 },
  language: {
    ...{
      de: 55,
      en: 11,
      ar: 8,
      tr: 7,
      fa: 4,
      fr: 4,
      uk: 3,
      ru: 3,
      es: 1,
      kmr: 1,
      ro: 1,
      "sr-Latn": 1,
      other: 2,
    },
  },
  relation: { self: 76, relative: 11, witness: 4, professional: 7, notStated: 2 },
  kind: { firstContact: 62, referralCounselling: 16, accompaniment: 7, report: 15 },
  outcome: {
    ...{
      strengthened: 25,
      referred: 15,
      noReaction: 9,
      statement: 8,
      contactLost: 9,
      apology: 7,
      mediation: 5,
    },
    ...{ practiceChanged: 5, endedByPerson: 5, settlement: 3, compensation: 2, courtDecision: 1, several: 6 },
  },
  intervention: { none: 36, nonLegal: 47, outOfCourt: 12, inCourt: 2, referral: 3 },
  howFound: {
    ...{
      internet: 29,
      recommendation: 24,
      otherCounselling: 15,
      community: 10,
      socialMedia: 8,
      authority: 5,
    },
    ...{ flyer: 3, press: 2, notStated: 4 },
  },
  sessions: { "0": 16, "1": 39, "2-3": 30, "4+": 15 },
  grounds: { "0-1": 68, "2": 24, "3+": 8 },
};

/** About how many cases each site closes in a quarter. A site that is not here is a small one. */
export const SIZES: Readonly<Record<string, number>> = {
  bayern: 62,
  koeln: 55,
  hannover: 44,
  mannheim: 38,
  bielefeld: 33,
  bochum: 29,
  saarland: 25,
  muenster: 23,
  braunschweig: 19,
  luebeck: 16,
  neumuenster: 12,
};

export const SMALL_SITE = 10;
