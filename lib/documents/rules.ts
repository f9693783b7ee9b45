import type { LetterField, LetterFields } from "./types";

const GAP = /\{([a-zA-Z]{1,40})\}/g;

/**
 * Fills in what is known. What is not known, and what nobody has heard of, stays in its braces: a gap that is seen is
 * better than a sentence that is wrong.
 */
export const fillTemplate = (template: string, fields: LetterFields): string =>
  // What is filled in is put there once: braces that somebody wrote into a case are no fields.
  template.replace(GAP, (gap, name: LetterField) => (Object.hasOwn(fields, name) && fields[name]) || gap);

/** The gaps that are left in a letter, each once, in their order. */
export const gapsIn = (text: string): string[] => [...new Set(text.match(GAP) ?? [])];
