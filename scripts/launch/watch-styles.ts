import { watch } from "node:fs";
import path from "node:path";
import { buildStyles } from "./build";
import { explain } from "./failure";
import { ROOT } from "./settings";

/** Builds the styles again, a moment after pages or components have changed. For development. */
export function watchStyles(): void {
  let due: NodeJS.Timeout | undefined;
  const rebuild = () => buildStyles().catch((error: unknown) => console.error(explain(error, "building the styles")));
  for (const folder of ["app", "components"]) {
    watch(path.join(ROOT, folder), { recursive: true }, (_event, file) => {
      if (!file || !/\.(tsx|ts|css)$/.test(file) || file.includes("generated")) return;
      clearTimeout(due);
      due = setTimeout(rebuild, 150);
    }).unref();
  }
}
