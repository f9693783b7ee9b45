import type { ReactNode } from "react";

/** Nothing to show, and what to do about it. */
export function Empty({ heading, text, children }: { heading: string; text: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{heading}</h2>
      <p>{text}</p>
      {children && <p className="actions">{children}</p>}
    </div>
  );
}
