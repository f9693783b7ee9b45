import { hasPins } from "../../lib/crypto/pins";
import { env } from "../../lib/env";
import { readDataDir } from "../launch/settings";
import type { Answer } from "./answer";
import { checkAllLogins, checkClock, checkServer } from "./doctor/database";
import { type Finding, look, ok } from "./doctor/finding";
import { checkHistory } from "./doctor/history";
import { judgeKeys } from "./doctor/keys";
import { checkDisk, checkFiles, checkMemory, checkNode } from "./doctor/machine";
import { checkMigrations } from "./doctor/migrations";
import { checkRowSecurity } from "./doctor/row-security";
import { checkSettings } from "./doctor/settings";
import { asOwner, type Installation, openInstallation } from "./installation";
import { readSiteKeys } from "./site-keys";
import { formatTable } from "./table";

/** Looks at everything, and ends with 1 where something is wrong. */
export async function doctor(now: Date): Promise<Answer> {
  const findings = [...checkNode(process.versions.node), ...(await look("memory", checkMemory))];
  findings.push(...(await look("disk", () => checkDisk(readDataDir()))));
  try {
    findings.push(...(await examine(openInstallation(), now)));
  } catch (error) {
    findings.push(...(await look("settings", () => Promise.reject(error))));
  }
  return describe(findings);
}

/** What depends on the settings: they themselves, the files they name, and the database. */
export async function examine(installation: Installation, now: Date): Promise<Finding[]> {
  const { settings } = installation;
  return [
    ...(await look("settings", () => checkSettings(env(), settings))),
    ...(await look("files", () => checkFiles(settings.dataDir, env().KEY_PINS_FILE))),
    ok("mail", "weact sends no mail in this version, so there is nothing to set up."),
    ...(await look("database", () => examineDatabase(installation, now))),
  ];
}

const examineDatabase = (installation: Installation, now: Date): Promise<Finding[]> =>
  asOwner(installation, async (client) => [
    ...(await look("database", () => checkServer(client))),
    ...(await look("migrations", () => checkMigrations(client))),
    ...(await look("logins", () => checkAllLogins(client))),
    ...(await look("row security", () => checkRowSecurity(client))),
    ...(await look("keys", async () => judgeKeys(await readSiteKeys(client), hasPins(), now))),
    ...(await look("history", checkHistory)),
    ...(await look("clock", () => checkClock(client, isRemote(installation.ownerUrl)))),
  ]);

const isRemote = (url: string): boolean => !/^(localhost|127\.|\[?::1)/.test(new URL(url).hostname);

/** One line for each finding; below them, what to do. */
export function describe(findings: Finding[]): Answer {
  const table = formatTable(findings.map(({ state, subject, says }) => [state, subject, says]));
  const wrong = findings.filter(({ state }) => state === "problem");
  const unwise = findings.filter(({ state }) => state === "warn");
  const parts = [
    table,
    ...section("What to do", wrong),
    ...section("Also worth doing", unwise),
    `${wrong.length ? `Problems: ${wrong.length}` : "No problem"}, warnings: ${unwise.length}.`,
  ];
  return { text: parts.join("\n\n"), code: wrong.length ? 1 : 0 };
}

const section = (title: string, findings: Finding[]): string[] =>
  findings.length
    ? [
        `${title}:\n${findings.map(({ subject, says, todo }) => `- ${subject}: ${says}\n  ${todo ?? ""}`).join("\n")}`,
      ]
    : [];
