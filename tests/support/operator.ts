import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseOrder } from "../../scripts/admin/arguments";
import { change } from "../../scripts/admin/commands";
import type { Installation } from "../../scripts/admin/installation";
import { NOW } from "./clock";
import { asSuperuser, ownerUrl } from "./connections";
import { TEST_SECRET } from "./secret";

/** The installation that an operator of this file's database works on. */
export const anInstallation = (): Installation => ({
  ownerUrl: ownerUrl(),
  settings: {
    dev: false,
    dataDir: mkdtempSync(path.join(tmpdir(), "weact-operator-")),
    port: 3000,
    host: "127.0.0.1",
    publicOrigin: "http://localhost:3000",
    external: { ownerUrl: ownerUrl(), secret: TEST_SECRET },
  },
});

/** What an operator is told who types a command. */
export async function says(...argv: string[]): Promise<string> {
  const order = parseOrder(argv);
  if (order.command === "help" || order.command === "doctor") throw new Error("changes nothing");
  if (order.command === "release" || order.command === "releases") throw new Error("is no change of a site");
  return change(anInstallation(), order, NOW);
}

/** The secret part of the link in what an operator was told. */
export function tokenIn(text: string): string {
  const [, token] = /http:\/\/localhost:3000\/de\/join\/([\w-]{43})$/m.exec(text) ?? [];
  if (!token) throw new Error(`there is no link in: ${text}`);
  return token;
}

/** Roles outlive a file's database, and other files count them. */
export const dropSiteLogin = (slug: string): Promise<void> =>
  asSuperuser(async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [`site_${slug}`]);
    if (rowCount) await client.query(`DROP OWNED BY "site_${slug}"; DROP ROLE "site_${slug}"`);
  });
