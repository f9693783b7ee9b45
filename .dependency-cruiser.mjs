// What may import what: app → components → lib, and inside lib: domain → sites and desks →
// infrastructure. Each rule is proven by a planted violation in tests/unit/boundaries.test.ts.
const INFRASTRUCTURE = "^lib/(env|errors)\\.ts$|^lib/(i18n|db|crypto|http|limits|log|mail|vocabulary)/";
const DOMAIN =
  "^lib/(intake|mailbox|cases|record|follow-ups|merging|referrals|handovers|partners|appointments|locations|statistics|retention|audit|settings|network|people|keys|prints|journal|documents|search|messages|figures)/";

/** The only files of a domain module that may touch the database. */
const DATABASE_USERS = "^lib/(db|auth)/|^lib/[^/]+/(queries|commands|internal/.+)\\.ts$|^(scripts|tests)/";

const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

export default {
  forbidden: [
    rule(
      "no-cycles",
      "Two modules that need each other are one module.",
      {},
      { circular: true, viaOnly: { pathNot: "^node_modules/|generated/" } },
    ),
    rule(
      "lib-knows-no-pages",
      "lib serves app and components, not the other way round.",
      { path: "^lib/" },
      { path: "^(app|components)/" },
    ),
    rule(
      "components-know-no-routes",
      "Components are used by pages.",
      { path: "^components/" },
      { path: "^app/" },
    ),
    rule(
      "components-know-shapes-only",
      "A component gets what it shows as properties; it neither reads nor decides. How a day is written is a shape.",
      { path: "^components/" },
      { path: "^lib/", pathNot: "/(schema|types|[a-z-]*form)\\.ts$|^lib/i18n/|^lib/time/day\\.ts$" },
    ),
    rule(
      "ui-stands-alone",
      "components/ui could ship in another product.",
      { path: "^components/ui/" },
      { path: "^(app|components|lib|messages)/", pathNot: "^components/ui/" },
    ),
    rule(
      "only-queries-and-commands-touch-the-database",
      "Everything else goes through a function that takes a desk.",
      { path: "^(app|components|lib)/|^[^/]+\\.ts$", pathNot: DATABASE_USERS },
      { path: "^lib/db/" },
    ),
    rule(
      "domain-knows-no-gates",
      "Who is asking was settled before a domain function runs.",
      { path: DOMAIN },
      { path: "^lib/auth/", pathNot: "^lib/auth/(desk|types|rules)\\.ts$" },
    ),
    rule(
      "sites-know-no-domain",
      "The sites are known to every domain module.",
      { path: "^lib/sites/" },
      { path: `${DOMAIN}|^lib/auth/` },
    ),
    rule(
      "auth-knows-no-domain",
      "Desks are made before anything is done with them.",
      { path: "^lib/auth/" },
      { path: DOMAIN },
    ),
    rule(
      "infrastructure-knows-no-domain",
      "Mechanisms know nothing of what they are used for.",
      { path: INFRASTRUCTURE },
      { path: "^lib/", pathNot: INFRASTRUCTURE },
    ),
    rule(
      "env-and-errors-stand-alone",
      "Everything imports them.",
      { path: "^lib/(env|errors)\\.ts$" },
      { path: "^(app|components|lib|messages|scripts)/" },
    ),
    rule(
      "internal-is-private",
      "What is internal to a module is used by that module.",
      { path: "^(lib/([^/]+)/|app/|components/|proxy)", pathNot: "^lib/db/" },
      { path: "^lib/([^/]+)/internal/", pathNot: "^lib/$2/internal/" },
    ),
    rule(
      "generated-client-is-private",
      "The database client is opened in one place.",
      { path: "^(app|components|lib|scripts|tests)/|^[^/]+\\.ts$", pathNot: "^lib/db/" },
      { path: "^lib/db/generated/" },
    ),
    rule(
      "the-app-needs-no-scripts",
      "What serves requests does not depend on what starts it.",
      { path: "^(app|components|lib)/|^proxy\\.ts$" },
      { path: "^(scripts|tests)/" },
    ),
    rule("everything-resolves", "An import must lead somewhere.", {}, { couldNotResolve: true }),
    rule(
      "no-development-packages",
      "What serves requests uses what is installed for that.",
      { path: "^(app|components|lib)/|^proxy\\.ts$|^scripts/(launch|serve|database)" },
      { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["type-only"] },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules|lib/db/generated" },
    exclude: { path: "^\\.next/|^node_modules/\\.cache/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
