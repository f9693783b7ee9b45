import { describe, expect, it } from "vitest";
import { brandingCss, contrast, contrastOf, readLogo, shownRatio } from "../../../lib/network/rules";
import { brandingSchema, newSiteSchema } from "../../../lib/network/schema";

/** Pairs with the contrast that WCAG's own definition gives them. */
describe("contrast", () => {
  it.each([
    ["#000000", "#ffffff", "21.00"],
    ["#ffffff", "#ffffff", "1.00"],
    ["#777777", "#ffffff", "4.47"],
    ["#767676", "#ffffff", "4.54"],
    ["#ff0000", "#ffffff", "3.99"],
  ])("of %s and %s is %s", (one, other, ratio) => {
    expect(shownRatio(contrast(one, other))).toBe(ratio);
    expect(contrast(one, other)).toBe(contrast(other, one));
  });

  it("counts against the worst ground a colour meets", () => {
    expect(contrastOf("primary", "#767676")).toBeLessThan(4.5); // enough on white, not on paper
    expect(contrastOf("primary", "#4a2462")).toBeGreaterThan(4.5);
    expect(contrastOf("primaryDark", "#c9a6e4")).toBeGreaterThan(4.5);
    expect(contrastOf("accent", "#f4b13e")).toBeGreaterThan(4.5);
  });
});

describe("the branding", () => {
  const form = { version: "0", name: "Netz", primary: "", primaryDark: "", accent: "" };

  it.each([
    [{ primary: "#ffcc00" }, "contrastTooLow"],
    [{ primaryDark: "#222222" }, "contrastTooLow"],
    [{ accent: "#111111" }, "contrastTooLow"],
    [{ primary: "red" }, "colourInvalid"],
    [{ primary: "#4a2462;}body{display:none" }, "colourInvalid"],
    [{ name: "<b>Netz</b>" }, "nameInvalid"],
    [{ name: " " }, "textEmpty"],
  ])("refuses %o", (change, code) => {
    const result = brandingSchema.safeParse({ ...form, ...change });
    expect(result.error?.issues.map(({ message }) => message)).toEqual([code]);
  });

  it("takes what can be read, and empty colours as our own", () => {
    expect(brandingSchema.parse({ ...form, primary: "#004D40" })).toMatchObject({
      primary: "#004d40",
      accent: null,
    });
  });

  it("is no style sheet at all when nothing differs", () => {
    expect(brandingCss({ name: "x", primary: null, primaryDark: null, accent: null }, null)).toBe("");
  });

  it("leaves the dark colour as it is when only the light one differs", () => {
    const css = brandingCss({ name: "x", primary: "#004d40", primaryDark: null, accent: null }, null);
    expect(css).toBe(":root{--plum:#004d40;}@media (prefers-color-scheme:dark){:root{--plum:#c9a6e4;}}");
  });

  it("writes nothing into a style sheet that is no colour", () => {
    const colours = { primary: "red}*{", primaryDark: null, accent: null };
    expect(brandingCss({ name: "x", ...colours }, null)).toBe("");
  });
});

describe("a logo", () => {
  const png = (width: number, height: number) => {
    const bytes = Buffer.alloc(40);
    bytes.write("\x89PNG\r\n\x1a\n", 0, "latin1");
    bytes.write("IHDR", 12, "latin1");
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(height, 20);
    return bytes;
  };
  const webp = (kind: string, fill: (bytes: Buffer) => void) => {
    const bytes = Buffer.alloc(40);
    bytes.write("RIFF", 0, "latin1");
    bytes.write(`WEBP${kind}`, 8, "latin1");
    fill(bytes);
    return bytes;
  };

  it("is recognised by its content", () => {
    expect(readLogo(png(300, 100))).toMatchObject({ type: "image/png", width: 300, height: 100 });
    const lossy = webp("VP8 ", (bytes) =>
      [300, 100].map((size, index) => bytes.writeUInt16LE(size, 26 + 2 * index)),
    );
    const lossless = webp("VP8L", (bytes) => void bytes.writeUInt32LE(299 | (99 << 14), 21));
    const extended = webp("VP8X", (bytes) =>
      [299, 99].map((size, index) => bytes.writeUIntLE(size, 24 + 3 * index, 3)),
    );
    for (const picture of [lossy, lossless, extended]) {
      expect(readLogo(picture)).toMatchObject({ type: "image/webp", width: 300, height: 100 });
    }
  });

  it.each([
    [
      "a drawing that could hold a script",
      Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'></svg>".padEnd(60)),
    ],
    ["nothing", Buffer.alloc(0)],
    ["the beginning of a picture", png(300, 100).subarray(0, 20)],
    ["one without any size", png(0, 100)],
    ["one too wide", png(1_201, 100)],
    ["one too heavy", Buffer.concat([png(300, 100), Buffer.alloc(51 * 1024)])],
  ])("is not %s", (_what, bytes) => {
    expect(readLogo(bytes)).toBeNull();
  });
});

describe("a new site", () => {
  const form = { slug: "kassel", name: "weact Kassel", stateCode: "HE", carriers: "Verein A\n\n Verein B " };

  it("has a name that can be a database login", () => {
    expect(newSiteSchema.parse(form)).toMatchObject({ slug: "kassel", carriers: ["Verein A", "Verein B"] });
    for (const slug of ["", "k", "9kassel", "kassel; drop role owner", "käse", "a".repeat(42)]) {
      const result = newSiteSchema.safeParse({ ...form, slug });
      expect(result.error?.issues[0]?.message, slug).toBe("slugInvalid");
    }
  });
});
