import type { Document } from "./bare-page";
import type { MeasuredPage } from "./list";
import type { Visit } from "./visit";

/** A page in one language, as it is before anybody visits it. */
export type Sample = {
  readonly page: MeasuredPage;
  readonly locale: string;
  readonly url: string;
  readonly document: Document;
  readonly linkBytes: number;
  readonly scriptBytes: number;
};

/** The visits to a page in one language, and those to the bare page with the same text. */
export type Visited = Sample & { readonly own: readonly Visit[]; readonly bare: readonly Visit[] };
