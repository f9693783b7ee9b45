import { APP_URL } from "../../support/app";
import { keptIn, openForm, receiptAfter } from "../../support/e2e/form";
import { call, fromOurPages, urlencoded } from "../../support/e2e/http";
import { expect, test } from "../../support/e2e/test";
import { unique } from "../../support/e2e/typed";
import { words } from "../../support/e2e/words";

const OURS: Record<string, Record<string, string>> = {
  "a browser of today": { Origin: APP_URL, "Sec-Fetch-Site": "same-origin" },
  "a browser that sends no Origin": { "Sec-Fetch-Site": "same-origin" },
  "an older browser": { Origin: APP_URL },
};

const FOREIGN: Record<string, Record<string, string>> = {
  "a sender that says nothing": {},
  "another site": { Origin: "https://elsewhere.example" },
  "another site in a browser of today": {
    Origin: "https://elsewhere.example",
    "Sec-Fetch-Site": "cross-site",
  },
  "a neighbouring domain": { Origin: APP_URL, "Sec-Fetch-Site": "same-site" },
  "an address bar": { "Sec-Fetch-Site": "none" },
  "a sandboxed frame": { Origin: "null" },
  "our name on another port": { Origin: `${APP_URL}0` },
  "our name with another protocol": { Origin: APP_URL.replace("http:", "https:") },
  "our name as a beginning": { Origin: `${APP_URL}.elsewhere.example` },
};

const POSTS = [
  "/de/contact/submit",
  "/de/contact/received/forget",
  "/de/mailbox/open",
  "/de/mailbox/write",
  "/de/mailbox/consent/answer",
  "/de/mailbox/consent/language",
  "/de/mailbox/thread",
  "/de/mailbox/close",
  "/de/contact/language",
  "/de/mailbox/language",
  "/de/sign-in",
  "/de/dashboard/cases/new",
  "/de/network",
];

for (const [sender, headers] of Object.entries(OURS)) {
  test(`it accepts a form from ${sender}`, async () => {
    const form = await openForm();
    const { body, type } = urlencoded({ nonce: form.nonce, site: "bayern", message: unique("Von hier") });
    expect((await form.sendsRaw(body, { "Content-Type": type, ...headers })).status).toBe(303);
  });
}

for (const [sender, headers] of Object.entries(FOREIGN)) {
  test(`it refuses every post from ${sender}`, async () => {
    for (const path of POSTS) {
      const { body, type } = urlencoded({ message: "x" });
      const answer = await call(path, {
        method: "POST",
        body,
        headers: { "Content-Type": type, ...headers },
      });
      expect(answer.status, path).toBe(403);
      expect(answer.cookies, path).toEqual([]);
    }
  });
}

test("it keeps the text of a form it could not place, so that it can be sent again", async () => {
  const [form, message] = [await openForm(), unique("Mit einem sehr alten Browser")];
  const { body, type } = urlencoded({ nonce: form.nonce, site: "bayern", message });
  const refused = await form.sendsRaw(body, { "Content-Type": type });

  expect(refused.text).toContain(words("de")("public.contact.problems.foreign"));
  expect(keptIn(refused.text, "message")).toBe(message);
  await receiptAfter(await form.sends({ site: "bayern", message }));
});

test("it shows nothing of an open mailbox to a post from elsewhere", async () => {
  const story = unique("Nur für die Stelle");
  const receipt = await receiptAfter(await (await openForm()).sends({ site: "bayern", message: story }));
  const { body, type } = urlencoded({ receipt });
  const opened = await call("/de/mailbox/open", {
    method: "POST",
    body,
    headers: { "Content-Type": type, ...fromOurPages() },
  });
  expect(opened.status).toBe(303);

  const written = await call("/de/mailbox/write", {
    method: "POST",
    ...{ body: "message=x", headers: { "Content-Type": type, Origin: "https://elsewhere.example" } },
    cookies: opened.cookies,
  });
  expect(written.status).toBe(403);
  expect(written.text).not.toContain(story);
});
