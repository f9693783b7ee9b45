import { caseBehind, countCases } from "../../support/e2e/database";
import { keptIn, nonceIn, openForm, readMailbox, receiptAfter } from "../../support/e2e/form";
import { call, fromOurPages, urlencoded } from "../../support/e2e/http";
import { expect, test } from "../../support/e2e/test";
import { unique } from "../../support/e2e/typed";
import { words } from "../../support/e2e/words";

const t = words("de");
const site = "bielefeld";

test("it says of a site it does not know only that, and keeps the text", async () => {
  for (const unknown of ["atlantis", "KOELN", "koeln'--", "../koeln", "koeln\u0000x", "x".repeat(5_000)]) {
    const message = unique("An wen auch immer");
    const sent = await (await openForm()).sends({ site: unknown, message });
    expect(sent.status).toBe(422);
    expect(sent.text).toContain(t("public.contact.errors.siteUnknown"));
    expect(keptIn(sent.text, "message")).toBe(message);
  }
});

test("it has no pages in a language it does not know", async () => {
  for (const path of ["/xx", "/xx/contact", "/xx/mailbox", "/xx/sign-in", "/DE/contact", "/de-DE"]) {
    expect((await call(path)).status, path).toBe(404);
  }
  const { body, type } = urlencoded({ message: "Hallo" });
  const headers = { "Content-Type": type, ...fromOurPages() };
  expect((await call("/xx/contact/submit", { method: "POST", body, headers })).status).toBe(404);
});

test("it asks to send again when the nonce is missing or not ours, keeps the text, and then accepts it", async () => {
  const ours = (await openForm()).nonce;
  const flipped = ours.slice(0, -2) + (ours.at(-2) === "A" ? "B" : "A") + ours.at(-1);
  for (const nonce of ["", "x", flipped, `${ours}=`, "A".repeat(48), "ä".repeat(100)]) {
    const message = unique("Lange offen gelassen");
    const form = await openForm();
    const refused = await form.sends({ site, message, nonce });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(t("public.contact.problems.expired"));
    expect(keptIn(refused.text, "message")).toBe(message);
    expect((await form.sends({ site, message, nonce: nonceIn(refused.text) })).status).toBe(303);
  }
});

test("it makes one case and one receipt of ten identical posts at once", async ({ counsellor }) => {
  const alone = "saarland";
  const [form, message] = [await openForm(), unique("Zehnmal gedrückt")];
  const before = await countCases(alone);

  const answers = await Promise.all(Array.from({ length: 10 }, () => form.sends({ site: alone, message })));

  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(303));
  const receipts = await Promise.all(answers.map((answer) => receiptAfter(answer)));
  expect(new Set(receipts).size).toBe(1);
  expect(await countCases(alone)).toBe(before + 1);
  const { number } = await caseBehind(receipts[0] ?? "");
  const desk = await counsellor(alone);
  await desk.opensList("?status=received");
  await expect(desk.line(number)).toHaveCount(1);
  await desk.opens(number);
  await expect(desk.page.getByText(message)).toHaveCount(1);
});

test("it gives the same receipt again to a form sent twice, and adds what was changed meanwhile", async () => {
  const [form, first, second] = [await openForm(), unique("Zuerst so"), unique("Dann genauer")];
  const receipt = await receiptAfter(await form.sends({ site, message: first }));

  expect(await receiptAfter(await form.sends({ site, message: first }))).toBe(receipt);
  expect(await receiptAfter(await form.sends({ site, message: second }))).toBe(receipt);

  const { text } = await readMailbox(receipt);
  expect(text.split(first)).toHaveLength(2);
  expect(text.split(second)).toHaveLength(2);
});

test("it shows no receipt to somebody who read the form over a shoulder", async () => {
  const [form, message] = [await openForm(), unique("Die Schwester saß daneben")];
  const receipt = await receiptAfter(await form.sends({ site, message }));

  const curious = await form.inAnotherBrowser().sends({ site, message: unique("Zeig mir den Code") });
  expect(curious.status).toBe(303);
  expect(curious.cookies).toEqual([]);
  expect(await receiptAfter(await form.inAnotherBrowser().sends({ site, message }))).toBe(receipt);
});

test("it takes a form whose site was changed after it had been sent as an enquiry of its own", async () => {
  const [form, message] = [await openForm(), unique("Doch lieber woanders")];
  const here = await receiptAfter(await form.sends({ site, message }));
  const there = await receiptAfter(await form.sends({ site: "muenster", message }));

  expect(there).not.toBe(here);
  expect((await caseBehind(here)).site).toBe(site);
  expect((await caseBehind(there)).site).toBe("muenster");
});

test("it does not store the name, number or address of somebody who wants to stay anonymous", async ({
  person,
  counsellor,
}) => {
  const [name, message] = [unique("Nevin"), unique("Bitte ohne Namen")];
  const identity = { name, phone: "0151 55555555", email: "nevin@person.example" };
  const nevin = await person("tr", { scripts: false });
  const receipt = await nevin.writesTo("muenster", { message, anonymous: "yes", ...identity });

  const { number } = await caseBehind(receipt);
  const desk = await counsellor("muenster");
  await desk.opens(number);
  await expect(desk.page.getByText(message)).toBeVisible();
  await expect(desk.page.getByText(desk.t("staff.case.reach.anonymous"))).toBeVisible();
  const whole = await desk.page.content();
  for (const hidden of Object.values(identity)) expect(whole).not.toContain(hidden);
});

test("it takes a way to answer instead of a message, and asks for either", async ({ person }) => {
  const nevin = await person("en", { scripts: false });
  await nevin.opensForm("muenster");
  await nevin.sends();
  await expect(nevin.page.getByRole("alert")).toContainText(
    nevin.t("public.contact.errors.messageOrContact"),
  );
  await nevin.fills({ phone: "٠١٥١ ٢٢٢ ٣٣٣٣" });
  await nevin.sends();
  await nevin.receipt();
});
