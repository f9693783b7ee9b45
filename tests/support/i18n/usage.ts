import { filesIn, literalsIn, parse } from "./source";

/** What one file says in string literals, a value in a template as `*`. */
type FileLiterals = { whole: Set<string>; patterns: RegExp[] };

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const readFile = (file: string): FileLiterals => {
  const literals = [...literalsIn(parse(file))];
  const templates = literals.filter((text) => text.includes("*") && /^[\w.*]+$/.test(text));
  // A template that begins with a value could be any key; the words around its dots have to say something.
  const telling = templates.filter((text) => /\w+\.|\.\w+/.test(text));
  return {
    whole: new Set(literals),
    patterns: telling.map((text) => new RegExp(`^${text.split("*").map(escaped).join("[\\w.-]+")}$`)),
  };
};

/**
 * Finds out which message keys the code may ask for: whole or as a template, by the full path or below a namespace
 * that is named somewhere.
 */
export function usageIn(folders: string[]): (key: string) => boolean {
  const files = filesIn(folders, /\.(tsx?|mjs)$/).map(readFile);
  const namespaces = new Set(files.flatMap(({ whole }) => [...whole]));
  const says = (text: string): boolean =>
    files.some(({ whole, patterns }) => whole.has(text) || patterns.some((pattern) => pattern.test(text)));
  return (key) => {
    const words = key.split(".");
    return words.some((_, index) => {
      const namespace = words.slice(0, index).join(".");
      return (index === 0 || namespaces.has(namespace)) && says(words.slice(index).join("."));
    });
  };
}
