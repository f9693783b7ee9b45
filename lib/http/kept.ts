// One number for all bundles of the server, and for the copies that scripts/serve/shelf.ts keeps.
const shared = globalThis as { weactPageChanges?: number };

/** Says that something has changed that everybody sees, so that no copy made before is given any more. */
export function pagesChanged(): void {
  shared.weactPageChanges = (shared.weactPageChanges ?? 0) + 1;
}
