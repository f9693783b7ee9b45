import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { type Receipt, receiptFor } from "../../lib/crypto/receipt";
import type { Application } from "./application";
import { newEnquiry } from "./enquiry";
import type { Figure } from "./figures";
import { cookiesOf, get, post } from "./http";
import { type Batch, p50, runBatch, wholeCpu } from "./load";
import { interleave } from "./rounds";

/** As many at once as cause no waiting in themselves, and enough to keep two cores busy. */
const LOAD = { clients: 4, turns: 60 };
const WARM_UP = 8;
const MOST_CPU = 2;

/** Opening a mailbox: the receipt is posted, and the thread it opens is read. */
export async function measureMailbox(app: Application, rounds: number): Promise<Figure[]> {
  const receipts = await handInSome(app, LOAD.turns);
  let next = 0;
  const open = () => openMailbox(app, receipts[next++ % receipts.length] as Receipt);
  const argon2 = fork(path.join(import.meta.dirname, "limits/argon2.ts"), { execArgv: ["--import", "tsx"] });
  try {
    const results = await interleave<Batch | number>(
      rounds,
      {
        ours: () => runBatch(app, LOAD, open),
        argon2: () => hashSome(argon2),
      },
      WARM_UP,
    );
    return figures(results("ours") as Batch[], results("argon2") as number[]);
  } finally {
    argon2.disconnect();
  }
}

function figures(own: Batch[], argon2: number[]): Figure[] {
  const limit = { program: "one Argon2id in bare Node", values: argon2 };
  const bound = { kind: "ratio", atMost: MOST_CPU } as const;
  const part = "mailbox";
  return [
    {
      part,
      name: "processor time, server and database",
      unit: "ms",
      values: own.map(wholeCpu),
      limit,
      bound,
    },
    {
      part,
      name: "processor time, server alone",
      unit: "ms",
      values: own.map(({ serverCpu }) => serverCpu),
      limit,
      bound,
    },
    { part, name: "post and page, p50, 4 clients", unit: "ms", values: own.map(p50) },
  ];
}

async function handInSome(app: Application, count: number): Promise<Receipt[]> {
  const receipts: Receipt[] = [];
  for (let done = 0; done < count; done += 1) {
    const enquiry = newEnquiry();
    const { status } = await post(`${app.url}/de/contact/submit`, enquiry);
    if (status !== 303) throw new Error(`a hand-in was answered with ${status}`);
    receipts.push(receiptFor(enquiry.nonce, enquiry.site));
  }
  return receipts;
}

async function openMailbox({ url }: Application, receipt: Receipt): Promise<void> {
  const opened = await post(`${url}/de/mailbox/open`, { receipt });
  if (opened.status !== 303) throw new Error(`a receipt was answered with ${opened.status}`);
  const page = await get(`${url}/de/mailbox`, cookiesOf(opened));
  // Showing a thread prolongs its session; the page that asks for a receipt sets no cookie.
  if (page.status !== 200 || !cookiesOf(page)) throw new Error(`a mailbox was answered with ${page.status}`);
}

async function hashSome(program: ChildProcess): Promise<number> {
  const answer = once(program, "message");
  program.send(LOAD);
  return Number((await answer)[0]);
}
