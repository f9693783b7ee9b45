import { readFileSync } from "node:fs";

const manifest = <Shape>(name: string): Shape =>
  JSON.parse(readFileSync(`.next/server/${name}.json`, "utf8"));

/** Every page and route handler that the build made, as `/[locale]/(staff)/dashboard/page`. */
export const builtRoutes = (): string[] =>
  Object.keys(manifest<Record<string, string>>("app-paths-manifest"));

export type BuiltAction = { readonly id: string; readonly name: string; readonly pages: readonly string[] };

type ActionManifest = Record<
  "node" | "edge",
  Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>
>;

/** Every Server Action that the build made, as `sign-in/actions#signInAction`, and the pages it is reached from. */
export function builtActions(): BuiltAction[] {
  const { node, edge } = manifest<ActionManifest>("server-reference-manifest");
  return Object.entries({ ...node, ...edge }).map(([id, { filename, exportedName, workers }]) => ({
    id,
    name: `${filename.replace(/^app\/\[locale\]\/\(staff\)\/|\.tsx?$/g, "")}#${exportedName}`,
    pages: Object.keys(workers).map((worker) => worker.replace(/^app/, "")),
  }));
}

/** The address of a route of the build, with the parameters filled in. */
export const addressOf = (route: string, caseId: string): string =>
  route
    .replace(/\/\([\w-]+\)/g, "")
    .replace(/\/(page|route)$/, "")
    .replace("[locale]", "de")
    .replace("[caseId]", caseId)
    .replace("[accountId]", caseId)
    .replace("[documentId]", caseId)
    .replace("[partnerId]", caseId)
    .replace("[offerId]", caseId)
    .replace("[referralId]", caseId)
    .replace("[token]", "nothing")
    .replace("[part]", "offices")
    .replace("[site]", "koeln")
    .replace("[hash]", "0123456789abcdef")
    .replace("[format]", "csv")
    .replace("[...rest]", "nothing/here") || "/";

/**
 * The arguments of an action that a form calls, `(previous, form)`, the way React puts them on the wire: what an
 * argument refers to comes before it.
 */
export const actionBody = (fields: Readonly<Record<string, string>>): [string, string][] => [
  ...Object.entries(fields).map(([name, value]): [string, string] => [`_1_${name}`, value]),
  ["0", '[{},"$K1"]'],
];
