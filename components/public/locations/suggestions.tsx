import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import type { LocationSearch, Place } from "@/lib/locations/types";
import { STATES } from "@/lib/sites/types";
import { ANSWER_ID } from "./finder-form";
import { German } from "./reach-links";

type SuggestionsProps = {
  locale: Locale;
  t: Translator;
  search: LocationSearch;
  places: Place[];
  /** Whether there is an answer already and these are only for those who meant another place. */
  others: boolean;
};

/** The places that may be meant, as links that keep what else was chosen. */
export function Suggestions({ locale, t, search, places, others }: SuggestionsProps) {
  if (places.length === 0) return null;
  return (
    <nav className="suggestions" aria-labelledby="suggestions">
      <p id="suggestions">{t(others ? "public.locations.others" : "public.locations.suggestions")}</p>
      <ul>
        {places.map((place) => (
          <li key={place.code}>
            <a href={`/${locale}/locations?${queryOf({ ...search, q: place.code })}#${ANSWER_ID}`}>
              <German>{place.name}</German>
            </a>{" "}
            <span className="help">
              <German>{whichOne(place)}</German>
            </span>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A search as the form would send it, without what was left open. */
export function queryOf(search: LocationSearch): string {
  return new URLSearchParams(Object.entries(search).filter(([, value]) => value)).toString();
}

/** Tells towns of one name apart: by their district, else by their Land. */
const whichOne = ({ district, states }: Place): string =>
  district || states.map((code) => STATES[code] ?? code).join(" / ");
