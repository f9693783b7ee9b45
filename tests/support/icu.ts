/** A part of an ICU message, as far as our catalogues use its syntax. */
export type Part =
  | { kind: "text"; text: string }
  | { kind: "tag"; name: string; raw: string }
  | { kind: "argument"; name: string; type: string; head: string; branches: Branch[] };

type Branch = { name: string; parts: Part[] };

/** What an ICU message asks of its translation. */
export type Shape = { arguments: string[]; tags: string[]; plurals: string[][] };

/**
 * Takes a message apart: text, tags, and arguments with the branches of a plural or select. Quoted text stays text.
 *
 * @throws Error when brackets do not match
 */
export function partsOf(message: string): Part[] {
  const [parts, end] = readText(message, 0);
  if (end !== message.length) throw new Error(`a bracket too many: ${message}`);
  return parts;
}

/** Puts a message together again. */
export const messageOf = (parts: Part[]): string => parts.map(printed).join("");

function printed(part: Part): string {
  if (part.kind === "text") return part.text;
  if (part.kind === "tag") return part.raw;
  const branches = part.branches.map(({ name, parts }) => `${name} {${messageOf(parts)}}`).join(" ");
  return `{${part.head}${branches}}`;
}

/** The arguments and tags of a message, and the branches of each plural. */
export function shapeOf(message: string): Shape {
  const all = everyPart(partsOf(message));
  const names = (kind: "argument" | "tag") =>
    [...new Set(all.flatMap((part) => (part.kind === kind ? [part.name] : [])))].toSorted();
  const plurals = all.flatMap((part) =>
    part.kind === "argument" && part.type === "plural" ? [part.branches.map(({ name }) => name)] : [],
  );
  return { arguments: names("argument"), tags: names("tag"), plurals };
}

const everyPart = (parts: Part[]): Part[] =>
  parts.flatMap((part) =>
    part.kind === "argument" ? [part, ...part.branches.flatMap((branch) => everyPart(branch.parts))] : [part],
  );

/** A message with every piece of its text changed, and everything else as it was. */
export const withTexts = (message: string, change: (text: string) => string): string =>
  messageOf(changed(partsOf(message), change));

const changed = (parts: Part[], change: (text: string) => string): Part[] =>
  parts.map((part) => {
    if (part.kind === "text") return { ...part, text: change(part.text) };
    if (part.kind === "tag") return part;
    const branches = part.branches.map((branch) => ({ ...branch, parts: changed(branch.parts, change) }));
    return { ...part, branches };
  });

/**
 * What people may read of a message: one text for each branch of a plural, without tags.
 *
 * @param stand what stands for an argument's value
 */
export function readingsOf(message: string, stand = "X"): string[] {
  return readings(partsOf(message), stand);
}

const readings = (parts: Part[], stand: string): string[] =>
  parts.reduce<string[]>(
    (before, part) => {
      const next = readingsOfPart(part, stand);
      return before.flatMap((start) => next.map((end) => start + end));
    },
    [""],
  );

function readingsOfPart(part: Part, stand: string): string[] {
  if (part.kind === "text") return [part.text.replaceAll("''", "’")];
  if (part.kind === "tag") return [""];
  if (part.branches.length === 0) return [stand];
  return part.branches.flatMap((branch) => readings(branch.parts, stand));
}

/** Reads up to a bracket that was not opened here, or to the end. */
function readText(text: string, start: number): [Part[], number] {
  const parts: Part[] = [];
  let position = start;
  while (position < text.length && text[position] !== "}") {
    const [part, end] = text[position] === "{" ? readArgument(text, position + 1) : readPlain(text, position);
    parts.push(part);
    position = end;
  }
  return [parts, position];
}

/** A tag, or text up to the next tag or bracket. An apostrophe alone quotes only before a bracket. */
function readPlain(text: string, start: number): [Part, number] {
  const rest = text.slice(start);
  const [raw, name] = /^<\/?(\w+)>/.exec(rest) ?? [];
  if (raw && name) return [{ kind: "tag", name, raw }, start + raw.length];
  const [plain = ""] = /^(?:''|'[{}<>#][^']*'|<(?!\/?\w+>)|[^{}<])+/.exec(rest) ?? [];
  return [{ kind: "text", text: plain }, start + plain.length];
}

/** `{name}`, `{name, number}` or `{name, plural, one {…} other {…}}`; the opening bracket is behind us. */
function readArgument(text: string, start: number): [Part, number] {
  const [intro, name = "", type = ""] = /^\s*(\w+)\s*(?:,\s*(\w+)\s*,?\s*)?/.exec(text.slice(start)) ?? [""];
  if (!name) throw new Error(`an argument without a name: ${text}`);
  const branching = ["plural", "select", "selectordinal"].includes(type);
  const [branches, end] = branching ? readBranches(text, start + intro.length) : [[], start + intro.length];
  const close = text.indexOf("}", end);
  if (close < 0) throw new Error(`a bracket is missing: ${text}`);
  const head = branching ? intro : text.slice(start, close);
  return [{ kind: "argument", name, type, head, branches }, close + 1];
}

function readBranches(text: string, start: number): [Branch[], number] {
  const branches: Branch[] = [];
  let position = start;
  for (;;) {
    const [opening, name] = /^\s*(=?\w+)\s*\{/.exec(text.slice(position)) ?? [];
    if (!opening || !name) return [branches, position];
    const [parts, end] = readText(text, position + opening.length);
    if (text[end] !== "}") throw new Error(`a bracket is missing: ${text}`);
    branches.push({ name, parts });
    position = end + 1;
  }
}
