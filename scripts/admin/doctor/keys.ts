import { ENOUGH_PEOPLE, isKeyDue } from "../../../lib/keys/rules";
import type { NewestKey, SiteKeys } from "../site-keys";
import { type Finding, ok, problem, warn } from "./finding";

type Keyed = SiteKeys & { key: NewestKey };

/** What one looks for among the keys: which sites it is true of, and what follows. One line for all of them. */
type Concern = {
  state: "warn" | "problem";
  isTrueOf: (key: NewestKey, now: Date) => boolean;
  says: string;
  todo: string;
};

const CONCERNS: Concern[] = [
  {
    state: "problem",
    isTrueOf: ({ pin }) => pin === "unknown",
    says: "Another key stands in the database than the one weact made, so nothing is sealed to it",
    todo: `Take it for an attack until you know better. If you restored or moved weact, bring back the file
  KEY_PINS_FILE that belongs to this database. docs/guide/operators.md says how to go on.`,
  },
  {
    state: "problem",
    isTrueOf: ({ pin }) => pin === "superseded",
    says: "An older key stands in the database than the one last used, so nothing is sealed to it",
    todo: "An older backup of the database seems to have been restored: restore the newest one instead.",
  },
  {
    state: "problem",
    isTrueOf: ({ people, printedOn }) => people === 0 && !printedOn,
    says: "Nobody who may sign in has the key, and no print was confirmed",
    todo: "Enable an account that held it (user enable), or look for the printed shares: any two open the site.",
  },
  {
    state: "problem",
    isTrueOf: ({ people, printedOn }) => people === 0 && printedOn !== null,
    says: "Nobody who may sign in has the key",
    todo: "Invite a lead (user invite), who opens the site with two of the three printed shares.",
  },
  {
    state: "warn",
    isTrueOf: ({ people }) => people > 0 && people < ENOUGH_PEOPLE,
    says: "Only one person has the key",
    todo: "Have the lead invite a colleague and grant them the keys.",
  },
  {
    state: "warn",
    isTrueOf: ({ people, leads }) => people > 0 && leads === 0,
    says: "No lead who may sign in has the key, so nobody can invite colleagues or take keys away",
    todo: "Invite a lead (user invite), who opens the site with two of the three printed shares.",
  },
  {
    state: "warn",
    isTrueOf: ({ people, printedOn }) => people > 0 && !printedOn,
    says: "Nobody has confirmed a printed recovery key",
    todo: "Have the lead print it and put the three shares in three places.",
  },
  {
    state: "warn",
    isTrueOf: ({ since }, now) => isKeyDue(new Date(since), now),
    says: "The key is older than a year",
    todo: "Have a lead of the site renew it.",
  },
];

/**
 * How the sites' keys are kept.
 *
 * @param pinned whether the file of pins holds anything
 */
export function judgeKeys(sites: SiteKeys[], pinned: boolean, now: Date): Finding[] {
  const keyed = sites.filter((site): site is Keyed => site.key !== null);
  if (keyed.length && !pinned) return [noPins(), ...judgeUnkeyed(sites)];
  const findings = CONCERNS.flatMap(({ state, isTrueOf, says, todo }) => {
    const names = keyed.filter(({ key }) => isTrueOf(key, now)).map(({ site }) => site);
    if (!names.length) return [];
    return [{ subject: "keys", state, says: `${says}: ${names.join(", ")}.`, todo }];
  });
  const all = [...findings, ...judgeUnkeyed(sites)];
  return all.length ? all : [ok("keys", `${keyed.length} sites, each with keys that are kept well.`)];
}

const noPins = (): Finding =>
  problem(
    "keys",
    "The file with the keys' fingerprints (KEY_PINS_FILE) is missing or empty, so nothing is sealed to any site.",
    `Bring it back from the backup. Without one, the next npm start believes the keys in the database once: compare
  the fingerprints of "keys status" with an earlier print first.`,
  );

function judgeUnkeyed(sites: SiteKeys[]): Finding[] {
  const names = sites.filter(({ key, active }) => active && !key).map(({ site }) => site);
  if (!names.length) return [];
  const todo =
    "Invite the first lead of each (user invite), or take it out of the public pages (site retire).";
  return [warn("keys", `No keys yet, so nobody can write to: ${names.join(", ")}.`, todo)];
}
