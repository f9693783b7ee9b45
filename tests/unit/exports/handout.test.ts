import { webcrypto } from "node:crypto";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { formatHandoutCode, newHandoutCode, sealHandout } from "../../../lib/crypto/handout";
import { handoutPage } from "../../../lib/exports/internal/page";
import { exportSchema } from "../../../lib/exports/schema";

const WORDS = {
  lang: "de",
  dir: "ltr" as const,
  ...{
    heading: "<Daten>",
    lead: "lead",
    label: "Code",
    open: "Öffnen",
    wrong: "falsch",
    old: "alt",
    save: "sichern",
  },
};
const DATA = {
  title: "Fall 1",
  made: "2025-03-14",
  sections: [{ heading: "H", lines: [{ label: "L", text: "</script> ş" }] }],
};

/** As much of a page as the script of the file uses. */
function browser(box: string) {
  const made: string[] = [];
  const element = (): Record<string, unknown> => ({
    hidden: false,
    appendChild: (child: Record<string, unknown>) => {
      if (child.textContent) made.push(String(child.textContent));
      return child;
    },
  });
  const known: Record<string, Record<string, unknown>> = {};
  const at = (id: string) => {
    known[id] ??= element();
    return known[id];
  };
  let submit: (event: unknown) => Promise<void> = async () => {};
  at("box").textContent = box;
  at("ask").addEventListener = (_name: string, listener: typeof submit) => {
    submit = listener;
  };
  const globals = {
    ...{
      document: { getElementById: at, createElement: element },
      crypto: webcrypto,
      atob,
      Uint8Array,
      TextEncoder,
    },
    ...{ TextDecoder, JSON, Boolean, Blob, URL: { createObjectURL: () => "blob:" } },
  };
  return {
    made,
    at,
    globals: { ...globals, globalThis: globals },
    send: () => submit({ preventDefault() {} }),
  };
}

async function openFile(file: string, typed: string) {
  const [, box = ""] = /id="box">(.*?)<\/script>/s.exec(file) ?? [];
  const [, script = ""] = /<script>(.*?)<\/script>/s.exec(file) ?? [];
  const page = browser(box);
  runInNewContext(script, page.globals);
  page.at("code").value = typed;
  await page.send();
  return page;
}

describe("the file for a person", () => {
  it("opens in a browser with its code, however it is typed, and with no other", async () => {
    const code = newHandoutCode();
    const file = handoutPage(await sealHandout(code, JSON.stringify(DATA)), WORDS);
    const arabic = code.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    for (const typed of [code, formatHandoutCode(code), `  ${arabic}-`]) {
      const { made } = await openFile(file, typed);
      expect(made).toEqual(["Fall 1 · 2025-03-14", "H", "L", "</script> ş"]);
    }
    const other = await openFile(file, newHandoutCode());
    expect([other.made, other.at("wrong").hidden]).toEqual([[], false]);
  });

  it("says nothing in the clear, allows nothing but its own script, and needs no network", async () => {
    const file = handoutPage(await sealHandout(newHandoutCode(), JSON.stringify(DATA)), WORDS);
    expect(file).not.toContain("Fall 1");
    expect(file).toContain("&#60;Daten&#62;");
    expect(file).toMatch(/default-src 'none'; style-src 'sha256-[\w+/=]+'; script-src 'sha256-[\w+/=]+'/);
    expect(file).not.toMatch(/https?:|unsafe-inline/);
  });

  it("is made with a code of ours only", () => {
    expect(exportSchema.safeParse({ code: formatHandoutCode(newHandoutCode()) }).success).toBe(true);
    for (const code of ["", "1234", "a".repeat(24), undefined])
      expect(exportSchema.safeParse({ code }).success).toBe(false);
    expect(newHandoutCode()).not.toBe(newHandoutCode());
  });
});
