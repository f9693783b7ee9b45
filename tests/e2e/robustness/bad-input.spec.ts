import { caseBehind, countCases } from "../../support/e2e/database";
import { keptIn, nonceIn, openForm, readMailbox, receiptAfter } from "../../support/e2e/form";
import { call, fromOurPages, multipart, urlencoded } from "../../support/e2e/http";
import { expect, test } from "../../support/e2e/test";
import { unique } from "../../support/e2e/typed";
import { words } from "../../support/e2e/words";

const t = words("de");
const site = "bielefeld";

test("it takes a text of 16,000 characters in any script", async () => {
  for (const letter of ["x", "ä", "ش", "漢"]) {
    const form = await openForm();
    const sent = await form.sends({ site, message: letter.repeat(16_000) });
    expect(sent.status).toBe(303);
    const mailbox = await readMailbox(await receiptAfter(sent));
    expect(mailbox.text).toContain(letter.repeat(16_000));
  }
});

for (const length of [16_001, 200_000]) {
  test(`it returns a text of ${length} characters whole, with what is wrong`, async () => {
    const message = `Anfang ${"x".repeat(length - 12)} Ende`;
    const sent = await (await openForm()).sends({ site, message });

    expect(sent.status).toBe(422);
    expect(keptIn(sent.text, "message")).toBe(message);
    expect(sent.text).toContain(t("public.contact.errors.messageTooLong"));
  });
}

test("it answers a body beyond a megabyte with a page that helps, and a larger one at once", async () => {
  const form = await openForm();
  const page = await form.sends({ site, message: "ä".repeat(200_000) });
  expect(page.status).toBe(413);
  expect(page.text).toContain(t("public.notice.tooLarge.text"));

  const headers = { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": "2000000" };
  const plain = await call("/de/contact/submit", {
    method: "POST",
    headers: { ...headers, ...fromOurPages() },
  });
  expect(plain.status).toBe(413);
});

test("it does not read a body whose length nobody says", async () => {
  const headers = { "Transfer-Encoding": "chunked", ...fromOurPages() };
  expect((await call("/de/contact/submit", { method: "POST", headers })).status).toBe(411);
});

test("it stores text without control characters and keeps its lines", async () => {
  const [first, second] = [unique("Erste Zeile"), unique("Zweite Zeile")];
  const sent = await (await openForm()).sends({
    site,
    message: `${first}\r\n\u0000\u001b[31m${second}\u0007\u0085`,
  });

  const mailbox = await readMailbox(await receiptAfter(sent));
  expect(mailbox.text).toContain(`${first}\n[31m${second}<`);
});

test("it replaces broken UTF-8 and unpaired surrogates instead of failing", async () => {
  const urlType = { "Content-Type": "application/x-www-form-urlencoded", ...fromOurPages() };
  for (const broken of ["%FF%FE%C3%28", "%ED%A0%80", "%F0%9F", "%"]) {
    const [form, text] = [await openForm(), unique("Rest der Worte")];
    const body = `nonce=${form.nonce}&site=${site}&message=${broken}+${encodeURIComponent(text)}`;
    const mailbox = await readMailbox(await receiptAfter(await form.sendsRaw(body, urlType)));
    expect(mailbox.text).toContain(text);
  }
  const [form, text] = [await openForm(), unique("Mehrteilig und kaputt")];
  const { body, type } = multipart({ nonce: form.nonce, site, message: `#${text}` });
  const bytes = Buffer.from(body);
  bytes[bytes.indexOf("#")] = 0xff;
  const sent = await form.sendsRaw(bytes, { "Content-Type": type, ...fromOurPages() });
  expect((await readMailbox(await receiptAfter(sent))).text).toContain(text);
});

test("it returns everything that was typed when one thing is wrong", async () => {
  const typed = {
    site,
    message: unique("Meine Kündigung kam nach der Beschwerde <b>&amp;"),
    relation: "self",
    wish: "referral",
    channel: "phone",
    name: unique("Fatma"),
    phone: "0170 / 123 456",
    safeContact: unique('nur vormittags, "nicht" zu Hause'),
    postalCode: "33602",
    setting: unique("Dolmetscherin"),
    consent: "yes",
  };
  for (const email of [
    "fatma@",
    "@person.example",
    "fatma person.example",
    "fatma@person",
    "a@b@c.example",
  ]) {
    const { status, text } = await (await openForm()).sends({ ...typed, email });
    expect(status).toBe(422);
    expect(text).toContain(t("public.contact.errors.emailInvalid"));
    expect(keptIn(text, "email")).toBe(email);
    for (const field of ["message", "name", "phone", "safeContact", "postalCode", "setting"] as const) {
      expect(keptIn(text, field)).toBe(typed[field]);
    }
    expect(text).toMatch(/value="self"[^>]*checked|checked=""[^>]*value="self"/);
    expect(text).toMatch(/value="bielefeld" selected/);
  }
});

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
  await desk.opensInbox();
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

test("it understands forms however a browser encodes them, and nothing else", async () => {
  for (const encode of [urlencoded, multipart]) {
    const message = unique("Kodiert & gut = ja");
    const sent = await (await openForm()).sends({ site, message }, encode);
    expect((await readMailbox(await receiptAfter(sent))).text).toContain(message.replace("&", "&amp;"));
  }
  const json = (fields: Record<string, string>) => ({
    body: JSON.stringify(fields),
    type: "application/json",
  });
  expect((await (await openForm()).sends({ site, message: "Hallo" }, json)).status).toBe(422);
  const odd = { body: "message=a&message=b&__proto__=c&constructor=d", type: "text/plain" };
  expect((await (await openForm()).sends({}, () => odd)).status).toBe(422);
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
