import type { IncomingHttpHeaders } from "node:http";

/** What came back over the wire. */
export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
  /** `name=value` of every cookie that was set. */
  readonly cookies: readonly string[];
};
