/** Keeps the order of what is set into a sentence that runs the other way, such as "30449 Hannover" in Arabic. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;
