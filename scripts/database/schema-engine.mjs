#!/usr/bin/env node
// What the Prisma CLI runs in place of its native schema engine, which it would have to download:
// the same engine as WASM, behind the same protocol (JSON-RPC, one message a line).
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import pg from "pg";
import { engineVersion, openEngine } from "./schema-engine-core.mjs";

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    version: { type: "boolean", short: "V" },
    datasource: { type: "string", default: "{}" },
    datamodels: { type: "string", multiple: true, default: [] },
  },
});

const { url = "postgresql://unset@127.0.0.1:1/unset", shadowDatabaseUrl } = JSON.parse(values.datasource);

if (values.version) console.log(`schema-engine-wasm ${await engineVersion()}`);
else if (positionals[0] === "cli") process.exitCode = await runCommand(positionals[1]);
else await answerRequests();

/** The two commands the CLI gives on the command line. The result is the exit code. */
async function runCommand(command) {
  try {
    if (command === "can-connect-to-database") await query(url, "SELECT 1");
    else if (command === "create-database") await createDatabase();
    else return fail("UNKNOWN", `unsupported command ${command}`);
    return 0;
  } catch (error) {
    return fail(
      { "3D000": "P1003", "28P01": "P1000", 42501: "P1010" }[error.code] ?? "P1001",
      error.message || error.code,
    );
  }
}

async function createDatabase() {
  const server = new URL(url);
  const name = decodeURIComponent(server.pathname.slice(1));
  server.pathname = "/postgres";
  await query(server.href, `CREATE DATABASE ${pg.escapeIdentifier(name)}`);
}

async function query(connectionString, sql) {
  const client = new pg.Client({ connectionString });
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** The CLI reads the last line of the error stream. */
function fail(code, message) {
  const fields = { error_code: code, message };
  console.error(JSON.stringify({ level: "ERROR", target: "schema_engine::logger", fields }));
  return 1;
}

async function answerRequests() {
  const datamodels = await Promise.all(
    values.datamodels.map(async (file) => [file, await readFile(file, "utf8")]),
  );
  let engine;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const { id, method, params } = JSON.parse(line);
    if (!method) continue; // the CLI acknowledges what we asked it to print
    try {
      engine ??= await openEngine({ url, shadowDatabaseUrl, datamodels });
      send({ id, result: await call(engine, method, params) });
    } catch (error) {
      const data = {
        is_panic: false,
        message: String(error.message ?? error),
        error_code: error.code,
        meta: error.meta,
      };
      send({
        id,
        error: { code: 4466, message: "An error happened. Check the data field for details.", data },
      });
    }
  }
  process.exit(0);
}

/** The WASM build differs from the native one in the name of a method and in who prints a difference. */
async function call(engine, method, params) {
  const result = (await engine[method === "getDatabaseVersion" ? "version" : method](params)) ?? {};
  if (method !== "diff" || typeof result.stdout !== "string") return result;
  send({ id: 1_000_000, method: "print", params: { content: result.stdout.replace(/\n$/, "") } });
  return { ...result, stdout: null };
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}
