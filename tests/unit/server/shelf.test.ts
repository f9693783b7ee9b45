import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pagesChanged } from "../../../lib/http/kept";
import { openShelf, type Shelf } from "../../../scripts/serve/shelf";

/** What the application would say of any page at the moment, and how often it was asked by the shelf. */
let page: { html: string; status: number; cacheControl: string };
let asked: number;
let server: Server;

const KEPT = "public, no-cache";

beforeEach(async () => {
  page = { html: "<p>eins</p>", status: 200, cacheControl: KEPT };
  asked = 0;
  const shelf = openShelf(async () => {
    asked += 1;
    const headers = { "cache-control": page.cacheControl, "content-type": "text/html" };
    return new Response(page.html, { status: page.status, headers });
  });
  server = createServer((incoming, response) => void answer(shelf, incoming, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterEach(() => {
  vi.useRealTimers();
  server.close();
});

/** As scripts/serve.ts does it: from the shelf when it has the page, otherwise from the application. */
async function answer(shelf: Shelf, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  if (shelf.holds(incoming) && (await shelf.answer(incoming, response))) return;
  shelf.watch(incoming, response);
  response.setHeader("Cache-Control", [page.cacheControl]);
  response.setHeader("X-Made", "now");
  response.writeHead(page.status).end(page.html);
}

type Got = { status: number; made: boolean; text: string };

function get(path: string, method = "GET"): Promise<Got> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const outgoing = request({ port, path, method, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, made: response.headers["x-made"] === "now", text }),
      );
    });
    outgoing.on("error", reject).end();
  });
}

describe("the shelf", () => {
  it("asks once, and gives the copy to everybody after the first", async () => {
    expect(await get("/de")).toEqual({ status: 200, made: true, text: "<p>eins</p>" });
    const copies = await Promise.all([get("/de"), get("/de"), get("/de")]);
    expect(copies).toEqual(Array(3).fill({ status: 200, made: false, text: "<p>eins</p>" }));
    expect(asked).toBe(1);
  });

  it("asks again as soon as something has changed that everybody sees", async () => {
    await get("/de");
    await get("/de");
    page.html = "<p>zwei</p>";
    expect((await get("/de")).text).toBe("<p>eins</p>");
    pagesChanged();
    expect((await get("/de")).text).toBe("<p>zwei</p>");
    expect(asked).toBe(2);
  });

  it("asks again after half a minute", async () => {
    await get("/de");
    await get("/de");
    page.html = "<p>später</p>";
    vi.useFakeTimers({ now: Date.now() + 31_000, toFake: ["Date"] });
    expect((await get("/de")).text).toBe("<p>später</p>");
  });

  it("leaves a page to the application that is no longer the same for everybody", async () => {
    await get("/de");
    await get("/de");
    page.status = 503;
    pagesChanged();
    expect(await get("/de")).toMatchObject({ status: 503, made: true });
    page = { html: "für dich", status: 200, cacheControl: "no-store" };
    expect(await get("/de")).toMatchObject({ made: true, text: "für dich" });
    expect(await get("/de")).toMatchObject({ made: true });
  });

  it.each([
    ["/de?q=30449", "GET", KEPT],
    ["/de/contact", "GET", "no-store"],
    ["/de/contact", "GET", "private, no-cache"],
    ["/de", "POST", KEPT],
  ])("keeps nothing of %s, %s, %s", async (path, method, cacheControl) => {
    page.cacheControl = cacheControl;
    await get(path, method);
    expect((await get(path, method)).made).toBe(true);
    expect(asked).toBe(0);
  });

  it("gives no body to a question for the head alone", async () => {
    await get("/de");
    expect(await get("/de", "HEAD")).toEqual({ status: 200, made: false, text: "" });
  });
});
