import { expect, it } from "vitest";
import { loginPassword, loginUrl, SITE_SLUG, SURFACE_LOGINS, siteLogin } from "../../../lib/db/logins";

it("derives for every login a password of its own, the same each time", () => {
  const logins = [...SURFACE_LOGINS, siteLogin("koeln"), siteLogin("bochum")];
  const passwords = logins.map(loginPassword);
  expect(new Set(passwords).size).toBe(logins.length);
  expect(logins.map(loginPassword)).toEqual(passwords);
  for (const password of passwords) expect(password).toMatch(/^[0-9a-f]{64}$/);
});

it("connects with the login's name and no other credentials", () => {
  const url = new URL(loginUrl("site_koeln"));
  expect([url.username, url.password, url.pathname]).toEqual([
    "site_koeln",
    loginPassword("site_koeln"),
    "/none",
  ]);
});

it.each(["koeln", "bad-honnef", "a1"])("takes %s for a site's name", (slug) => {
  expect(slug).toMatch(SITE_SLUG);
});

it.each(["", "a", "Köln", "1a", 'x"; DROP ROLE owner; --', "x".repeat(60), "koeln ", "site_x"])(
  "does not take %j for one",
  (slug) => {
    expect(slug).not.toMatch(SITE_SLUG);
  },
);
