import { createTranslator } from "next-intl";
import { expect, it } from "vitest";
import { courseSayings, referralSayings } from "../../../components/referrals/referral-sayings";
import type { Referral, ReferralBody } from "../../../lib/referrals/types";
import messages from "../../../messages/de.json" with { type: "json" };

const READER = { t: createTranslator({ locale: "de", messages, namespace: "staff" }), locale: "de" };
const BODY: ReferralBody = {
  ...{ recipient: { name: "Mieterverein", contact: "" }, purpose: "Mietrecht", fields: [] },
  ...{ account: "a", at: "2025-03-14T10:00:00.000Z" },
};

const textOf = (body: ReferralBody): string =>
  courseSayings(READER, body)
    .map(({ label, text }) => `${label}: ${text}`)
    .join("\n");

it("says everything that came back, the first first", () => {
  const answers = [
    { on: "2025-03-10", words: "noch nichts" },
    { reply: "noAnswer" as const, on: "2025-03-14", words: "dreimal angerufen" },
    { reply: "accepted" as const, on: "2025-03-20", words: "" },
  ];
  expect(textOf({ ...BODY, answers })).toMatch(
    /^Rückmeldung: 10\..*\nnoch nichts\n\nKeine Antwort\n14\..*\ndreimal angerufen\n\nAngenommen\n20\..*2025$/,
  );
});

it("says why a draft was given up", () => {
  const revocation = { way: "ours" as const, words: "Voll bis Mai.", on: "2025-03-14", at: BODY.at };
  expect(textOf({ ...BODY, revocation })).toMatch(
    /^Zurückgenommen: Von uns aufgegeben.*14\..*\nVoll bis Mai\.$/,
  );
});

it("shows whoever wanted to write something else all that stands there", () => {
  const body = {
    ...BODY,
    unticked: [{ field: "note" as const, text: "Bitte anrufen." }],
    result: "geholfen",
  };
  const said = referralSayings(READER, { body, consent: null } as Referral);
  expect(said.map(({ text }) => text)).toEqual(["Mieterverein", "Mietrecht", "Bitte anrufen.", "geholfen"]);
  expect(said[2]?.label).toBe("Anmerkung von uns, nicht angekreuzt");
});
