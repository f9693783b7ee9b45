"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type RailLinkProps = {
  href: string;
  /** Pages below this one that have a place of their own in the rail. */
  except?: string;
  /** Whether pages below it belong to it. */
  withChildren?: boolean;
  children: ReactNode;
};

/** A place in the rail, which says whether this is where one is. */
export function RailLink({ href, except, withChildren = false, children }: RailLinkProps) {
  const path = usePathname();
  const own = href.split("?")[0] ?? href;
  const here = path === own || (withChildren && path.startsWith(`${own}/`) && path !== except);
  return (
    <Link href={href} prefetch={false} className="rail-link" aria-current={here ? "page" : undefined}>
      {children}
    </Link>
  );
}
