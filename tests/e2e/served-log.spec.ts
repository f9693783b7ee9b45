import { readFileSync } from "node:fs";
import { APP_DATA_DIR } from "../support/app";
import { expectSilentLog } from "../support/e2e/served-log";
import { expect, test } from "../support/e2e/test";
import { everythingTyped } from "../support/e2e/typed";

test("it has logged nothing that anybody typed, no receipt, no address and no query", () => {
  expect(everythingTyped().length).toBeGreaterThan(0);
  expectSilentLog(readFileSync(`${APP_DATA_DIR}/served.log`, "utf8"));
});
