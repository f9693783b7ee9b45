"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Sign } from "./sign";

export type ShortcutWords = {
  open: string;
  heading: string;
  search: string;
  new: string;
  down: string;
  up: string;
  help: string;
  note: string;
  off: string;
  close: string;
};

const OFF = "weact-shortcuts-off";

/** Keys belong to whoever is typing, choosing or using a browser's own shortcut. */
function belongsElsewhere({
  target,
  ctrlKey,
  metaKey,
  altKey,
  isComposing,
  defaultPrevented,
}: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || isComposing || defaultPrevented) return true;
  if (document.querySelector("dialog[open]")) return true;
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"))
  );
}

/** Moves the focus along the rows of the page's lists; from anywhere else to the first of them. */
function moveInList(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))]?.focus();
}

/** Comforts for people who work here all day. Everything they do can be done without them. */
export function Shortcuts({ words, newHref }: { words: ShortcutWords; newHref: string }) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [ready, setReady] = useState(false);
  const [off, setOff] = useState(false);

  useEffect(() => {
    setReady(true);
    setOff(localStorage.getItem(OFF) !== null);
  }, []);

  useEffect(() => {
    const actions: Record<string, () => void> = {
      "/": () => document.querySelector<HTMLElement>("[data-filter]")?.focus(),
      n: () => router.push(newHref),
      j: () => moveInList(1),
      k: () => moveInList(-1),
      "?": () => dialog.current?.showModal(),
    };
    const onKey = (event: KeyboardEvent) => {
      const action = actions[event.key];
      if (!action || off || belongsElsewhere(event)) return;
      event.preventDefault();
      action();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [router, newHref, off]);

  // Without scripts there are no shortcuts, so nothing offers them.
  if (!ready) return null;
  const choose = (chosen: boolean) => {
    setOff(chosen);
    if (chosen) localStorage.setItem(OFF, "yes");
    else localStorage.removeItem(OFF);
  };
  return (
    <>
      <button type="button" className="rail-link rail-keys" onClick={() => dialog.current?.showModal()}>
        <Sign name="keys" />
        {words.open}
      </button>
      <dialog ref={dialog} className="keys" aria-labelledby="keys-heading">
        <h2 id="keys-heading">{words.heading}</h2>
        <KeyList words={words} />
        <p className="help">{words.note}</p>
        <label className="check">
          <input type="checkbox" checked={off} onChange={(event) => choose(event.target.checked)} />
          {words.off}
        </label>
        <form method="dialog">
          <button type="submit" className="button button-quiet">
            {words.close}
          </button>
        </form>
      </dialog>
    </>
  );
}

function KeyList({ words }: { words: ShortcutWords }) {
  const keys = [
    ["/", words.search],
    ["n", words.new],
    ["j", words.down],
    ["k", words.up],
    ["?", words.help],
  ];
  return (
    <dl className="key-list">
      {keys.map(([key, meaning]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
