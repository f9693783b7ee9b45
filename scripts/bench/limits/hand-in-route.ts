// The limit program of handing in: one Argon2id of a receipt's cost and one unsealed row. Copied into the build
// that is measured, and into no other.
import { randomBytes } from "node:crypto";
import { hashRaw } from "@node-rs/argon2";
import pg from "pg";
import { RECEIPT_COST } from "@/lib/crypto/receipt";
import { loginUrl } from "@/lib/db/logins";

// Opened with the first request: a build loads this module as well, and knows no database.
const shared = globalThis as { benchPool?: pg.Pool };

export async function POST(request: Request): Promise<Response> {
  const fields = Object.fromEntries(await request.formData());
  await hashRaw(String(fields.nonce), { ...RECEIPT_COST, salt: randomBytes(16), outputLen: 32 });
  shared.benchPool ??= new pg.Pool({ connectionString: loginUrl("intake"), max: 6 });
  await shared.benchPool.query({
    name: "hand-in",
    text: "INSERT INTO bench_enquiry (site, fields) VALUES ($1, $2)",
    values: [fields.site, JSON.stringify(fields)],
  });
  return new Response(null, { status: 303, headers: { Location: "/de/contact/received" } });
}
