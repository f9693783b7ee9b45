import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from "dependency-cruiser";
import { afterEach, describe, expect, it } from "vitest";
import configuration from "../../.dependency-cruiser.mjs";

type Files = Record<string, string>;

const imports = (...targets: string[]) =>
  targets.map((target) => `import ${JSON.stringify(target)};`).join("\n");

/** For each rule the smallest project that breaks it. */
const PLANTED: Record<string, Files> = {
  "no-cycles": { "lib/cases/rules.ts": imports("./schema"), "lib/cases/schema.ts": imports("./rules") },
  "lib-knows-no-pages": { "lib/cases/rules.ts": imports("../../app/page"), "app/page.tsx": "" },
  "components-know-no-routes": {
    "components/cases/table.tsx": imports("../../app/page"),
    "app/page.tsx": "",
  },
  "components-know-shapes-only": {
    "components/cases/table.tsx": imports("../../lib/cases/queries"),
    "lib/cases/queries.ts": "",
  },
  "ui-stands-alone": {
    "components/ui/button.tsx": imports("../../lib/cases/types"),
    "lib/cases/types.ts": "",
  },
  "only-queries-and-commands-touch-the-database": {
    "lib/cases/rules.ts": imports("../db/clients"),
    "lib/db/clients.ts": "",
  },
  "domain-knows-no-gates": { "lib/cases/commands.ts": imports("../auth/gates"), "lib/auth/gates.ts": "" },
  "sites-know-no-domain": { "lib/sites/queries.ts": imports("../cases/types"), "lib/cases/types.ts": "" },
  "auth-knows-no-domain": { "lib/auth/desk.ts": imports("../cases/types"), "lib/cases/types.ts": "" },
  "infrastructure-knows-no-domain": {
    "lib/crypto/seal.ts": imports("../sites/types"),
    "lib/sites/types.ts": "",
  },
  "env-and-errors-stand-alone": { "lib/env.ts": imports("./errors"), "lib/errors.ts": "" },
  "internal-is-private": {
    "lib/cases/commands.ts": imports("../intake/internal/seal"),
    "lib/intake/internal/seal.ts": "",
  },
  "generated-client-is-private": {
    "lib/cases/queries.ts": imports("../db/generated/client"),
    "lib/db/generated/client.ts": "",
  },
  "the-app-needs-no-scripts": { "app/page.tsx": imports("../scripts/launch"), "scripts/launch.ts": "" },
  "everything-resolves": { "app/page.tsx": imports("./missing") },
  "no-development-packages": {
    "lib/cases/rules.ts": imports("planted"),
    "package.json": JSON.stringify({ devDependencies: { planted: "1.0.0" } }),
    "node_modules/planted/package.json": JSON.stringify({
      name: "planted",
      version: "1.0.0",
      main: "index.js",
    }),
    "node_modules/planted/index.js": "",
  },
};

/** What the rules must let through. */
const PERMITTED: Files = {
  "app/page.tsx": imports("../components/cases/table", "../lib/auth/gates", "../lib/cases/queries"),
  "components/cases/table.tsx": imports("../ui/button", "../../lib/cases/types", "../../lib/i18n/locales"),
  "components/ui/button.tsx": "",
  "lib/auth/gates.ts": imports("./desk", "../db/clients"),
  "lib/auth/desk.ts": imports("../sites/types"),
  "lib/cases/queries.ts": imports("./internal/list", "../auth/desk", "../db/clients", "../env"),
  "lib/cases/internal/list.ts": imports("../../crypto/seal"),
  "lib/cases/types.ts": "",
  "lib/crypto/seal.ts": imports("../errors"),
  "lib/db/clients.ts": imports("./generated/client", "../env"),
  "lib/db/generated/client.ts": "",
  "lib/env.ts": "",
  "lib/errors.ts": "",
  "lib/i18n/locales.ts": "",
  "lib/sites/types.ts": "",
};

const projects: string[] = [];

afterEach(() => {
  for (const project of projects.splice(0)) rmSync(project, { recursive: true, force: true });
});

async function brokenRules(files: Files): Promise<string[]> {
  const project = mkdtempSync(path.join(tmpdir(), "boundaries-"));
  projects.push(project);
  for (const [file, content] of Object.entries({ "package.json": "{}", ...files })) {
    mkdirSync(path.join(project, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(project, file), content);
  }
  const { tsConfig: _, ...options } = configuration.options;
  const sources = ["app", "components", "lib", "scripts"].filter((folder) =>
    readdirSync(project).includes(folder),
  );
  const { output } = await cruise(sources, {
    ...options,
    ruleSet: { forbidden: configuration.forbidden } as unknown as IFlattenedRuleSet,
    validate: true,
    baseDir: project,
  });
  return (output as ICruiseResult).summary.violations.map(({ rule }) => rule.name);
}

describe("the dependency rules", () => {
  it.each(Object.entries(PLANTED))("notice a violation of %s", async (rule, files) => {
    expect(await brokenRules(files)).toContain(rule);
  });

  it("let through what follows the layers", async () => {
    expect(await brokenRules(PERMITTED)).toEqual([]);
  });

  it("are all proven here", () => {
    expect(Object.keys(PLANTED).sort()).toEqual(configuration.forbidden.map(({ name }) => name).sort());
  });
});

describe("the environment", () => {
  it("is read in lib/env.ts only", () => {
    const readers = ["app", "components", "lib"]
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
      )
      .filter((file) => /\.tsx?$/.test(file) && !file.includes("/generated/"))
      .filter((file) => /process\.env|node:process/.test(readFileSync(file, "utf8")));

    expect(readers).toEqual(["lib/env.ts"]);
  });
});
