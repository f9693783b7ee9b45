import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { draftReferral } from "../../../lib/referrals/commands";
import { NOW } from "../../support/clock";
import { asLogin } from "../../support/connections";
import {
  FIELDS,
  type GivenReferral,
  givenConsent,
  givenDraft,
  givenRequest,
  referralOf,
  revoke,
} from "../../support/referrals";

describe("the site's own login, by hand,", () => {
  const attempts: [string, () => Promise<GivenReferral>, string][] = [
    ["sends a draft", givenDraft, "status = 'sent', sent_on = '2025-03-14'"],
    ["sends what is being asked", givenRequest, "status = 'sent', sent_on = '2025-03-14'"],
    ["calls consented what is being asked", givenRequest, "status = 'consented'"],
    ["calls accepted what was not sent", givenConsent, "status = 'accepted', sent_on = '2025-03-14'"],
    ["sends before the consent", givenConsent, "status = 'sent', sent_on = '2025-03-13'"],
    ["sends after the consent", givenConsent, "status = 'sent', sent_on = '2025-06-13'"],
    ["sends without a day", givenConsent, "status = 'sent'"],
    ["gives the consent away", givenConsent, "status = 'draft', consent_id = NULL"],
    ["calls nothing an answer", givenDraft, "status = 'done'"],
  ];

  it.each(attempts)("%s: the database refuses", async (_what, make, set) => {
    const { ids } = await make();
    const changing = asLogin("site_koeln", (client) =>
      client.query(`UPDATE referral SET ${set} WHERE id = $1`, [ids.referralId]),
    );
    await expect(changing).rejects.toMatchObject({ code: "23514" });
  });

  it("borrows the consent of another referral: the database refuses", async () => {
    const given = await givenConsent();
    const referralId = randomUUID();
    const draft = {
      recipient: { name: "Andere", contact: "" },
      purpose: "x",
      partnerId: null,
      toSite: null,
      fields: FIELDS,
    };
    await draftReferral(given.desk, { ...given.ids, referralId, ...draft }, NOW);
    const { consent } = await referralOf(given);
    const borrowing = asLogin("site_koeln", (client) =>
      client.query("UPDATE referral SET status = 'consented', consent_id = $2 WHERE id = $1", [
        referralId,
        consent?.id,
      ]),
    );
    await expect(borrowing).rejects.toMatchObject({ code: "23505" });
  });

  it("stores a referral as sent, or a consent as given, from the start: row security refuses", async () => {
    const { ids } = await givenDraft();
    for (const sql of [
      `INSERT INTO referral (site_id, case_id, id, status, sealed_body) VALUES ('koeln', $1, gen_random_uuid(), 'revoked', '')`,
      `INSERT INTO consent (site_id, case_id, id, status, asked_on, expires_on, decided_on, decided_by, sealed_request, sealed_decision)
         VALUES ('koeln', $1, gen_random_uuid(), 'given', '2025-03-14', '2025-03-14', '2025-03-14', 'site', '', '')`,
    ])
      await expect(asLogin("site_koeln", (client) => client.query(sql, [ids.caseId]))).rejects.toMatchObject({
        code: "42501",
      });
  });

  it.each([
    [
      "answers as the person",
      givenRequest,
      "status = 'given', decided_on = '2025-03-14', decided_by = 'person', sealed_decision = ''",
    ],
    [
      "revokes as the person",
      givenConsent,
      "status = 'revoked', revoked_on = '2025-03-14', revoked_by = 'person', sealed_revocation = ''",
    ],
    ["rewrites a decision", givenConsent, "sealed_decision = ''"],
    [
      "rewrites it while revoking",
      givenConsent,
      "status = 'revoked', revoked_on = '2025-03-14', revoked_by = 'site', sealed_revocation = '', sealed_decision = ''",
    ],
    [
      "gives again what was revoked",
      revokedConsent,
      "status = 'given', revoked_on = NULL, revoked_by = NULL, sealed_revocation = NULL",
    ],
  ] as [string, () => Promise<GivenReferral>, string][])(
    "%s: the database refuses",
    async (_what, make, set) => {
      const { ids } = await make();
      const changing = asLogin("site_koeln", (client) =>
        client.query(`UPDATE consent SET ${set} WHERE case_id = $1`, [ids.caseId]),
      );
      await expect(changing).rejects.toMatchObject({ code: "23514" });
    },
  );

  it.each([
    "UPDATE consent SET expires_on = '2026-01-01'",
    "UPDATE consent SET sealed_request = ''",
    "UPDATE referral SET site_id = 'bochum'",
    "DELETE FROM consent",
    "DELETE FROM referral",
  ])("may not: %s", async (sql) => {
    await expect(asLogin("site_koeln", (client) => client.query(sql))).rejects.toMatchObject({
      code: "42501",
    });
  });
});

async function revokedConsent(): Promise<GivenReferral> {
  const given = await givenConsent();
  await revoke(given);
  return given;
}
