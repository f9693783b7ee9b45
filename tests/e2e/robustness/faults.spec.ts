import { keptIn, openForm, readMailbox, receiptAfter } from "../../support/e2e/form";
import { call, fromOurPages, urlencoded } from "../../support/e2e/http";
import { OwnApp } from "../../support/e2e/own-app";
import { expectSilentLog } from "../../support/e2e/served-log";
import { expect, test } from "../../support/e2e/test";
import { unique } from "../../support/e2e/typed";
import { words } from "../../support/e2e/words";

test.describe.configure({ mode: "serial" });

const t = words("de");
const site = "koeln";
let own: OwnApp;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  own = await OwnApp.start({ TRUSTED_PROXIES: "1" });
});

test.afterAll(async () => {
  expectSilentLog(own.log());
  await own.end();
});

/** Each test comes from a network of its own, so that none uses up the limits of another. */
const fromNetwork = (third: number) => ({ app: own.url, headers: { "X-Forwarded-For": `203.0.${third}.7` } });

test("it accepts a form that was opened before a restart", async () => {
  const [form, message] = [await openForm(fromNetwork(1)), unique("Vor dem Neustart begonnen")];
  await own.stop();
  await own.startAgain();

  const sent = await form.sends({ site, message });

  expect(sent.status).toBe(303);
  expect((await readMailbox(await receiptAfter(sent, own.url), own.url)).text).toContain(message);
});

test("it keeps the text while the database is away, and accepts the same form when it is back", async () => {
  const [form, message] = [await openForm(fromNetwork(2)), unique("Während die Datenbank weg war")];
  await own.stopDatabase();

  const refused = await form.sends({ site, message, email: "da@person.example" });
  expect(refused.status).toBe(503);
  expect(refused.text).toContain(t("public.contact.problems.unavailable"));
  expect(keptIn(refused.text, "message")).toBe(message);
  expect(keptIn(refused.text, "email")).toBe("da@person.example");
  expect(keptIn(refused.text, "nonce")).toBe(form.nonce);
  expect(refused.text).toContain(`value="${site}" selected`);
  for (const path of ["/de", "/de/sign-in", "/de/dashboard", "/api/health"]) {
    const answer = await call(path, { app: own.url });
    expect([200, 307, 503], path).toContain(answer.status);
  }
  expect((await call("/de/contact", { app: own.url })).status).toBe(200);

  await own.startDatabase();
  await own.becomes(200);
  const sent = await form.sends({ site, message });
  expect(sent.status).toBe(303);
  expect((await readMailbox(await receiptAfter(sent, own.url), own.url)).text).toContain(message);
});

test("it loses nothing it acknowledged when it is killed right after the answer", async () => {
  const [form, message] = [await openForm(fromNetwork(3)), unique("Kurz vor dem Absturz")];
  const sent = await form.sends({ site, message });
  await own.killApp();
  expect(sent.status).toBe(303);

  await own.startAgain();

  expect((await readMailbox(await receiptAfter(sent, own.url), own.url)).text).toContain(message);
});

test("it loses nothing it acknowledged when PostgreSQL is killed right after the answer", async () => {
  const [form, message] = [await openForm(fromNetwork(4)), unique("Kurz vor dem Ausfall")];
  const sent = await form.sends({ site, message });
  await own.killDatabase();
  expect(sent.status).toBe(303);

  const receipt = await receiptAfter(sent, own.url);
  const opens = async () => (await readMailbox(receipt, own.url)).status;
  await expect.poll(opens, { timeout: 30_000 }).toBe(200);
  expect((await form.sends({ site, message })).status).toBe(303);
  expect((await readMailbox(receipt, own.url)).text.split(message)).toHaveLength(2);
});

test("it keeps the text of somebody whose network sent too much, and lets other networks write", async () => {
  const form = await openForm(fromNetwork(5));
  for (let post = 0; post < 30; post++) await form.sends({ site, message: "" });
  const message = unique("Aus dem Wohnheim");

  const refused = await form.sends({ site, message });
  expect(refused.status).toBe(429);
  expect(refused.text).toContain(t("public.contact.problems.tooMany"));
  expect(keptIn(refused.text, "message")).toBe(message);
  expect((await (await openForm(fromNetwork(6))).sends({ site, message })).status).toBe(303);
});

test("it slows down whoever tries receipts, and keeps the letter that came along", async () => {
  const tries = async (receipt: string, message = "") => {
    const { body, type } = urlencoded({ receipt, message });
    const headers = { "Content-Type": type, ...fromOurPages(own.url), ...fromNetwork(7).headers };
    return call("/de/mailbox/open", { method: "POST", body, headers, app: own.url });
  };
  for (let attempt = 0; attempt < 30; attempt++) expect((await tries("1234")).status).toBe(422);
  const letter = unique("Ein Brief dazu");

  const refused = await tries("1234", letter);
  expect(refused.status).toBe(429);
  expect(refused.text).toContain(t("public.mailbox.problems.tooMany"));
  expect(keptIn(refused.text, "message")).toBe(letter);
});

test("it makes whoever guesses a passphrase wait, and says for how long", async ({ browserOf }) => {
  const network = { extraHTTPHeaders: fromNetwork(8).headers };
  const page = await browserOf({ baseURL: own.url, scripts: false, ...network });
  await page.goto("/de/sign-in");
  const said: string[] = [];
  for (let attempt = 0; attempt < 6; attempt++) {
    await page.getByLabel(t("staff.signIn.email")).fill("counsellor@koeln.example");
    await page.getByLabel(t("staff.signIn.passphrase")).fill(`wrong-${attempt}`);
    await page.getByRole("button", { name: t("staff.signIn.button") }).click();
    said.push(await page.getByRole("status").innerText());
  }

  expect(said[0]).toContain(t("staff.signIn.wrong"));
  expect(said.join(" ")).toMatch(/Bitte warte (eine|\d+) Sekunde/);
  await expect(page.getByLabel(t("staff.signIn.email"))).toHaveValue("counsellor@koeln.example");
  await expect(page.getByLabel(t("staff.signIn.passphrase"))).toHaveValue("");
});
