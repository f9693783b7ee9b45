import { connect } from "node:net";
import { APP_URL } from "../../support/app";
import { expectNotKept } from "../../support/e2e/decency";
import { openForm, readMailbox, receiptAfter } from "../../support/e2e/form";
import { call } from "../../support/e2e/http";
import { expect, test } from "../../support/e2e/test";
import { unique } from "../../support/e2e/typed";

// Every call checks headers, policy and that nothing of our insides shows: see `expectDecent`.

const ANSWERS: [path: string, status: number, method?: string][] = [
  ["/", 307],
  ["/de", 200],
  ["/ar/contact?site=koeln", 200],
  ["/tr/mailbox", 200],
  ["/en/contact/received", 200],
  ["/de/sign-in", 200],
  ["/de/dashboard", 307],
  ["/de/network", 307],
  ["/api/health", 200],
  ["/uk/privacy", 200],
  ["/fa/locations/koeln", 200],
  ["/de-simple/manifest.webmanifest", 200],
  ["/generated/og/ps.png", 200],
  ["/sitemap.xml", 200],
  ["/robots.txt", 200],
  ["/pl/dashboard", 307],
  ["/enhance.js", 200],
  ["/icon.svg", 200],
  ["/de", 200, "HEAD"],
  ["/nothing", 404],
  ["/nothing.js", 404],
  ["/de/nothing/at/all", 404],
  ["/de/contact/nothing", 404],
  ["/api/nothing", 404],
  ["/_next/static/chunks/nothing.js", 404],
  ["/_next/image?url=%2Ficon.svg&w=64&q=75", 400],
  ["/.env", 404],
  ["/%00", 404],
  ["/de/%ff%fe", 400],
  ["/../../etc/passwd", 404],
  ["/_next/../package.json", 404],
  ["/de/contact/submit", 405],
  ["/de", 405, "POST"],
  ["/de/contact", 405, "PUT"],
  ["/de/contact", 405, "DELETE"],
  ["/de/contact", 405, "OPTIONS"],
  ["/de/contact", 405, "TRACE"],
  ["/de/contact", 405, "PATCH"],
];

for (const [path, status, method = "GET"] of ANSWERS) {
  test(`it answers ${method} ${path} with ${status} and all headers`, async () => {
    const answer = await call(path, { method });
    expect(answer.status).toBe(status);
  });
}

test("it sets all headers on the styles and scripts of the staff pages", async () => {
  const { text } = await call("/de/sign-in");
  const files = [...text.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+)"/g)].map(([, file]) => file ?? "");
  expect(files.length).toBeGreaterThan(1);
  for (const file of new Set(files)) {
    const answer = await call(file);
    expect(answer.status).toBe(200);
    expect(answer.headers["cache-control"]).toContain("immutable");
  }
});

test("it lets no cache keep what is personal", async () => {
  const form = await openForm();
  const sent = await form.sends({ site: "bayern", message: unique("Nicht aufheben") });
  const receipt = await receiptAfter(sent);
  expectNotKept(sent);
  expectNotKept(await call("/de/contact/received", { cookies: sent.cookies }));
  expectNotKept(await readMailbox(receipt));
  for (const path of ["/de/contact", "/de/mailbox", "/de/sign-in", "/de/dashboard", "/de/network"]) {
    expectNotKept(await call(path));
  }
});

test("it gives sealed cookies that scripts cannot read", async () => {
  const sent = await (await openForm()).sends({ site: "bayern", message: unique("Ein Keks") });
  const [cookie = ""] = sent.headers["set-cookie"] ?? [];
  expect(cookie).toMatch(/; HttpOnly/);
  expect(cookie).toMatch(/; SameSite=Strict/);
  expect(cookie).toMatch(/; Path=\/;/);
  expect(cookie).not.toMatch(/Domain=/i);
});

test("it answers what is not HTTP without a word about itself", async () => {
  for (const garbage of [
    "NOT HTTP\r\n\r\n",
    "GET / HTTP/1.1\r\nHost\r\n\r\n",
    `GET /${"x".repeat(40_000)} HTTP/1.1\r\n\r\n`,
  ]) {
    const answer = await whisper(garbage);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).toMatch(/content-security-policy: default-src 'none'/i);
    expect(answer).toMatch(/x-content-type-options: nosniff/i);
    expect(answer.split("\r\n\r\n")[1]).toBe("");
  }
});

test("it does not let a Host header lead anybody elsewhere", async () => {
  const answer = await call("/", { headers: { Host: "elsewhere.example" } });
  expect(answer.headers.location).toBe("/de");
  expect(
    (await call("/de/dashboard", { headers: { Host: "elsewhere.example" } })).headers.location,
  ).not.toContain("elsewhere");
});

test("it ignores what a sender claims to be inside the server", async () => {
  const headers = {
    "X-Middleware-Subrequest": "proxy:proxy:proxy:proxy:proxy",
    "X-Client-Address": "10.0.0.1",
    "X-Next-Intl-Locale": "de",
    "X-Forwarded-Host": "elsewhere.example",
  };
  expect((await call("/de/dashboard", { headers })).status).toBe(307);
});

/** Sends bytes to the server and returns what it says before it hangs up. */
function whisper(bytes: string): Promise<string> {
  const { hostname, port } = new URL(APP_URL);
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setEncoding("utf8").on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("error", reject).on("close", () => resolve(answer));
  });
}
