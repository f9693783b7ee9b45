import { renderSVG } from "uqr";
import { APP_URL } from "../../support/app";
import { call } from "../../support/e2e/http";
import { expect, test } from "../../support/e2e/test";

test("a site that hides its street shows it nowhere", async () => {
  const places = ["", "/contact.vcf", "/poster"].map((part) => `/de/locations/neumuenster${part}`);
  for (const place of [...places, "/de/locations?q=24534"]) {
    const { status, text } = await call(place);
    expect(status, place).toBe(200);
    expect(text, place).toContain("Sinti Union");
    expect(text, place).not.toMatch(/Straße \d|straße \d|weg \d/);
  }
  const page = await call("/de/locations/neumuenster");
  expect(page.text).not.toContain("openstreetmap");
  expect(page.text).not.toContain("streetAddress");
  expect((await call("/de/locations/neumuenster/contact.vcf")).text).not.toContain("ADR");
});

test("a site that does not exist is nowhere", async () => {
  for (const part of ["", "/contact.vcf", "/poster"]) {
    expect((await call(`/de/locations/nirgendwo${part}`)).status, part).toBe(404);
  }
});

test("a machine can read what a site says about itself", async ({ person }) => {
  const { page } = await person();
  await page.goto("/en/locations/hannover");
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "");
  expect(data).toMatchObject({
    "@type": "NGO",
    name: "weact Hannover",
    url: `${APP_URL}/en/locations/hannover`,
    location: [{ address: { postalCode: "30449", addressLocality: "Hannover" } }],
  });
  expect(data.location[0].openingHoursSpecification[0]).toMatchObject({ opens: "09:00", closes: "16:00" });
});

test("a site can be taken into the address book", async () => {
  const { headers, text } = await call("/de/locations/bayern/contact.vcf");
  expect(headers["content-type"]).toBe("text/vcard; charset=utf-8");
  expect(headers["content-disposition"]).toBe('inline; filename="contact.vcf"');
  const lines = text.split("\r\n");
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(text.replaceAll("\r\n ", "").split("\r\n")).toEqual([
    "BEGIN:VCARD",
    "VERSION:3.0",
    "FN:weact Bayern",
    "N:weact Bayern;;;;",
    "ORG:weact Bayern",
    "ADR;TYPE=WORK:;;Springergäßchen 5 (Grandhotel Cosmopolis);Augsburg;;86152;Deutschland",
    "TEL;TYPE=WORK,VOICE:+4991192318990",
    "EMAIL;TYPE=INTERNET:agaby@agaby.de",
    "ADR;TYPE=WORK:;;Sandstraße 7;Nürnberg;;90443;Deutschland",
    "URL:https://zam-ev.com",
    `URL:${APP_URL}/de/locations/bayern`,
    "END:VCARD",
    "",
  ]);
});

test("the poster is one sheet of paper and leads to the site in its own language", async ({ person }) => {
  const { page, t } = await person("ar");
  await page.goto("/de/locations/bayern/poster");
  await page.locator(".languages summary").click();
  await page.locator(".languages").getByRole("link", { name: "العربية" }).click();
  await expect(page.locator("h1")).toHaveText(t("public.locations.poster.heading"));
  const url = `${APP_URL}/ar/locations/bayern`;
  const drawn = await page.locator(".scan path").getAttribute("d");
  expect(renderSVG(url, { ecc: "Q", border: 0 })).toContain(`d="${drawn}"`);
  await expect(page.locator(".address")).toHaveText(url.replace("http://", ""));
  const sheets = (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b/g);
  expect(sheets).toHaveLength(1);
});
