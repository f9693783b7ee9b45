import { Agent, type IncomingHttpHeaders, request } from "node:http";

export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Names and values in turn, as they were sent. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
};

// Connections are kept open, as a browser or a proxy in front does.
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** A page, compressed, as browsers ask for it. */
export const get = (url: string, cookie = ""): Promise<Answer> =>
  ask(url, { "Accept-Encoding": "gzip", ...(cookie ? { Cookie: cookie } : {}) });

/** What an address answers to a request with these headers. */
export const ask = (url: string, headers: Record<string, string>): Promise<Answer> =>
  send(url, "GET", headers);

/** A form as our own pages send it. */
export function post(url: string, fields: Record<string, string>): Promise<Answer> {
  const body = new URLSearchParams(fields).toString();
  const headers = {
    "Content-Type": "application/x-www-form-urlencoded",
    "Content-Length": String(Buffer.byteLength(body)),
    "Accept-Encoding": "gzip",
    "Sec-Fetch-Site": "same-origin",
  };
  return send(url, "POST", headers, body);
}

/** The cookies an answer sets, as they go back with the next request. */
export const cookiesOf = ({ headers }: Answer): string =>
  (headers["set-cookie"] ?? []).map((cookie) => cookie.split(";", 1)[0]).join("; ");

function send(url: string, method: string, headers: Record<string, string>, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          rawHeaders: response.rawHeaders,
          body: Buffer.concat(chunks),
        }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
