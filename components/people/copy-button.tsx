"use client";

import { useEffect, useState } from "react";

/** Without scripts it is not there; the text beside it can be selected. */
export function CopyButton({ text, label, copied }: { text: string; label: string; copied: string }) {
  const [ready, setReady] = useState(false);
  const [done, setDone] = useState(false);
  useEffect(() => setReady(Boolean(navigator.clipboard)), []);
  if (!ready) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(text).then(
      () => setDone(true),
      () => setDone(false), // the browser does not allow it: the text is still there to be selected
    );
  };
  return (
    <button type="button" className="button button-quiet" onClick={copy} aria-live="polite">
      {done ? copied : label}
    </button>
  );
}
