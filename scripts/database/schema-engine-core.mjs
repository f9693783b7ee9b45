// Prisma's schema engine, the official WASM build, on @prisma/adapter-pg. Plain JavaScript, because
// the Prisma CLI starts what uses it without a TypeScript loader.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as wasm from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

/** The OIDs of PostgreSQL's one-byte "char" and of text. */
const CHAR = 18;
const TEXT = 25;

/** What the engine calls itself. */
export async function engineVersion() {
  await loadEngine();
  return wasm.version();
}

/** Opens an engine on the database behind a URL. */
export async function openEngine({ url, shadowDatabaseUrl, datamodels = [], log = () => {} }) {
  await loadEngine();
  const main = adapterFor(url);
  main.connectToShadowDb = () =>
    shadowDatabaseUrl ? adapterFor(shadowDatabaseUrl).connect() : createShadow(main, url);
  const options = datamodels.length > 0 ? { datamodels } : {};
  return wasm.SchemaEngine.new(options, log, bindMigrationAwareSqlAdapterFactory(main));
}

async function loadEngine() {
  const glue = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(path.join(path.dirname(glue), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": wasm });
  wasm.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();
}

/** adapter-pg does not know the type "char", in which the catalogue answers: it is presented as text. */
class CatalogPool extends pg.Pool {
  async query(...args) {
    const result = await super.query(...args);
    for (const field of [result].flat().flatMap((part) => part?.fields ?? [])) {
      if (field.dataTypeID === CHAR) field.dataTypeID = TEXT;
    }
    return result;
  }
}

function adapterFor(connectionString) {
  const factory = new PrismaPg(new CatalogPool({ connectionString, max: 1 }), { disposeExternalPool: true });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    // adapter-pg splits scripts at each semicolon, also inside function bodies. Sent whole over the
    // simple protocol, a script is one transaction, as with the native engine.
    adapter.executeScript = (script) =>
      adapter
        .underlyingDriver()
        .query(script)
        .then(() => undefined, adapter.onError.bind(adapter));
    return adapter;
  };
  return factory;
}

/** adapter-pg forgets the name of the shadow database when it was configured with a URL. */
async function createShadow(main, mainUrl) {
  const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
  const admin = await main.connect();
  await admin.executeScript(`CREATE DATABASE "${name}"`);
  const url = new URL(mainUrl);
  url.pathname = `/${name}`;
  const shadow = await adapterFor(url.href).connect();
  const dispose = shadow.dispose.bind(shadow);
  shadow.dispose = async () => {
    await dispose();
    await admin.executeScript(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  };
  return shadow;
}
