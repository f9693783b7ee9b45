// What the server runs every night, in a process of its own: releases the quarters that are due, and ends.
import { closeClients } from "../../lib/db/client";
import { releaseDue } from "../../lib/statistics/release";

/** What the log may have of it: names of quarters and tables, and the kind of an error. */
export type NightlyReport = {
  readonly results: readonly {
    quarter: string;
    result: string;
    table?: string;
    unreadable?: number;
  }[];
  readonly failed?: { name: string; code: string };
};

async function releaseAll(): Promise<NightlyReport> {
  try {
    const results = await releaseDue(new Date());
    return {
      results: results.map((result) => ({
        quarter: result.quarter,
        result: result.ok ? "released" : result.reason,
        ...("table" in result ? { table: result.table } : {}),
        ...(result.ok && result.unreadable > 0 ? { unreadable: result.unreadable } : {}),
      })),
    };
  } catch (error) {
    const { name, code } = error as { name?: unknown; code?: unknown };
    return { results: [], failed: { name: String(name), code: String(code ?? "") } };
  }
}

const report = await releaseAll();
await closeClients();
process.send?.(report, () => process.exit(0));
