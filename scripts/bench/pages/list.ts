import type { Application } from "../application";

/** One language from left to right, and two from right to left: Pashto's letters are the heaviest to draw. */
export const LOCALES = ["de", "ar", "ps"] as const;

export type MeasuredPage = {
  readonly name: string;
  readonly path: string;
  /** Where somebody is to write, what must stand for that, and where a letter is typed then. */
  readonly form?: { readonly fields: readonly string[]; readonly typedInto: string };
};

/** The pages that are the same for everybody and are given as ready copies. */
export const KEPT_PAGES: readonly MeasuredPage[] = [
  { name: "home", path: "" },
  { name: "finder", path: "/locations" },
  { name: "site", path: "/locations/koeln" },
];

export const PAGES: readonly MeasuredPage[] = [
  ...KEPT_PAGES,
  {
    name: "form",
    path: "/contact",
    form: { fields: ["[name=message]", "[name=consent]"], typedInto: "[name=message]" },
  },
];

export const addressOf = ({ url }: Application, { path }: MeasuredPage, locale: string): string =>
  `${url}/${locale}${path}`;
