import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { superuserUrl } from "./connections";

const LOCK = 2;

/**
 * Roles belong to the server and not to a file's own database. A file that changes them holds them "alone"; files
 * that look at all of them hold them "together", and so never see a change half done.
 */
export function holdRoles(how: "alone" | "together"): void {
  let holder: pg.Client;
  beforeAll(async () => {
    const url = new URL(superuserUrl());
    url.pathname = "/maintenance"; // advisory locks count within one database
    holder = new pg.Client({ connectionString: url.href });
    await holder.connect();
    await holder.query(`SELECT pg_advisory_lock${how === "alone" ? "" : "_shared"}(${LOCK})`);
  });
  afterAll(() => holder.end());
}
