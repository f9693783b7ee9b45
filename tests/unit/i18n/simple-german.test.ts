import { describe, expect, it } from "vitest";
import { catalogueOf } from "../../support/i18n/catalogue";
import { EXPLAINED, RULES, slipsIn } from "../../support/i18n/simple-german";

/** For each rule a sentence that breaks it. */
const PLANTED: Record<string, string> = {
  "a long sentence": "Du kannst uns hier in deiner Sprache schreiben und wir lesen es bald.",
  "a long word": "Das ist ein Beratungsangebot.",
  "a comma outside a list": "Das ist gut, für dich.",
  "a genitive with an article": "Das ist der Name deines Kindes.",
  "a genitive after a noun": "Das ist die Antwort der Stelle.",
  "a preposition with a genitive": "Du bekommst sie wegen Regen nicht.",
  "a subjunctive": "Das wäre gut.",
  "a passive or future tense": "Deine Nachricht wird gelesen.",
  "a preterite": "Wir konnten das lesen.",
  "a subordinate clause": "Schreib uns, weil wir helfen.",
  "a relative or question clause": "Wir sehen, was passiert.",
  "an infinitive clause": "Wir brauchen das, um dir zu helfen.",
  "an unusual negation": "Das ist unmöglich.",
  "an abbreviation": "Das gilt z. B. für Briefe.",
  "a formal address": "Wir helfen Ihnen.",
  "a gender sign": "Frag die Berater*innen.",
  "a sign that is hard to read": "Schreib uns – bald.",
  "a number in letters": "Warte drei Tage.",
  "a compound without its hyphen": "Such eine Postleitzahl aus.",
  "another word for the same thing": "Gib dein Passwort ein.",
  "a hard or foreign word": "Du kannst jederzeit schreiben.",
};

describe("the rules of Leichte Sprache", () => {
  it.each(Object.entries(PLANTED))("notice %s", (name, sentence) => {
    expect(slipsIn(sentence).map((slip) => slip.split(":")[0])).toContain(name);
  });

  it("are all proven here", () => {
    expect(Object.keys(PLANTED)).toEqual(RULES.map(({ name }) => name));
  });

  it("look into every branch of a plural", () => {
    expect(slipsIn("{count, plural, one {Ein Tag.} other {{count} Tage, weil …}}")).not.toEqual([]);
  });

  it.each([
    "Öffne den Browser.",
    "Lösche den Verlauf.",
    "Ein QR-Code ist dabei.",
    "Wir antworten in 3 Werk-Tagen.",
    "Du bist anonym.",
  ])("notice a hard word without its explanation: %s", (text) => {
    expect(slipsIn(text).join()).toContain("not explained");
  });

  it.each([
    "Hast du Rassismus erlebt? Hier hört dir jemand zu.",
    "Später können Fotos, Briefe oder Zeuginnen und Zeugen helfen.",
    "Wir überlegen zusammen: Was hilft dir?",
    "Anonym: ohne deinen Namen",
  ])("let through: %s", (text) => {
    expect(slipsIn(text)).toEqual([]);
  });

  it("name no hard word that no text has", () => {
    const all = [...catalogueOf("de-simple").values()].join("\n");
    expect(EXPLAINED.filter(([hard]) => !hard.test(all))).toEqual([]);
  });
});

describe("the texts in Leichte Sprache", () => {
  it("follow the rules", () => {
    const slips = [...catalogueOf("de-simple")].map(([key, text]) => [key, slipsIn(text)] as const);
    expect(slips.filter(([, found]) => found.length > 0)).toEqual([]);
  });
});
