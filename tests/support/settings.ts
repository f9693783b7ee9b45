import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { TEST_SECRET } from "./secret";

// Set before anything of lib is loaded: lib/env.ts reads the environment once. Unit tests need no
// database; an address nobody listens on makes sure that none is used by mistake.
Object.assign(process.env, {
  DATABASE_URL: "postgresql://127.0.0.1:1/none",
  WEACT_SECRET: TEST_SECRET,
  PUBLIC_ORIGIN: "http://localhost:3000",
  LOG_LEVEL: "fatal",
  JOURNAL_HEADS_FILE: path.join(mkdtempSync(path.join(tmpdir(), "weact-heads-")), "journal-heads"),
  RELEASES_FILE: path.join(mkdtempSync(path.join(tmpdir(), "weact-releases-")), "releases"),
  KEY_PINS_FILE: path.join(mkdtempSync(path.join(tmpdir(), "weact-pins-")), "key-pins"),
});
