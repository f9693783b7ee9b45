import type { ReactNode } from "react";
import { Icon } from "./icons";

type NoticeProps = { kind: "alert" | "done" | "info"; children: ReactNode };

/**
 * A message about what just happened: a sign, a coloured edge and words. An alert takes the focus, because
 * screen readers stay silent about alerts that are there when a page opens.
 */
export function Notice({ kind, children }: NoticeProps) {
  const alert = kind === "alert";
  return (
    <div
      className={`notice notice-${kind}`}
      role={alert ? "alert" : "status"}
      tabIndex={alert ? -1 : undefined}
      // biome-ignore lint/a11y/noAutofocus: it stands at the top of a page that came back with something to mend
      autoFocus={alert}
    >
      <Icon name={kind} />
      <div>{children}</div>
    </div>
  );
}
