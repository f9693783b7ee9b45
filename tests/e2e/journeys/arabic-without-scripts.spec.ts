import { caseBehind } from "../../support/e2e/database";
import { expect, test } from "../../support/e2e/test";
import { unique } from "../../support/e2e/typed";
import { inArabicIndicDigits } from "../../support/e2e/words";

test("it leads a person from the first message to the last answer, in Arabic and without scripts", async ({
  person,
  counsellor,
}) => {
  const story = unique("صاحب البيت قال إن الشقة ليست لأمثالي");
  const answer = unique("Danke, dass Sie uns schreiben. Wir rufen nicht an. شكراً لثقتك");
  const reply = unique("نعم، يوم الثلاثاء يناسبني");
  const amal = await person("ar", { scripts: false });
  const { page, t } = amal;

  await amal.opensHome();
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await page
    .getByRole("link", { name: t("public.home.actions.write") })
    .first()
    .click();
  await amal.fills({ message: story, relation: "self", email: "amal@", wish: "counselling", consent: "yes" });
  await amal.choosesSite("muenster");
  await amal.sends();

  await expect(page.getByRole("alert")).toContainText(t("public.contact.errors.emailInvalid"));
  await expect(amal.field("message")).toHaveValue(story);
  await expect(amal.field("site")).toHaveValue("muenster");
  await expect(page.locator('[name="wish"][value="counselling"]')).toBeChecked();
  await expect(amal.field("consent")).toBeChecked();
  await amal.fills({ email: "amal@person.example" });
  await amal.sends();
  const receipt = await amal.receipt();
  expect(receipt).toMatch(/^\d{5} \d{5} \d{5} \d{5} \d{6}$/);
  await expect(page.getByText(t("public.received.nextAnswer"))).toBeVisible();

  const { number } = await caseBehind(receipt);
  const berater = await counsellor("muenster");
  await berater.opens(number);
  await expect(berater.page.getByText(story)).toBeVisible();
  await expect(berater.page.getByText(story)).toHaveCSS("direction", "rtl");
  await expect(berater.page.getByText("amal@person.example")).toBeVisible();
  await berater.answers(answer);
  await berater.moves("waiting");
  await berater.notes(unique("Ruft lieber nicht an, Mutter hört mit"));

  await amal.opensMailbox(inArabicIndicDigits(receipt));
  await expect(page).toHaveURL(/\/ar\/mailbox$/);
  await expect(page.getByText(t("public.mailbox.statuses.waiting"))).toBeVisible();
  await expect(amal.letters).toHaveCount(2);
  await expect(amal.letters.last()).toContainText(answer);
  await expect(page.getByText("Mutter hört mit")).toHaveCount(0);
  await amal.writesBack(reply);
  await expect(page.getByText(t("public.mailbox.thread.sent"))).toBeVisible();
  await expect(amal.letters).toHaveCount(3);

  await berater.opensToday();
  const letters = berater.page.getByRole("region", { name: berater.t("staff.inbox.lettersHeading") });
  await letters
    .getByRole("link", { name: new RegExp(`\\b${number}\\b`) })
    .first()
    .click();
  await expect(berater.page.getByText(reply)).toBeVisible();

  await amal.endsMailbox();
  await expect(page.getByText(t("public.mailbox.problems.endedByYou"))).toBeVisible();
  await page.goto("/ar/mailbox");
  await expect(page.getByLabel(t("public.mailbox.entry.receipt"))).toBeVisible();
  await expect(page.getByText(answer)).toHaveCount(0);
});
