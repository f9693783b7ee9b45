import type { Desk } from "../auth/desk";
import { AppError } from "../errors";
import { writeCsv } from "../http/csv";
import { findPlace } from "../locations/queries";
import { berlinDay } from "../time/rules";
import { listVocabulary } from "../vocabulary/queries";
import type { VocabularyValue } from "../vocabulary/types";
import { COLUMNS, cellsOf } from "./internal/columns";
import { changesOf, planImport, planSeen } from "./internal/import-plan";
import { PAGE_SIZE, partnerCursor, partnersWhere } from "./internal/list";
import { pickOffers } from "./internal/pick";
import { factsOfRow, offerOf, partnerOf } from "./internal/rows";
import { rankOffers, relatedCodes } from "./rules";
import type { HelpSearch, OfferCodes, PartnerFilter } from "./schema";
import type {
  HelpWishes,
  ImportFile,
  ImportPreview,
  ImportRefusal,
  Offer,
  Partner,
  PartnerEvent,
  PartnerFile,
  PartnerNote,
  PartnerPage,
  RankedOffer,
} from "./types";

/** So many offers are a choice; whoever needs others changes the search. */
const MOST_OFFERS = 30;
const LATEST = 50;

/** One page of the directory, by name. */
export async function listPartners(desk: Desk, filter: PartnerFilter, now: Date): Promise<PartnerPage> {
  const values = filter.area ? await listVocabulary(desk.db) : [];
  const areas = filter.area ? relatedCodes(values, "lifeArea", [filter.area]) : [];
  const rows = await desk.db.partner.findMany({
    where: await partnersWhere(filter, areas, berlinDay(now)),
    orderBy: [{ search: "asc" }, { id: "asc" }],
    take: PAGE_SIZE + 1,
    include: {
      offers: {
        where: { retired: false },
        orderBy: { id: "asc" },
        select: { title: true, help: true, languages: true },
      },
    },
  });
  const shown = rows.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  const partners = shown.map(({ offers, ...row }) => ({ ...partnerOf(row), offers }));
  return { partners, next: rows.length > PAGE_SIZE && last ? partnerCursor(last) : null };
}

/**
 * A partner with its offers, those that are retired last, and what the own site keeps about it.
 *
 * @throws AppError `notFound`
 */
export async function findPartner(desk: Desk, id: string): Promise<PartnerFile> {
  const row = await desk.db.partner.findUnique({
    where: { id },
    include: { offers: { orderBy: [{ retired: "asc" }, { title: "asc" }, { id: "asc" }] }, notes: true },
  });
  if (!row) throw new AppError("notFound");
  const { offers, notes, ...partner } = row;
  return { partner: partnerOf(partner), offers: offers.map(offerOf), note: await openNote(desk, notes[0]) };
}

/** An offer with its partner, for a referral. @throws AppError `notFound` */
export async function findOffer(desk: Desk, id: string): Promise<{ partner: Partner; offer: Offer }> {
  const row = await desk.db.offer.findUnique({ where: { id }, include: { partner: true } });
  if (!row) throw new AppError("notFound");
  return { partner: partnerOf(row.partner), offer: offerOf(row) };
}

type NoteRow = { partnerId: string; version: number; keyEpoch: number; sealedBody: Uint8Array };

async function openNote({ keys }: Desk, row: NoteRow | undefined): Promise<PartnerNote> {
  if (!row) return { text: "", version: 0 };
  const { keyEpoch, partnerId, sealedBody, version } = row;
  const text = await keys.openIfWhole(keyEpoch, "partner_note.sealed_body", partnerId, sealedBody);
  return { text, version };
}

/** The latest changes of a partner and its offers, by whichever site, the newest first. */
export async function listPartnerEvents({ db }: Desk, partnerId: string): Promise<PartnerEvent[]> {
  const rows = await db.partnerEvent.findMany({
    where: { partnerId },
    orderBy: [{ at: "desc" }, { version: "desc" }, { id: "asc" }],
    take: LATEST,
  });
  return rows.map(({ bySite, accountId, before, after, id, at, offerId }) => ({
    id,
    at,
    offerId,
    site: bySite,
    account: accountId,
    before: before === null ? null : factsOfRow(before),
    after: factsOfRow(after),
  }));
}

/** The codes that an offer may name. */
export async function offerCodes(desk: Desk): Promise<OfferCodes> {
  const values = await listVocabulary(desk.db);
  const of = (list: string) => values.filter((value) => value.list === list).map(({ code }) => code);
  return { help: of("help"), lifeArea: of("lifeArea"), ground: of("ground") };
}

/** What somebody looks for, with the codes above and below those they chose, and the place of the postal code. */
export async function helpWishes(
  values: readonly VocabularyValue[],
  { help, lifeArea, ground, language, postalCode }: HelpSearch,
): Promise<HelpWishes> {
  return {
    help: relatedCodes(values, "help", [help]),
    lifeAreas: relatedCodes(values, "lifeArea", [lifeArea]),
    grounds: relatedCodes(values, "ground", [ground]),
    language,
    place: await findPlace(postalCode),
  };
}

/** Who could help: the database picks more than are shown, the rule puts them in order and says why. */
export async function findHelp(desk: Desk, wishes: HelpWishes): Promise<RankedOffer[]> {
  const ids = await pickOffers(desk, wishes, MOST_OFFERS);
  const rows = await desk.db.offer.findMany({ where: { id: { in: ids } }, include: { partner: true } });
  const candidates = rows.map(({ partner, ...offer }) => {
    const { lat, lon } = offer.lat === null ? partner : offer;
    const position = lat === null || lon === null ? null : { lat, lon };
    return { partner: partnerOf(partner), offer: offerOf(offer), position };
  });
  return rankOffers(candidates, wishes);
}

/** What a file would change, and which of its rows cannot be taken. */
export async function previewImport(
  desk: Desk,
  file: ImportFile,
  now: Date,
): Promise<ImportPreview | ImportRefusal> {
  const plan = await planImport(desk, file, now);
  if ("reason" in plan) return plan;
  return { rows: plan.rows, changes: changesOf(plan), errors: plan.errors, seen: planSeen(plan) };
}

/** What the columns of a file are called. */
export const importColumns = (): string[] => COLUMNS.map(({ header }) => header);

/** The directory as a file for spreadsheets, piece by piece: a line for each offer, one for a partner without any. */
export async function* exportPartners(desk: Desk, filter: PartnerFilter, now: Date): AsyncGenerator<string> {
  yield writeCsv([importColumns()], true);
  let after: string | null | undefined;
  do {
    const page: PartnerPage = await listPartners(desk, { ...filter, after: after ?? undefined }, now);
    const rows = await desk.db.partner.findMany({
      where: { id: { in: page.partners.map(({ id }) => id) } },
      include: { offers: { orderBy: { id: "asc" } } },
      orderBy: [{ search: "asc" }, { id: "asc" }],
    });
    const lines = rows.flatMap(({ offers, ...row }) => {
      const partner = partnerOf(row);
      return offers.length > 0
        ? offers.map((offer) => cellsOf(partner, offerOf(offer)))
        : [cellsOf(partner, null)];
    });
    if (lines.length > 0) yield writeCsv(lines, false);
    after = page.next;
  } while (after);
}
