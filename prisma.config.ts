import path from "node:path";
import { defineConfig } from "prisma/config";

// The CLI would download a native schema engine from binaries.prisma.sh; use the WASM build from npm instead.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(import.meta.dirname ?? __dirname, "scripts/schema-engine.mjs");

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://x:x@localhost:5432/x" },
});
