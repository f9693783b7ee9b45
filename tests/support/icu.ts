/** What an ICU message asks of its translation. */
export type Shape = { arguments: string[]; tags: string[]; plurals: string[][] };

/**
 * Reads as much of ICU message syntax as our catalogues use: arguments, plural and select with their branches,
 * tags, and quoted text.
 *
 * @throws Error when brackets do not match
 */
export function shapeOf(message: string): Shape {
  const shape = { arguments: new Set<string>(), tags: new Set<string>(), plurals: [] as string[][] };
  const end = readText(unquote(message), 0, shape);
  if (end !== unquote(message).length) throw new Error(`a bracket too many: ${message}`);
  return {
    arguments: [...shape.arguments].toSorted(),
    tags: [...shape.tags].toSorted(),
    plurals: shape.plurals,
  };
}

type Found = { arguments: Set<string>; tags: Set<string>; plurals: string[][] };

/** Quoted text is text; an apostrophe alone quotes only before a bracket. */
const unquote = (message: string): string =>
  message.replaceAll("''", "\u2019").replace(/'[{}<>#][^']*'/g, "");

/** Reads up to a bracket that was not opened here, or to the end. */
function readText(text: string, start: number, found: Found): number {
  let position = start;
  while (position < text.length && text[position] !== "}") {
    const tag = /^<(\/?)(\w+)>/.exec(text.slice(position));
    if (tag?.[2]) found.tags.add(tag[2]);
    position = text[position] === "{" ? readArgument(text, position + 1, found) : position + 1;
  }
  return position;
}

/** `{name}`, `{name, number}` or `{name, plural, one {…} other {…}}`; the opening bracket is behind us. */
function readArgument(text: string, start: number, found: Found): number {
  const [head, name = "", kind] = /^\s*(\w+)\s*(?:,\s*(\w+)\s*)?,?/.exec(text.slice(start)) ?? [""];
  if (!name) throw new Error(`an argument without a name: ${text}`);
  found.arguments.add(name);
  let position = start + head.length;
  const branches: string[] = [];
  for (;;) {
    const branch = /^\s*([=\w]+)\s*\{/.exec(text.slice(position));
    if (!branch?.[1]) break;
    branches.push(branch[1]);
    position = readText(text, position + branch[0].length, found);
    if (text[position] !== "}") throw new Error(`a bracket is missing: ${text}`);
    position += 1;
  }
  if (kind === "plural" || kind === "selectordinal") found.plurals.push(branches);
  const close = text.indexOf("}", position);
  if (close < 0) throw new Error(`a bracket is missing: ${text}`);
  return close + 1;
}
