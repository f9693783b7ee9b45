import { isDeepStrictEqual } from "node:util";
import { SURFACE_LOGINS } from "../../../lib/db/logins";
import { type Catalogue, type Grant, PUBLIC } from "./rows";

/** Tables without a site that runtime logins may reach all the same. */
const SHARED_TABLES = ["site", "account", "staff_session"];

/** Unique over a value that nobody can guess, so a collision tells nothing about another site. */
const UNGUESSABLE_KEYS = ["mailbox_key_lookup_id_key", "invitation_token_hash_key"];

const DEFINER_FUNCTIONS: Record<string, string> = {
  hand_in: "intake_functions",
  mailbox_open: "mailbox_functions",
  mailbox_letters: "mailbox_functions",
  mailbox_append: "mailbox_functions",
  mailbox_consents: "mailbox_functions",
  mailbox_decide: "mailbox_functions",
  mailbox_hand_over: "mailbox_functions",
  desk_hand_over: "mailbox_functions",
  keep_handover: "mailbox_functions",
  answer_handover: "mailbox_functions",
  follow_referral: "mailbox_functions",
  rewrite_facts: "statistics_functions",
  put_facts: "statistics_functions",
  change_facts: "statistics_functions",
  release_quarter: "statistics_functions",
  refuse_release: "statistics_functions",
  shuffle_facts: "statistics_functions",
};

const FUNCTION_ROLES = [...new Set(Object.values(DEFINER_FUNCTIONS))];
const SITES_GROUP = "counselling";
const SHAPING = ["TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN", "CREATE", "TEMPORARY"];

/** The one function that replaces a whole table, so that nothing tells what stood in it before (0060). */
const FORGETTING: Grant = {
  grantee: "statistics_functions",
  kind: "table",
  object: "statistic_fact",
  privilege: "TRUNCATE",
};

export type Check = (catalogue: Catalogue) => string[];

const isSiteLogin = (role: string): boolean => role.startsWith("site_");
const isRuntimeLogin = (role: string): boolean =>
  isSiteLogin(role) || (SURFACE_LOGINS as readonly string[]).includes(role);
const isRuntimeRole = (role: string): boolean =>
  isRuntimeLogin(role) || role === SITES_GROUP || FUNCTION_ROLES.includes(role);

const tenantTables = ({ columns }: Catalogue): Set<string> =>
  new Set(columns.filter(({ name }) => name === "site_id").map(({ table }) => table));

const runtimeGrants = ({ grants }: Catalogue): Grant[] =>
  grants.filter(({ grantee }) => grantee === PUBLIC || isRuntimeRole(grantee));

const describeGrant = ({ grantee, kind, object, privilege }: Grant): string =>
  `${grantee} holds ${privilege} on ${kind} ${object}`;

/** Every rule the catalogue must obey. Each takes rows and returns its violations as sentences. */
export const CHECKS = {
  rowSecurityIsForced(catalogue) {
    const tenant = tenantTables(catalogue);
    return catalogue.tables
      .filter(
        ({ name, kind, rowSecurity, forced }) =>
          tenant.has(name) && !(/[rp]/.test(kind) && rowSecurity && forced),
      )
      .map(({ name }) => `${name} has a site_id without forced row security`);
  },

  siteIsNeverNull: ({ columns }) =>
    columns
      .filter(({ name, nullable }) => name === "site_id" && nullable)
      .map(({ table }) => `${table}.site_id may be null`),

  onlyForcedOrListedTablesAreReachable(catalogue) {
    const reachable = new Set(
      runtimeGrants(catalogue)
        .filter(({ kind }) => kind === "table")
        .map(({ object }) => object),
    );
    return catalogue.tables
      .filter(({ name, kind, forced }) => kind !== "S" && kind !== "v" && reachable.has(name) && !forced)
      .filter(({ name }) => !SHARED_TABLES.includes(name))
      .map(({ name }) => `${name} is reachable, neither forced nor listed`);
  },

  uniqueKeysCarryTheSite(catalogue) {
    const tenant = tenantTables(catalogue);
    return catalogue.uniqueKeys
      .filter(
        ({ name, table, columns }) =>
          tenant.has(table) && columns[0] !== "site_id" && !UNGUESSABLE_KEYS.includes(name),
      )
      .map(({ name }) => `${name} is unique across sites`);
  },

  foreignKeysStayWithinTheSite(catalogue) {
    const tenant = tenantTables(catalogue);
    return catalogue.foreignKeys
      .filter(({ table, target }) => tenant.has(table) && tenant.has(target))
      .filter(({ columns, targetColumns }) => {
        const position = columns.indexOf("site_id");
        return position < 0 || targetColumns[position] !== "site_id";
      })
      .map(({ name }) => `${name} can point at another site`);
  },

  runtimeRolesAreOrdinary: ({ roles }) =>
    roles
      .filter(({ name, attributes }) => isRuntimeRole(name) && attributes.length > 0)
      .map(({ name, attributes }) => `${name} is ${attributes.join(", ")}`),

  runtimeRolesOwnNothing: ({ ownerships }) =>
    ownerships
      .filter(({ owner }) => isRuntimeRole(owner))
      .filter(({ owner, object }) => {
        const name = /^function (\w+)\(/.exec(object)?.[1] ?? "";
        return DEFINER_FUNCTIONS[name] !== owner;
      })
      .map(({ owner, object }) => `${owner} owns ${object}`),

  nobodyShapesTheSchema: (catalogue) =>
    runtimeGrants(catalogue)
      .filter(({ privilege }) => SHAPING.includes(privilege))
      .filter((grant) => !isDeepStrictEqual(grant, FORGETTING))
      .map(describeGrant),

  viewsRunWithTheRightsOfWhoAsks: ({ tables }) =>
    tables
      .filter(
        ({ kind, options }) =>
          kind === "v" && !/^security_invoker=(true|on|1|yes)$/m.test(options.join("\n")),
      )
      .map(({ name }) => `${name} is a view without security_invoker`),

  definerFunctionsAreListed: ({ functions }) =>
    functions
      .filter(({ definer, name, owner }) => definer && DEFINER_FUNCTIONS[name] !== owner)
      .map(({ name, owner }) => `${name} runs with the rights of ${owner}`),

  definerFunctionsFixTheirSearchPath: ({ functions }) =>
    functions
      .filter(({ definer, settings }) => definer && !settings.includes("search_path=pg_catalog, pg_temp"))
      .map(({ name }) => `${name} trusts the caller's search_path`),

  publicHoldsNothing: ({ grants, policies }) => [
    ...grants.filter(({ grantee }) => grantee === PUBLIC).map(describeGrant),
    ...policies
      .filter(({ roles }) => roles.includes(PUBLIC))
      .map(({ name, table }) => `PUBLIC has policy ${name} on ${table}`),
  ],

  noSequenceIsUsable: (catalogue) =>
    runtimeGrants(catalogue)
      .filter(({ kind }) => kind === "sequence")
      .map(describeGrant),

  memberships: ({ memberships }) =>
    memberships
      .filter(({ member, role }) => isRuntimeRole(member) && !(isSiteLogin(member) && role === SITES_GROUP))
      .map(({ member, role }) => `${member} is a member of ${role}`),

  everySiteBelongsToTheGroup: ({ roles, memberships }) =>
    roles
      .filter(({ name }) => isSiteLogin(name))
      .filter(({ name }) => !memberships.some(({ member, role }) => member === name && role === SITES_GROUP))
      .map(({ name }) => `${name} is not a member of ${SITES_GROUP}`),

  groupsCannotLogIn: ({ roles }) =>
    roles
      .filter(({ name, login }) => login && (name === SITES_GROUP || FUNCTION_ROLES.includes(name)))
      .map(({ name }) => `${name} can log in`),
} satisfies Record<string, Check>;

export type CheckName = keyof typeof CHECKS;
