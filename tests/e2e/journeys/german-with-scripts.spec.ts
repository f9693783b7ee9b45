import { caseBehind } from "../../support/e2e/database";
import { expect, test } from "../../support/e2e/test";
import { unique } from "../../support/e2e/typed";

const NEUTRAL = "https://www.dwd.de";

test("it leads a person from the first message to the last answer, in German and with scripts", async ({
  person,
  counsellor,
}) => {
  const story = unique("Im Bus hat mich ein Mann beschimpft");
  const answer = unique("Das ist schlimm, und es war nicht deine Schuld");
  const jo = await person("de", { permissions: ["clipboard-read", "clipboard-write"] });

  const receipt = await jo.writesTo("hannover", { message: story, name: "Jo vom Bus", relation: "self" });
  await jo.page.getByRole("button", { name: jo.t("public.received.copy") }).click();
  await expect(jo.page.getByRole("button", { name: jo.t("public.received.copied") })).toBeVisible();
  expect(await jo.page.evaluate(() => navigator.clipboard.readText())).toBe(receipt);

  const { number } = await caseBehind(receipt);
  const berater = await counsellor("hannover");
  await berater.opens(number);
  await expect(berater.page.getByText(story)).toBeVisible();
  await expect(berater.page.getByText("Jo vom Bus")).toBeVisible();
  await berater.answers(answer);
  await berater.moves("counselling");

  await jo.opensMailbox(receipt.replaceAll(" ", "-"));
  await expect(jo.letters.last()).toContainText(answer);
  await expect(jo.page.getByText(jo.t("public.mailbox.statuses.counselling"))).toBeVisible();
  await jo.writesBack(unique("Danke, ich komme am Montag vorbei"));
  await expect(jo.letters).toHaveCount(3);
  await jo.page.reload();
  await expect(jo.letters).toHaveCount(3);
});

test("it takes the receipt off a shared device as soon as the person has noted it", async ({ person }) => {
  const jo = await person("de");
  const receipt = await jo.writesTo("hannover", { message: unique("Am Küchentisch, alle lesen mit") });

  await jo.page.getByRole("button", { name: jo.t("public.received.forget") }).click();

  await expect(jo.page.getByText(jo.t("public.received.forgotten.heading"))).toBeVisible();
  await jo.page.goBack();
  await jo.page.reload();
  await expect(jo.page.getByText(receipt)).toHaveCount(0);
});

test("it counts characters only near the end of the field", async ({ person }) => {
  const jo = await person("de");
  await jo.opensForm();
  const left = jo.page.locator("[data-count='message']");

  await jo.field("message").fill("x".repeat(14_000));
  await expect(left).toHaveText("");
  await jo.field("message").fill("x".repeat(15_990));
  await expect(left).toHaveText(jo.t("public.contact.what.left", { count: "10" }));
  await jo.field("message").fill("x".repeat(16_002));
  await expect(left).toHaveText(jo.t("public.contact.what.over", { count: "2" }));
});

test("it leaves at once at three presses of Shift, and Back does not return", async ({ person, watch }) => {
  const jo = await person("de");
  watch[0]?.allowLeavingTo(NEUTRAL);
  await jo.page.goto("about:blank");
  await jo.opensForm("hannover");

  for (let press = 0; press < 3; press++) await jo.page.keyboard.press("Shift");

  await jo.page.waitForURL(`${NEUTRAL}/**`);
  await jo.page.goBack();
  expect(jo.page.url()).toBe("about:blank");
});

test("it does not leave while somebody types capitals", async ({ person }) => {
  const jo = await person("de");
  await jo.opensForm("hannover");

  await jo.field("message").pressSequentially("ABC", { delay: 20 });
  for (const letter of ["D", "E", "F", "G"]) await jo.page.keyboard.press(`Shift+${letter}`);

  await expect(jo.field("message")).toHaveValue("ABCDEFG");
  await expect(jo.page).toHaveURL(/\/de\/contact/);
});

for (const scripts of [true, false]) {
  const how = scripts ? "with" : "without";

  test(`it leaves by the exit control ${how} scripts, without a referrer, and closes what is open`, async ({
    person,
    watch,
  }) => {
    const jo = await person("de", { scripts });
    watch[0]?.allowLeavingTo(NEUTRAL);
    const receipt = await jo.writesTo("hannover", { message: unique("Schnell weg hier") });
    await jo.opensMailbox(receipt);
    await expect(jo.letters).toHaveCount(1);
    const leaving = jo.page.waitForRequest(`${NEUTRAL}/**`);

    await jo.page.getByRole("link", { name: jo.t("public.exit.label") }).click();

    expect((await leaving).headers().referer).toBeUndefined();
    // The headless shell without scripts asks for the page, and never shows one that a test made up.
    if (scripts) await jo.page.waitForURL(`${NEUTRAL}/**`);
    await expect.poll(async () => (await jo.page.context().cookies()).map(({ name }) => name)).toEqual([]);
  });
}
