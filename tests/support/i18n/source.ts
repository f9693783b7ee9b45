import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";

/** Attributes that people read, or that are read out to them. */
const SPOKEN = new Set([
  ...["aria-label", "aria-description", "title", "alt", "placeholder", "label"],
  // The same of our own components.
  ...["lead", "legend", "help", "hint", "error"],
]);

/** Text and where it stands, such as `components/public/field.tsx: optional`. */
export type Written = { file: string; text: string };

/** The files of some folders, without what is generated. */
export const filesIn = (folders: string[], ending: RegExp): string[] =>
  folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
    )
    .filter((file) => ending.test(file) && !/(^|\/)generated\//.test(file))
    .toSorted();

export const parse = (file: string, source = readFileSync(file, "utf8")): ts.SourceFile =>
  ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);

/** What a component says in words of its own instead of the catalogue's. */
export function ownWords(source: ts.SourceFile): Written[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) found.push(node.text);
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent))
      found.push(...literalsOf(node.expression));
    if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText())) found.push(...attributeWords(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found
    .map((text) => text.replace(/\s+/g, " ").trim())
    .filter((text) => /\p{L}/u.test(text))
    .map((text) => ({ file: source.fileName, text }));
}

function attributeWords({ initializer }: ts.JsxAttribute): string[] {
  if (!initializer) return [];
  return ts.isJsxExpression(initializer) ? literalsOf(initializer.expression) : literalsOf(initializer);
}

/** The string literals that an expression may become, but not those that are only asked about or handed on. */
function literalsOf(node: ts.Node | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) {
    return [
      node.head.text,
      ...node.templateSpans.flatMap((span) => [...literalsOf(span.expression), span.literal.text]),
    ];
  }
  if (ts.isParenthesizedExpression(node)) return literalsOf(node.expression);
  if (ts.isConditionalExpression(node)) return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
  if (ts.isBinaryExpression(node)) return binaryLiterals(node);
  return [];
}

function binaryLiterals({ operatorToken, left, right }: ts.BinaryExpression): string[] {
  switch (operatorToken.kind) {
    case ts.SyntaxKind.PlusToken:
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken:
      return [...literalsOf(left), ...literalsOf(right)];
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return literalsOf(right);
    default:
      return [];
  }
}

/** Every string literal of a file; of a template the pieces between its values, with `*` for a value. */
export function literalsIn(source: ts.SourceFile): Set<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) found.add(node.text);
    if (ts.isTemplateExpression(node)) {
      found.add(node.head.text + node.templateSpans.map((span) => `*${span.literal.text}`).join(""));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
