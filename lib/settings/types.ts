import type { SiteFacts } from "../sites/types";

/** The parts of a site's settings. Each is a form of its own, and is changed as a whole. */
export const SITE_PARTS = [
  "offices",
  "counselling",
  "area",
  "access",
  "closures",
  "notices",
  "working",
] as const;
export type SitePart = (typeof SITE_PARTS)[number];

/** All that a lead decides about the site, besides its texts. */
export type SiteSettings = Omit<SiteFacts, "checkedOn"> & {
  publishAddress: boolean;
  /** How long a case is kept after it was closed. */
  retentionMonths: number;
  /** Where counselling by video takes place. */
  videoUrl: string | null;
};

/** Which settings belong to which part. */
export const PART_FIELDS = {
  offices: ["publishAddress", "offices"],
  counselling: ["languages", "channels", "website", "answerDays"],
  area: ["areaStates", "areaPostalCodes"],
  access: ["accessibility"],
  closures: ["closures"],
  notices: ["notices"],
  working: ["retentionMonths", "videoUrl"],
} as const satisfies Record<SitePart, readonly (keyof SiteSettings)[]>;

export type PartValue<P extends SitePart> = Pick<SiteSettings, (typeof PART_FIELDS)[P][number]>;

export const TEXT_KINDS = ["block", "letter"] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** A text that the people of a site use again and again: a block within an answer, or the template of a letter. */
export type SiteText = { id: string; kind: TextKind; title: string; text: string };

/** Of what somebody saw when they began to change it: a short hash. */
export type Seen = string;

export type SettingsResult = { ok: true } | { ok: false; reason: "changedMeanwhile" | "nothingChanged" };
