import type { ContactField } from "@/lib/intake/schema";
import { APP_URL } from "../app";
import type { Answer } from "./answer";
import { call, fromOurPages, urlencoded } from "./http";
import { remember } from "./typed";
import type { Locale } from "./words";

/** What is written in words of one's own. The other fields hold values of ours, which the log may hold as well. */
const IN_OWN_WORDS: readonly ContactField[] = [
  "message",
  "name",
  "phone",
  "email",
  "safeContact",
  "postalCode",
  "setting",
];

export type Typed = Partial<Record<ContactField | "nonce", string>>;

type Where = { readonly locale?: Locale; readonly app?: string; readonly headers?: Record<string, string> };

/** The contact form as a program sees it: opened once, then sent as often and in whatever way a test wants. */
export class OpenForm {
  constructor(
    readonly nonce: string,
    private readonly where: Where,
    private readonly cookies: readonly string[] = [],
  ) {}

  /** The same form, taken over by somebody with another browser. */
  inAnotherBrowser(): OpenForm {
    return new OpenForm(this.nonce, this.where);
  }

  /** Sends the form as a browser would; an absent nonce is the form's own. */
  async sends(typed: Typed, encode = urlencoded, headers: Record<string, string> = {}): Promise<Answer> {
    const { body, type } = encode({ nonce: this.nonce, ...typed } as Record<string, string>);
    for (const field of IN_OWN_WORDS) remember(typed[field] ?? "");
    return this.sendsRaw(body, { "Content-Type": type, ...fromOurPages(this.where.app), ...headers });
  }

  async sendsRaw(body: string | Buffer, headers: Record<string, string>): Promise<Answer> {
    const { locale = "de", app = APP_URL, headers: always = {} } = this.where;
    const sent = { body, headers: { ...always, ...headers }, cookies: this.cookies };
    return call(`/${locale}/contact/submit`, { method: "POST", ...sent, app });
  }
}

export async function openForm(where: Where = {}): Promise<OpenForm> {
  const { locale = "de", app = APP_URL, headers = {} } = where;
  const { text, cookies } = await call(`/${locale}/contact`, { app, headers });
  return new OpenForm(nonceIn(text), where, cookies);
}

export const nonceIn = (page: string): string => /name="nonce" value="([^"]+)"/.exec(page)?.[1] ?? "";

/** The receipt behind an accepted form, as the next page shows it. */
export async function receiptAfter(answer: Answer, app = APP_URL): Promise<string> {
  const page = await call(answer.headers.location ?? "/", { cookies: answer.cookies, app });
  const receipt = /data-testid="receipt"[^>]*>([\d ]+)</.exec(page.text)?.[1] ?? "";
  remember(receipt);
  return receipt;
}

/** What the mailbox of a receipt shows, without a browser. */
export async function readMailbox(receipt: string, app = APP_URL): Promise<Answer> {
  const { body, type } = urlencoded({ receipt });
  const headers = { "Content-Type": type, ...fromOurPages(app) };
  const opened = await call("/de/mailbox/open", { method: "POST", body, headers, app });
  return opened.status === 303 ? call("/de/mailbox", { cookies: opened.cookies, app }) : opened;
}

/** What a field of an answered form holds, as a browser would show it. */
export function keptIn(page: string, field: string): string {
  const area = new RegExp(`<textarea[^>]*name="${field}"[^>]*>([^<]*)</textarea>`).exec(page)?.[1];
  const line = new RegExp(`<input[^>]*name="${field}"[^>]*value="([^"]*)"`).exec(page)?.[1];
  return unescaped(area ?? line ?? "");
}

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

const unescaped = (html: string): string =>
  html.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => NAMED[name] ?? "");
