import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { type NetworkReader, sayOff } from "../../../components/statistics/reader";
import { sheetOf } from "../../../components/statistics/sheet";
import { csvOf } from "../../../lib/statistics/files";
import { figuresOf } from "../../../lib/statistics/sums";
import type { Figures, Only } from "../../../lib/statistics/types";
import messages from "../../../messages/de.json";
import { givenReleased, NETWORK, SITES } from "../../support/released";

const t = createTranslator({ locale: "de", messages, namespace: "staff" }) as NetworkReader["t"];
const reader: NetworkReader = {
  t,
  locale: "de",
  vocabulary: [],
  sites: new Map(SITES.map(({ id }) => [id, id])),
};
const RELEASED = givenReleased("2025-Q1", "2025-Q4", (below) => below - 1);

const shown = (only: Only | null): Figures =>
  figuresOf(RELEASED, { from: "2025-Q1", to: "2025-Q4", sites: [], land: "", only }, NETWORK);

const sheetFor = (figures: Figures) => sheetOf({ reader, figures, only: "", title: "Statistik" });

describe("a file of the figures", () => {
  const label = t("statistics.total.racism");

  it("says how many cases are about racism in all its forms, and how far that may be off", () => {
    const figures = shown(null);
    if (!figures.racism) throw new Error("no number about racism");
    const said = new Map(sheetFor(figures).facts).get(label);
    expect(figures.racism.value).toBeGreaterThan(0);
    expect(said).toMatch(
      new RegExp(`^${figures.racism.value.toLocaleString("de")} \\(${figures.racism.share}\\s%\\) – `),
    );
    expect(said?.endsWith(sayOff(reader, figures.racism))).toBe(true);
    expect(csvOf(sheetFor(figures))).toContain(label);
  });

  it("does not where the cases are narrowed to a category", () => {
    const figures = shown({ table: "lifeArea", category: "work", whole: false });
    expect(new Map(sheetFor(figures).facts).has(label)).toBe(false);
  });
});
