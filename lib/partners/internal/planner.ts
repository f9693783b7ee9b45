import { createHash } from "node:crypto";
import { isSame } from "../../settings/rules";
import { folded } from "../rules";
import type { ImportError, Offer, OfferFacts, Partner, PartnerFacts } from "../types";
import type { KnownCodes } from "./columns";
import { type Cells, contradiction, idError, isId, offerFrom, partnerFrom } from "./import-rows";
import { offerFacts, partnerFacts } from "./rows";

/** A partner of the directory that a file may mean. */
export type Known = Partner & { offers: Offer[] };

export type PlannedPartner = {
  line: number;
  id: string;
  version: number;
  before: PartnerFacts | null;
  facts: PartnerFacts;
  checkedOn: string | null;
  wasCheckedOn: string | null;
  known: Known | null;
};

export type PlannedOffer = {
  line: number;
  id: string;
  partnerId: string;
  version: number;
  before: OfferFacts | null;
  facts: OfferFacts;
};

export type Plan = {
  rows: number;
  partners: PlannedPartner[];
  offers: PlannedOffer[];
  errors: ImportError[];
};

/** Puts rows together that are about the same partner, and finds out what each would change. */
export class Planner {
  private readonly partners = new Map<string, PlannedPartner>();
  private readonly offers = new Map<string, PlannedOffer>();
  private readonly errors: ImportError[] = [];
  private readonly byId: Map<string, Known>;
  private readonly byName: Map<string, Known[]>;

  constructor(
    known: readonly Known[],
    private readonly codes: KnownCodes,
    private readonly nonce: string,
    private readonly today: string,
  ) {
    this.byId = new Map(known.map((partner) => [partner.id, partner]));
    this.byName = grouped(known);
  }

  add(line: number, cells: Cells): void {
    if (!isId(cells.partner.id) || !isId(cells.offer.id)) {
      this.errors.push(idError(line, isId(cells.partner.id) ? "offer" : "partner"));
      return;
    }
    const partner = this.partnerAt(line, cells.partner);
    if (partner && (cells.offer.title || cells.offer.id)) this.offerAt(line, cells.offer, partner);
  }

  result(): Omit<Plan, "rows"> {
    const partners = [...this.partners.values()].filter(
      ({ before, facts, checkedOn }) => !before || !isSame(before, facts) || checkedOn !== null,
    );
    const offers = [...this.offers.values()].filter(({ before, facts }) => !before || !isSame(before, facts));
    return { partners, offers, errors: this.errors };
  }

  private partnerAt(line: number, cells: Record<string, string>): PlannedPartner | null {
    const known = this.meant(cells);
    const key = known?.id ?? cells.id?.toLowerCase() ?? "";
    const id = key || this.newId(`partner\n${folded(cells.name ?? "")}\n${cells.postalCode ?? ""}`);
    const read = partnerFrom(line, cells, known && partnerFacts(known), this.today);
    if ("errors" in read) {
      this.errors.push(...read.errors);
      return null;
    }
    const earlier = this.partners.get(id);
    if (earlier && !isSame(earlier.facts, read.facts)) {
      this.errors.push(contradiction(line));
      return null;
    }
    const planned: PlannedPartner = earlier ?? {
      ...{ line, id, known, facts: read.facts },
      version: known?.version ?? 0,
      before: known && partnerFacts(known),
      // An older file does not make an entry older.
      checkedOn: read.checkedOn && read.checkedOn > (known?.checkedOn ?? "") ? read.checkedOn : null,
      wasCheckedOn: known?.checkedOn ?? null,
    };
    this.partners.set(id, planned);
    return planned;
  }

  /** By id; or by name and postal code; or by name alone where only one is called so. */
  private meant({ id, name = "", postalCode }: Record<string, string>): Known | null {
    if (id) return this.byId.get(id.toLowerCase()) ?? null;
    const named = this.byName.get(name) ?? [];
    const there = named.find((partner) => partner.postalCode === (postalCode ?? ""));
    return there ?? (!postalCode && named.length === 1 ? (named[0] ?? null) : null);
  }

  private offerAt(line: number, cells: Record<string, string>, partner: PlannedPartner): void {
    const offers = partner.known?.offers ?? [];
    const known = offers.find(({ id, title }) =>
      cells.id ? id === cells.id.toLowerCase() : title === cells.title,
    );
    const id = known?.id ?? (cells.id?.toLowerCase() || this.newId(`offer\n${partner.id}\n${cells.title}`));
    const read = offerFrom(line, cells, known ? offerFacts(known) : null, this.codes);
    if ("errors" in read) this.errors.push(...read.errors);
    else if (this.offers.has(id))
      this.errors.push({ ...contradiction(line), column: "Angebot", code: "offerTwice" });
    else {
      const before = known ? offerFacts(known) : null;
      this.offers.set(id, {
        line,
        id,
        partnerId: partner.id,
        version: known?.version ?? 0,
        before,
        facts: read.facts,
      });
    }
  }

  private newId(of: string): string {
    const hex = createHash("sha256").update(`${this.nonce}\n${of}`).digest("hex");
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `8${hex.slice(13, 16)}`,
      `8${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ].join("-");
  }
}

function grouped(known: readonly Known[]): Map<string, Known[]> {
  const groups = new Map<string, Known[]>();
  for (const partner of known) groups.set(partner.name, [...(groups.get(partner.name) ?? []), partner]);
  return groups;
}
