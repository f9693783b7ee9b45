/**
 * What a page says that is the same for everybody, so that the server may keep a copy of it
 * (scripts/serve/shelf.ts). Browsers ask each time whether theirs is still right.
 */
export const KEPT = "public, no-cache";

// One number for all bundles of the server, and for the copies.
const shared = globalThis as { weactPageChanges?: number };

/** Says that something has changed that everybody sees, so that no copy made before is given any more. */
export function pagesChanged(): void {
  shared.weactPageChanges = pageChanges() + 1;
}

/** How often that has been said in this process. */
export const pageChanges = (): number => shared.weactPageChanges ?? 0;
