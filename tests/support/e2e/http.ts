import { request } from "node:http";
import { APP_URL } from "../app";
import type { Answer } from "./answer";
import { expectDecent } from "./decency";

export type Call = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly cookies?: readonly string[];
  /** Which application; the one all tests share unless told otherwise. */
  readonly app?: string;
};

/** One request exactly as given, without what a browser or `fetch` would add. Every answer has to be decent. */
export async function call(path: string, options: Call = {}): Promise<Answer> {
  const answer = await transmit(path, options);
  expectDecent(answer, `${options.method ?? "GET"} ${path}`);
  return answer;
}

function transmit(path: string, { method = "GET", headers = {}, body, cookies, app }: Call): Promise<Answer> {
  const { hostname, port, host } = new URL(app ?? APP_URL);
  const sent = {
    Host: host,
    ...(cookies?.length ? { Cookie: cookies.join("; ") } : {}),
    ...(body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(body)) }),
    ...headers,
  };
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, path, method, headers: sent, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const received = Buffer.concat(chunks);
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: received,
          text: received.toString("utf8"),
          cookies: (response.headers["set-cookie"] ?? []).map((cookie) => cookie.split(";", 1)[0] ?? ""),
        });
      });
    });
    // A server that refuses a large body may answer and hang up while it is still being sent.
    outgoing.on("error", (error) => (outgoing.reusedSocket ? undefined : reject(error)));
    outgoing.end(body);
  });
}

/** What a browser says of a form that stands on one of our own pages. */
export const fromOurPages = (app = APP_URL): Record<string, string> => ({
  Origin: app,
  "Sec-Fetch-Site": "same-origin",
});

export const urlencoded = (fields: Readonly<Record<string, string>>) => ({
  body: new URLSearchParams(fields).toString(),
  type: "application/x-www-form-urlencoded",
});

export function multipart(fields: Readonly<Record<string, string>> | readonly [string, string][]) {
  const boundary = "----end-to-end-test";
  const entries = Array.isArray(fields) ? (fields as [string, string][]) : Object.entries(fields);
  const parts = entries.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return { body: `${parts.join("")}--${boundary}--\r\n`, type: `multipart/form-data; boundary=${boundary}` };
}
