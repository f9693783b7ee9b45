import { createHash } from "node:crypto";
import type { Handout } from "../../crypto/handout";
import type { HandoutWords } from "../types";

const STYLE = `body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 system-ui,sans-serif;color:#1d1a22;background:#fff}
input,button{font:inherit;padding:.5rem .7rem}input{width:100%;max-width:24rem;box-sizing:border-box}dt{font-weight:600}
dd{margin:0 0 .8rem;white-space:pre-wrap;overflow-wrap:anywhere}h2{margin-top:2rem}[hidden]{display:none}
@media print{form,.save{display:none}}`;

/** Runs in the person's browser, without any network. */
const SCRIPT = `(() => {
  const at = (id) => document.getElementById(id);
  const box = JSON.parse(at("box").textContent);
  const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const digits = (text) =>
    text.replace(/[\\u0660-\\u0669\\u06f0-\\u06f9]/g, (digit) => digit.charCodeAt(0) & 15).normalize("NFKC").replace(/[^0-9]/g, "");
  const add = (to, name, text) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    made.dir = "auto";
    return to.appendChild(made);
  };
  const show = (json) => {
    const data = JSON.parse(json);
    at("ask").hidden = true;
    at("data").hidden = false;
    add(at("shown"), "p", data.title + " \\u00b7 " + data.made);
    for (const section of data.sections) {
      add(at("shown"), "h2", section.heading);
      const list = add(at("shown"), "dl");
      for (const line of section.lines) {
        add(list, "dt", line.label);
        add(list, "dd", line.text);
      }
    }
    const file = URL.createObjectURL(new Blob([json], { type: "application/json" }));
    at("save").href = file;
  };
  at("ask").addEventListener("submit", async (event) => {
    event.preventDefault();
    at("wrong").hidden = true;
    at("old").hidden = Boolean(globalThis.crypto && crypto.subtle);
    if (!at("old").hidden) return;
    try {
      const code = new TextEncoder().encode(digits(at("code").value));
      const base = await crypto.subtle.importKey("raw", code, "PBKDF2", false, ["deriveKey"]);
      const stretch = { name: "PBKDF2", hash: "SHA-256", salt: bytes(box.salt), iterations: box.iterations };
      const key = await crypto.subtle.deriveKey(stretch, base, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
      const opened = await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes(box.nonce) }, key, bytes(box.sealed));
      show(new TextDecoder().decode(opened));
    } catch {
      at("wrong").hidden = false;
    }
  });
})();`;

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** One file that any browser opens, also without a network: the sealed data, and the page that asks for the code. */
export function handoutPage(box: Handout, words: HandoutWords): string {
  const policy = `default-src 'none'; style-src ${hashOf(STYLE)}; script-src ${hashOf(SCRIPT)}`;
  const say = (name: keyof HandoutWords): string => escaped(words[name]);
  return `<!doctype html>
<html lang="${say("lang")}" dir="${words.dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${say("heading")}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${say("heading")}</h1>
<form id="ask">
<p>${say("lead")}</p>
<p><label for="code">${say("label")}</label><br><input id="code" dir="ltr" inputmode="numeric" autocomplete="off" required></p>
<p id="wrong" role="alert" hidden>${say("wrong")}</p>
<p id="old" role="alert" hidden>${say("old")}</p>
<noscript><p>${say("old")}</p></noscript>
<p><button>${say("open")}</button></p>
</form>
<div id="data" hidden>
<div id="shown"></div>
<p class="save"><a id="save" download="daten.json">${say("save")}</a></p>
</div>
<script type="application/json" id="box">${JSON.stringify(box).replaceAll("<", "\\u003c")}</script>
<script>${SCRIPT}</script>
</body>
</html>
`;
}
