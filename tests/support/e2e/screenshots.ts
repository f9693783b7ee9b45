import type { Page } from "@playwright/test";
import { demoAccount } from "../app";
import { caseBehind } from "./database";
import { openForm, receiptAfter } from "./form";
import { StaffMember } from "./staff";
import { test } from "./test";
import type { Locale } from "./words";

const WIDTHS = [320, 768, 1280];
const FOLDER = "test-results/screenshots";
const site = "hannover";

const STORY: Record<string, string> = {
  de: "Ich habe mich auf eine Wohnung in Linden beworben. Am Telefon war alles gut.\n\nAls ich zur Besichtigung kam, hat der Vermieter mich angesehen und gesagt: „Die ist schon weg.“ Meine Kollegin hat eine Stunde später angerufen. Da war sie noch frei.",
  ar: "تقدّمت بطلب لاستئجار شقة في حيّ ليندن، وكان كل شيء على ما يرام في الهاتف.\n\nعندما وصلت لرؤية الشقة نظر إليّ المالك وقال: «لقد أُجّرت». اتصلت زميلتي بعد ساعة وكانت ما زالت متاحة.",
};

async function shoot(page: Page, locale: Locale, name: string): Promise<void> {
  for (const width of WIDTHS) {
    const screen = { width, height: width < 700 ? 640 : 900 };
    await page.setViewportSize(screen);
    await page.screenshot({ path: `${FOLDER}/${name}-${locale}-${width}-first.png` });
    // A window as high as the page, so that what is fixed to its edge stands where the page ends.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: Math.max(height, screen.height) });
    await page.screenshot({ path: `${FOLDER}/${name}-${locale}-${width}.png` });
  }
}

for (const locale of ["de", "ar"] as const) {
  test(`it shows what people see, in ${locale}`, async ({ person }) => {
    test.setTimeout(120_000);
    const jo = await person(locale);
    const { page } = jo;
    await jo.opensHome();
    await shoot(page, locale, "home");
    await jo.opensForm(site);
    await shoot(page, locale, "form");
    await jo.fills({ message: STORY[locale] ?? "", email: "jo@", relation: "self" });
    await jo.choosesSite("");
    await jo.sends();
    await shoot(page, locale, "form-errors");
    const receipt = await jo.writesTo(site, {
      message: STORY[locale] ?? "",
      relation: "self",
      consent: "yes",
    });
    await shoot(page, locale, "receipt");
    await page.goto(`/${locale}/mailbox`);
    await shoot(page, locale, "mailbox-entry");
    const berater = new StaffMember(page, demoAccount("counsellor", site), "de");
    const { id } = await caseBehind(receipt);
    await berater.signsIn();
    await page.goto(`/de/dashboard/cases/${id}`);
    await berater.answers(
      "Danke, dass du uns schreibst. Das war nicht in Ordnung.\n\nMagst du am Dienstag um 14 Uhr vorbeikommen?",
    );
    await jo.opensMailbox(receipt);
    await jo.letters.first().waitFor();
    await shoot(page, locale, "mailbox");
  });

  test(`it shows what staff see, in ${locale}`, async ({ browserOf }) => {
    test.setTimeout(120_000);
    const { id, number } = await givenWork();
    const berater = new StaffMember(await browserOf(), demoAccount("counsellor", site), locale);
    const { page, t } = berater;
    await page.goto(`/${locale}/sign-in`);
    await shoot(page, locale, "sign-in");
    await berater.signsIn();
    await shoot(page, locale, "today");
    await berater.opensList();
    await shoot(page, locale, "cases");
    await berater.opens(number);
    await page.goto(`/${locale}/dashboard/cases/${id}`);
    await page.getByRole("button", { name: t("staff.case.assign.take") }).click();
    await berater.answers("Vielen Dank für deine Nachricht. Wir melden uns am Montag.");
    await berater.moves("waiting");
    await berater.notes("Rückruf nur vormittags. Dolmetscherin angefragt.");
    await shoot(page, locale, "case");
    await page.goto(`/${locale}/dashboard/cases/new`);
    await shoot(page, locale, "new-case");
  });
}

async function givenWork() {
  for (const language of ["tr", "ti", "uk", "de"]) {
    await (await openForm()).sends({
      site,
      message: "Guten Tag, ich brauche Rat.",
      language,
      channel: "phone",
    });
  }
  const form = await openForm({ locale: "ar" });
  const details = {
    ...{
      name: "Amal",
      phone: "0511 1234567",
      safeContact: "nur vormittags, keine Nachricht",
      language: "ar",
    },
    ...{ relation: "self", wish: "counselling", channel: "inPerson", postalCode: "30449", consent: "yes" },
  };
  return caseBehind(await receiptAfter(await form.sends({ site, message: STORY.ar ?? "", ...details })));
}
