"use client";

import { useEffect, useState } from "react";

/** Opens the browser's print dialog. Without scripts it is not there; the browser's menu is. */
export function PrintButton({ label }: { label: string }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return null;
  return (
    <p className="actions print-button">
      <button type="button" className="button button-quiet" onClick={() => window.print()}>
        {label}
      </button>
    </p>
  );
}
