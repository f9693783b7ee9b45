import { filesIn, literalsIn, parse } from "./source";

/** What one file says in string literals, and in templates, whose values may be anything. */
type Literals = { whole: Set<string>; templates: RegExp[] };

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function literalsOfFile(file: string): Literals {
  const whole = literalsIn(parse(file));
  // A template that is nothing but its values would be every key.
  const templates = [...whole].filter((text) => /^[\w.*]*\w[\w.*]*$/.test(text) && text.includes("*"));
  return {
    whole,
    templates: templates.map((text) => new RegExp(`^${text.split("*").map(escaped).join("[\\w-]+")}$`)),
  };
}

const says = ({ whole, templates }: Literals, text: string): boolean =>
  whole.has(text) || templates.some((template) => template.test(text));

/**
 * Finds out which message keys the code may ask for. The public pages name every key by its full path; the pages of
 * those who work here also name a namespace and then keys below it, in the same file or in a component that is
 * handed the translator, where a key without a dot must stand whole.
 */
export function usageIn(folders: string[]): (key: string) => boolean {
  const files = filesIn(folders, /\.(tsx?|mjs)$/).map(literalsOfFile);
  const namespaces = new Set(files.flatMap(({ whole }) => [...whole]));

  const usedBelow = (namespace: string, rest: string): boolean =>
    namespaces.has(namespace) &&
    files.some((file) =>
      rest.includes(".") || file.whole.has(namespace) ? says(file, rest) : file.whole.has(rest),
    );

  return (key) => {
    if (files.some((file) => says(file, key))) return true;
    const words = key.split(".");
    const splits = words.slice(1).map((_, index) => index + 1);
    return (
      words[0] !== "public" &&
      splits.some((at) => usedBelow(words.slice(0, at).join("."), words.slice(at).join(".")))
    );
  };
}
