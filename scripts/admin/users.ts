import type pg from "pg";
import { emailLookup } from "../../lib/crypto/lookup";
import { berlinDay } from "../../lib/time/rules";
import { inTransaction } from "../database/transaction";
import { Failure } from "../launch/failure";

type FoundAccount = { id: string; disabled: boolean; coordinator: boolean; places: string[] };

/**
 * Ends somebody's sessions and keeps them from signing in. It takes no keys away: a new key can only be made by
 * somebody who holds the present one.
 *
 * @throws Failure when nobody signs in with the address
 */
export const disableUser = (client: pg.Client, email: string, now: Date): Promise<string> =>
  inTransaction(client, async () => {
    const { id, disabled, coordinator, places } = await requireAccount(client, email);
    if (!disabled)
      await client.query("UPDATE account SET disabled_on = $2 WHERE id = $1", [id, berlinDay(now)]);
    const { rowCount } = await client.query("DELETE FROM staff_session WHERE account_id = $1", [id]);
    return [
      disabled ? "They were disabled already." : "They cannot sign in any more.",
      `Sessions ended: ${rowCount ?? 0}.`,
      ...(coordinator ? ["They are a coordinator of the network."] : []),
      ...places.map((place) => `They belong to ${place}.`),
      ...(places.length ? [KEYS_REMAIN] : []),
    ].join("\n");
  });

const KEYS_REMAIN = `
Their copies of the keys are still there, and only somebody at the site can take them away. Ask a lead of each site to
remove this person: that makes a new key, which they never had, and lets the lead hand their open cases over. Where
they were the only lead, invite a new one, who opens the site with two of the three printed shares.`;

/**
 * Lets somebody sign in again, also after they were locked because they had not for long.
 *
 * @throws Failure when nobody signs in with the address
 */
export const enableUser = (client: pg.Client, email: string, now: Date): Promise<string> =>
  inTransaction(client, async () => {
    const { id, disabled, places } = await requireAccount(client, email);
    await client.query("UPDATE account SET disabled_on = NULL, last_seen_on = $2 WHERE id = $1", [
      id,
      berlinDay(now),
    ]);
    return [
      disabled ? "They can sign in again." : "They were not disabled; a lock after long absence is lifted.",
      ...places.map((place) => `They belong to ${place}.`),
      "If a lead had removed them from a site, that lead has to invite them anew.",
    ].join("\n");
  });

async function requireAccount(client: pg.Client, email: string): Promise<FoundAccount> {
  const { rows } = await client.query<FoundAccount>(
    `SELECT id, disabled_on IS NOT NULL AS disabled, coordinator,
       ARRAY(SELECT m.site_id || ' (' || m.role || ')' FROM membership m WHERE m.account_id = id AND m.active
         ORDER BY 1) AS places
     FROM account WHERE email_lookup = $1 FOR UPDATE`,
    [emailLookup(email)],
  );
  if (rows[0]) return rows[0];
  throw new Failure("Nobody signs in with this e-mail address.");
}
