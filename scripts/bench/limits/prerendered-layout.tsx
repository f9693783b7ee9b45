// The root of the prerendered pages: they are whole documents, as ours are.
import type { ReactNode } from "react";

export default function PrerenderedLayout({ children }: { children: ReactNode }) {
  return children;
}
