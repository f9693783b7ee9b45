import path from "node:path";
import { defineConfig } from "prisma/config";

// The CLI would download a native schema engine; the same engine comes from npm as WASM.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.resolve("scripts/database/schema-engine.mjs");

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  // `prisma generate` needs no database, but the setting. For `prisma migrate` set DATABASE_URL
  // to what `npm run db -- url owner` prints.
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://unset@127.0.0.1:1/unset" },
});
