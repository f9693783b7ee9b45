import { keptIn, openForm, readMailbox, receiptAfter } from "../../support/e2e/form";
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
