import { parseArgs } from "node:util";
import { parseQuarter } from "../../lib/statistics/rules";
import type { Quarter } from "../../lib/statistics/types";
import { Failure } from "../launch/failure";

export const USAGE = `Usage: npm run admin -- site add <slug> --name <name> --land <code> [--carrier <name>]…
                                               adds a site and prints the link for its first lead
       npm run admin -- site retire <slug>     takes a site out of the public pages; everything of it stays
       npm run admin -- site restore <slug>    offers it to the public (again)
       npm run admin -- user invite --site <slug> [--role lead|counsellor]
                                               prints a link to join a site
       npm run admin -- user invite --coordinator
                                               prints a link to become a coordinator of the network
       npm run admin -- user disable <email>   keeps somebody from signing in, at once
       npm run admin -- user enable <email>    lets them sign in again
       npm run admin -- keys status            how each site's keys are kept
       npm run admin -- release <quarter>      releases the numbers of a quarter, such as 2026-Q3, by hand
       npm run admin -- releases               what was released
       npm run admin -- doctor                 checks everything and says what is wrong`;

/** What was typed is no command. The message is for the person who typed it. */
export class WrongUsage extends Failure {
  constructor(sentence: string) {
    super(`${sentence}\n\n${USAGE}`);
  }
}

export const ROLES = ["counsellor", "lead"] as const;
export type Role = (typeof ROLES)[number];

export type Order =
  | { command: "site add"; slug: string; name: string; land: string; carriers: string[] }
  | { command: "site retire" | "site restore"; slug: string }
  | { command: "user invite"; site: string; role: Role | null }
  | { command: "user invite coordinator" }
  | { command: "user disable" | "user enable"; email: string }
  | { command: "keys status" }
  | { command: "release"; quarter: Quarter }
  | { command: "releases" }
  | { command: "doctor" }
  | { command: "help" };

const OPTIONS = {
  name: { type: "string" },
  land: { type: "string" },
  carrier: { type: "string", multiple: true },
  site: { type: "string" },
  role: { type: "string" },
  coordinator: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

type Values = ReturnType<typeof read>["values"];

/** For each command how many words follow it, and which options it knows. */
const COMMANDS: Record<string, { words: number; options: (keyof Values)[]; read: Reader }> = {
  "site add": { words: 1, options: ["name", "land", "carrier"], read: readNewSite },
  "site retire": { words: 1, options: [], read: (_, slug) => ({ command: "site retire", slug }) },
  "site restore": { words: 1, options: [], read: (_, slug) => ({ command: "site restore", slug }) },
  "user invite": { words: 0, options: ["site", "role", "coordinator"], read: readInvitation },
  "user disable": { words: 1, options: [], read: (_, email) => readPerson("user disable", email) },
  "user enable": { words: 1, options: [], read: (_, email) => readPerson("user enable", email) },
  "keys status": { words: 0, options: [], read: () => ({ command: "keys status" }) },
  release: { words: 1, options: [], read: (_, typed) => readQuarter(typed) },
  releases: { words: 0, options: [], read: () => ({ command: "releases" }) },
  doctor: { words: 0, options: [], read: () => ({ command: "doctor" }) },
};

type Reader = (values: Values, word: string) => Order;

/** @throws WrongUsage with a sentence that says what is missing or too much */
export function parseOrder(argv: string[]): Order {
  const { values, positionals } = read(argv);
  if (values.help || positionals[0] === "help") return { command: "help" };
  if (!positionals.length) throw new WrongUsage("Say what to do.");
  const [first = ""] = positionals;
  const name = Object.hasOwn(COMMANDS, first) ? first : positionals.slice(0, 2).join(" ");
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new WrongUsage(`There is no command "${name}".`);

  const words = positionals.slice(name.split(" ").length);
  if (words.length < command.words) throw new WrongUsage(`"${name}" needs to be told which one.`);
  if (words.length > command.words) throw new WrongUsage(`"${words[command.words]}" is too much.`);
  const strange = (Object.keys(values) as (keyof Values)[]).find((key) => !command.options.includes(key));
  if (strange) throw new WrongUsage(`"${name}" knows no --${strange}.`);
  return command.read(values, words[0] ?? "");
}

function read(argv: string[]) {
  try {
    return parseArgs({ args: argv, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const option = /'(--?[\w-]+)/.exec((error as Error).message)?.[1] ?? "this";
    const unknown = (error as { code?: string }).code === "ERR_PARSE_ARGS_UNKNOWN_OPTION";
    throw new WrongUsage(
      unknown ? `There is no option ${option}.` : `The option ${option} was not understood.`,
    );
  }
}

function readNewSite({ name, land, carrier = [] }: Values, slug: string): Order {
  if (!name) throw new WrongUsage('A site needs a name: --name "Beratungsstelle …".');
  if (!land) throw new WrongUsage("A site needs its Land: --land NW, for example.");
  return { command: "site add", slug, name, land, carriers: carrier };
}

function readInvitation({ site, role, coordinator }: Values): Order {
  if (coordinator) {
    if (site || role) throw new WrongUsage("A coordinator belongs to no site: leave --site and --role out.");
    return { command: "user invite coordinator" };
  }
  if (!site) throw new WrongUsage("Say where to: --site <slug>, or --coordinator.");
  const known = ROLES.find((each) => each === role);
  if (role !== undefined && !known) throw new WrongUsage("The roles are lead and counsellor.");
  return { command: "user invite", site, role: known ?? null };
}

function readQuarter(typed: string): Order {
  const quarter = parseQuarter(typed);
  if (!quarter) throw new WrongUsage("A quarter is written like 2026-Q3.");
  return { command: "release", quarter };
}

function readPerson(command: "user disable" | "user enable", email: string): Order {
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) throw new WrongUsage("That is no e-mail address.");
  return { command, email };
}
