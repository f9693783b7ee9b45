import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { POST as inAnotherLanguage } from "@/app/[locale]/(public)/mailbox/language/route";
import { mailboxCookie } from "@/app/[locale]/(public)/mailbox/mailbox-session";
import { POST as open } from "@/app/[locale]/(public)/mailbox/open/route";
import { POST as write } from "@/app/[locale]/(public)/mailbox/write/route";
import { deriveReceiptKeys } from "../../../lib/crypto/receipt";
import { readThread } from "../../../lib/mailbox/commands";
import { type GivenCase, givenCase, mailboxOf } from "../../support/cases";
import { NOW } from "../../support/clock";
import { asSuperuser } from "../../support/connections";
import { keptIn } from "../../support/e2e/form";

// The session of a mailbox ends by the clock, which these routes read themselves.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Sends a form of the mailbox as a browser without scripts does. */
async function post(
  route: typeof write,
  form: Record<string, string>,
  { receipt, cookie = true }: { receipt: GivenCase["receipt"]; cookie?: boolean },
) {
  const [session = ""] = mailboxCookie(await deriveReceiptKeys(receipt), NOW).split(";");
  const request = new Request("http://localhost/de/mailbox", {
    method: "POST",
    headers: { "Sec-Fetch-Site": "same-origin", ...(cookie ? { Cookie: session } : {}) },
    body: new URLSearchParams(form),
  });
  const response = await route(request, { params: Promise.resolve({ locale: "de" }) });
  const page = await response.text();
  return {
    status: response.status,
    letter: { message: keptIn(page, "message"), nonce: keptIn(page, "nonce") },
  };
}

const letter = { message: "Ein Brief", nonce: "das eine Formular" };

const textsOf = async (receipt: GivenCase["receipt"]) =>
  (await readThread(await mailboxOf(receipt))).letters.map(({ text }) => text);

/** Something goes wrong on the server once the mailbox is open. */
async function whileBroken<T>(work: () => Promise<T>): Promise<T> {
  const call = (verb: string) => `${verb} EXECUTE ON FUNCTION mailbox_letters`;
  await asSuperuser((client) => client.query(`${call("REVOKE")} FROM mailbox`));
  try {
    return await work();
  } finally {
    await asSuperuser((client) => client.query(`${call("GRANT")} TO mailbox`));
  }
}

it("stores a letter once that was sent again after a fault of the server", async () => {
  const { receipt } = await givenCase({ message: "Frage" });
  expect((await post(write, letter, { receipt })).status).toBe(303);

  const refused = await whileBroken(() => post(write, letter, { receipt }));
  expect(refused).toEqual({ status: 500, letter });
  const opened = await post(open, { ...refused.letter, receipt }, { receipt, cookie: false });
  expect(opened).toEqual({ status: 200, letter });

  expect((await post(write, opened.letter, { receipt })).status).toBe(303);
  expect(await textsOf(receipt)).toEqual(["Frage", "Ein Brief"]);
});

it("keeps a letter's form through a wrong receipt and another language", async () => {
  const { receipt } = await givenCase();
  const ended = await post(write, letter, { receipt, cookie: false });
  expect(ended).toEqual({ status: 403, letter });
  const wrong = await post(open, { ...ended.letter, receipt: "1234" }, { receipt, cookie: false });
  expect(wrong).toEqual({ status: 422, letter });
  const translated = await post(inAnotherLanguage, wrong.letter, { receipt, cookie: false });
  expect(translated).toEqual({ status: 200, letter });
});

it("gives a letter without a form a new one", async () => {
  const { receipt } = await givenCase();
  const opened = await post(open, { message: "Ein Brief", receipt }, { receipt, cookie: false });
  expect(opened.letter.nonce).not.toBe("");
});
