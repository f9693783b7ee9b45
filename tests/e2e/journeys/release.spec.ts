import { execFileSync } from "node:child_process";
import { NATIONAL_TABLES, SITE_TABLES } from "../../../lib/statistics/types";
import { demoAccount } from "../../support/app";
import { closes } from "../../support/e2e/closing";
import { inDatabase } from "../../support/e2e/database";
import { call } from "../../support/e2e/http";
import { OwnApp } from "../../support/e2e/own-app";
import { StaffMember } from "../../support/e2e/staff";
import { tablesIn } from "../../support/e2e/statistics-file";
import { expect, test } from "../../support/e2e/test";
import { remember, unique } from "../../support/e2e/typed";

const CLOSED = { bielefeld: 1, mannheim: 2, muenster: 3 };
const ALL = Object.values(CLOSED).reduce((sum, count) => sum + count);

/** Somebody calls, and is helped at once. */
async function entersAndCloses(berater: StaffMember) {
  const { page, t } = berater;
  await page.goto("/de/dashboard/cases/new");
  await page.getByLabel(t("staff.enter.told")).fill(unique("Beim Einkaufen beleidigt"));
  await page.getByLabel(t("staff.record.quick.mainGround")).selectOption("antiBlack");
  await page.getByRole("button", { name: t("staff.enter.button"), exact: true }).click();
  remember(await page.getByTestId("receipt").innerText());
  await closes(
    berater,
    (await page.getByRole("link", { name: t("staff.enter.doneCase") }).getAttribute("href")) ?? "",
  );
}

/** What the night makes of the running quarter, of the last that is due, or of that one had the cases been closed in it. */
function night(
  app: OwnApp,
  which: "running" | "due" | "turned",
): { ok: boolean; reason?: string; quarter: string } {
  const program = ["--import", "tsx", "tests/support/e2e/release-quarter.ts", which];
  const env = {
    ...process.env,
    DATA_DIR: app.dataDir,
    DATABASE_URL: "",
    PUBLIC_ORIGIN: "",
    LOG_LEVEL: "fatal",
  };
  return JSON.parse(execFileSync(process.execPath, program, { env, encoding: "utf8" }));
}

test("cases closed at three sites are released once their quarter is over, shown, exported, and add up", async ({
  browserOf,
}) => {
  test.setTimeout(300_000);
  const app = await OwnApp.start({ LIMIT_FACTOR: "1000" });
  try {
    for (const [site, count] of Object.entries(CLOSED)) {
      const page = await browserOf({ baseURL: app.url });
      const berater = await new StaffMember(page, demoAccount("counsellor", site, app.dataDir)).signsIn();
      for (let index = 0; index < count; index += 1) await entersAndCloses(berater);
    }
    const waiting = () => inDatabase("SELECT id FROM statistic_fact", [], app.dataDir);
    expect(await waiting()).toHaveLength(ALL * (SITE_TABLES.length + NATIONAL_TABLES.length));
    expect(night(app, "running")).toMatchObject({ ok: false, reason: "early" });

    const { ok, quarter } = night(app, "turned");

    expect(ok).toBe(true);
    expect(await waiting()).toHaveLength(0);
    expect(night(app, "due")).toMatchObject({ ok: false, reason: "late" });
    const page = await browserOf({ baseURL: app.url });
    const coordinator = await new StaffMember(
      page,
      demoAccount("coordinator", undefined, app.dataDir),
    ).signsIn();
    const query = `?from=${quarter}&to=${quarter}`;
    await page.goto(`/de/network${query}`);
    const total = Number((await page.locator(".stat-big").first().textContent())?.replace(/\D/g, ""));
    expect(total % 5).toBe(0);
    expect(Math.abs(total - ALL)).toBeLessThanOrEqual(4);
    const file = await page.getByRole("link", { name: "CSV", exact: true }).getAttribute("href");
    const cookies = await coordinator.cookies();
    const { status, text } = await call(file ?? "", { app: app.url, cookies });
    expect(status).toBe(200);
    const tables = tablesIn(text);
    expect(tables.size).toBeGreaterThan(10);
    for (const [title, listed] of tables) {
      const numbers = listed.map(([, value]) => value);
      const rows = numbers.slice(0, -1);
      expect([title, numbers.at(-1), rows.reduce((sum, value) => sum + value, 0)]).toEqual([
        title,
        total,
        total,
      ]);
      for (const value of rows) expect(value % 5).toBe(0);
    }
  } finally {
    await app.end();
  }
});
