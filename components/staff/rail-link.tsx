"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";

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
  const link = useRef<HTMLAnchorElement>(null);
  // On a phone the rail is longer than the screen is wide.
  useEffect(() => {
    if (here && link.current) moveIntoSight(link.current);
  }, [here]);
  return (
    <Link
      ref={link}
      href={href}
      prefetch={false}
      className="rail-link"
      aria-current={here ? "page" : undefined}
    >
      {children}
    </Link>
  );
}

/** Along the rail only: the page keeps the place where somebody was reading. */
function moveIntoSight(link: HTMLElement): void {
  const rail = link.closest("nav");
  if (!rail) return;
  const [own, seen] = [link.getBoundingClientRect(), rail.getBoundingClientRect()];
  rail.scrollBy({ left: own.left + own.width / 2 - (seen.left + seen.width / 2), behavior: "instant" });
}
