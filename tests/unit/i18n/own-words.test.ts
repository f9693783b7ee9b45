import { describe, expect, it } from "vitest";
import { filesIn, ownWords, parse } from "../../support/i18n/source";

/** What is said outside the catalogues, and why. */
const ALLOWED: Record<string, string[]> = {
  // The licences of the data ask for these words as they are.
  "components/public/locations/map-of-sites.tsx": [
    "© GeoBasis-DE / BKG 2021 (Daten verändert)",
    "Postleitzahl-Daten: GeoNames (geonames.org), CC BY 4.0, bearbeitet",
  ],
};

const said = filesIn(["app", "components"], /\.tsx$/).flatMap((file) => ownWords(parse(file)));

describe("pages and components", () => {
  it("say nothing that is not in the catalogues", () => {
    const strange = said.filter(({ file, text }) => !ALLOWED[file]?.includes(text));
    expect(strange).toEqual([]);
  });

  it("still say what they are allowed to", () => {
    const allowed = Object.entries(ALLOWED).flatMap(([file, texts]) => texts.map((text) => ({ file, text })));
    expect(said).toEqual(expect.arrayContaining(allowed));
  });
});

describe("the search for words outside the catalogues", () => {
  const wordsIn = (jsx: string) =>
    ownWords(parse("planted.tsx", `const x = ${jsx};`)).map(({ text }) => text);

  it.each([
    ["<p>Hallo</p>", "Hallo"],
    ["<p>{t('a')} Hallo</p>", "Hallo"],
    ["<p>{'Hallo'}</p>", "Hallo"],
    ["<p>{open && 'Hallo'}</p>", "Hallo"],
    [`<p>{open ? t('a') : \`Hallo \${name}\`}</p>`, "Hallo"],
    ["<p>{name ?? 'Hallo'}</p>", "Hallo"],
    ["<p>{t('a') + ' und ' + t('b')}</p>", "und"],
    ['<img alt="Hallo" />', "Hallo"],
    [`<a aria-label={\`Hallo \${name}\`} />`, "Hallo"],
    ["<Field label='Hallo' />", "Hallo"],
    ["<input placeholder={open ? 'Hallo' : undefined} />", "Hallo"],
    ["<a title={'Hallo'} />", "Hallo"],
  ])("finds them in %s", (jsx, word) => {
    expect(wordsIn(jsx)).toEqual([word]);
  });

  it.each([
    "<p>{t('hallo')}</p>",
    "<p className='hallo'>·</p>",
    "<p>{open === 'hallo' ? 1 : 2}</p>",
    "<option value='hallo'>{' – '}</option>",
    `<p>{t(\`hallo.\${name}\`)} (12)</p>`,
  ])("finds none in %s", (jsx) => {
    expect(wordsIn(jsx)).toEqual([]);
  });
});
