/** More marks on one letter than any writing needs; Unicode's stream-safe text format allows as many (UAX #15). */
const OVERLOADED = /(\p{M}{30})\p{M}+/gu;

/**
 * Text as it is stored: well-formed Unicode, one kind of line break, no control characters (which a terminal,
 * a printer or a database would act on), composed the way most software expects (NFC). Runs of marks are bounded
 * first, because the time to compose one grows with the square of its length.
 */
export function cleanText(typed: string): string {
  return typed
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[\p{Cc}--[\n\t]]/gv, "")
    .replace(OVERLOADED, "$1")
    .normalize("NFC");
}

/** The digits of any script as 0-9, for fields that are numbers to a machine. */
export const latinDigits = (typed: string): string =>
  typed.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15));

/** A day as browsers send it, or as people in Germany write it where a browser has no field for days. */
export const typedDay = (typed: string): string =>
  latinDigits(typed.trim()).replace(
    /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/,
    (_, day: string, month: string, year: string) =>
      `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`,
  );
