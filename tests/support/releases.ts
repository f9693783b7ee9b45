import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { env } from "../../lib/env";
import { storeRelease } from "../../lib/statistics/internal/store";
import type { Quarter, ReleasedCell } from "../../lib/statistics/types";
import { asSuperuser } from "./connections";
import type { WaitingPart } from "./facts";

export const Q1: Quarter = "2025-Q1";
export const Q2: Quarter = "2025-Q2";
/** The days on which they are due. */
export const AFTER_Q1 = new Date("2025-04-14T10:00:00Z");
export const AFTER_Q2 = new Date("2025-07-14T10:00:00Z");

/** Removes what waits and what releases leave for good, which nobody but a superuser can. */
export async function forgetReleases(): Promise<void> {
  rmSync(env().RELEASES_FILE, { force: true });
  await asSuperuser((client) =>
    client.query(`SET session_replication_role = replica;
      DELETE FROM statistic_cell; DELETE FROM statistic_release; DELETE FROM statistic_refusal;
      DELETE FROM statistic_fact`),
  );
}

export const AGE = { table: "ground", site: "koeln", category: "age", value: 5 } as const;

/** A quarter with one number in it. */
export const givenRelease = () =>
  storeRelease({ quarter: Q1, demo: false, cells: [AGE], counted: [] }, AFTER_Q1);

export const totalOf = (cells: readonly ReleasedCell[], table: string, site: string | null): number =>
  cells
    .filter((cell) => cell.table === table && cell.site === site)
    .reduce((sum, { value }) => sum + value, 0);

/** By which the database recognises that a fact is still what was counted. */
export const digestOf = ({ sealed }: WaitingPart): string =>
  createHash("sha256").update(sealed).digest("hex");
