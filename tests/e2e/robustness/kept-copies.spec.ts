import { createHash } from "node:crypto";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { call } from "../../support/e2e/http";
import { expect, test } from "../../support/e2e/test";

/** Asks for a page as something does that takes no compression. */
const ask = (path: string, headers: Record<string, string> = {}) =>
  call(path, { headers: { "Accept-Encoding": "identity", ...headers } });

const PAGES = ["/de", "/ps/locations", "/uk/locations/koeln", "/de-simple/privacy", "/ar/safety"];

for (const path of PAGES) {
  test(`it gives ${path} in every encoding, and the same from the shelf as from the application`, async () => {
    const first = await ask(path);
    const kept = await ask(path);
    expect(kept.text).toBe(first.text);
    expect(kept.headers["content-security-policy"]).toBe(first.headers["content-security-policy"]);
    expect(kept.headers["content-type"]).toBe(first.headers["content-type"]);
    for (const [encoding, open] of [
      ["br", brotliDecompressSync],
      ["gzip", gunzipSync],
    ] as const) {
      const answer = await call(path, { headers: { "Accept-Encoding": `${encoding}, x;q=0.1` } });
      expect(answer.headers["content-encoding"]).toBe(encoding);
      expect(open(answer.body).toString()).toBe(first.text);
      expect(Number(answer.headers["content-length"])).toBe(answer.body.length);
    }
  });
}

test("it says that a browser's copy is still right, and only then", async () => {
  await ask("/tr");
  const { headers, text } = await ask("/tr");
  const tag = headers.etag ?? "";
  expect(tag).toBe(`"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}-identity"`);
  const again = await ask("/tr", { "If-None-Match": `"other", W/${tag}` });
  expect(again.status).toBe(304);
  expect(again.text).toBe("");
  expect((await ask("/tr", { "If-None-Match": '"other"' })).status).toBe(200);
  expect((await ask("/tr", { "If-None-Match": tag, "Accept-Encoding": "br" })).status).toBe(200);
});

test("it keeps no page that is for one person, whoever asks", async () => {
  const personal = [
    "/de/contact",
    "/de/mailbox",
    "/de/locations?q=30449",
    "/de/contact/received",
    "/de/nothing",
  ];
  for (const path of personal) {
    for (let times = 0; times < 3; times++) {
      const { headers } = await ask(path);
      expect(headers["cache-control"], path).toContain("no-store");
      expect(headers.etag, path).toBeUndefined();
    }
  }
});

test("it takes nobody's word for being the server itself", async () => {
  expect((await ask("/de", { "X-Own-Question": "0".repeat(32) })).headers.etag).toBeTruthy();
});
