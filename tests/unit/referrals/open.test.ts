import { expect, it } from "vitest";
import { newCaseKey, sealText } from "../../../lib/crypto/content";
import { referralPlace } from "../../../lib/crypto/places";
import { openReferral } from "../../../lib/referrals/internal/open";

const REF = { site: "koeln", caseId: crypto.randomUUID() };
const KEY = newCaseKey();

/** A referral of which this was sealed. */
function opened(body: object) {
  const id = crypto.randomUUID();
  const row = {
    id,
    status: "accepted",
    partnerId: null,
    toSite: null,
    reply: null,
    version: 3,
    consent: null,
  };
  const sealedBody = sealText(KEY, referralPlace(REF, id, 3), JSON.stringify(body));
  return openReferral(KEY, REF, { ...row, sentOn: null, answerDueOn: null, sealedBody }).body;
}

const OLD = {
  recipient: { name: "Mieterverein", contact: "" },
  purpose: "x",
  fields: [],
  account: "a",
  at: "b",
};

it("opens what was sealed when there were no lists, and holds the only answer of then", () => {
  expect(opened(OLD)).toEqual(OLD);
  const answer = { on: "2025-03-14", words: "Ja, gern." };
  expect(opened({ ...OLD, answer })).toEqual({ ...OLD, answers: [answer] });
  const answers = [{ reply: "accepted", ...answer }];
  expect(opened({ ...OLD, answers })).toEqual({ ...OLD, answers });
});
