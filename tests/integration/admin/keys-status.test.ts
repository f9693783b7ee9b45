import { rmSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { newEpoch } from "../../../lib/crypto/epoch";
import { newKeyPair } from "../../../lib/crypto/hpke";
import { env } from "../../../lib/env";
import { givenAccount } from "../../support/accounts";
import { givenCase } from "../../support/cases";
import { asOwner, asSuperuser } from "../../support/connections";
import { says } from "../../support/operator";

/** The columns of a site's line, without its fingerprint. */
async function lineOf(site: string): Promise<string[]> {
  const lines = (await says("keys", "status")).split("\n");
  const line = lines.find((each) => each.startsWith(`${site} `));
  if (!line) throw new Error(`${site} is not in the table`);
  return line.split(/ {2,}/).slice(1, 8);
}

const epochTwo = async (publicKey: Uint8Array): Promise<void> => {
  await asOwner((client) =>
    client.query(
      "INSERT INTO site_key (site_id, epoch, public_key, created_on) VALUES ('koeln', 2, $1, '2025-03-01')",
      [publicKey],
    ),
  );
};

beforeAll(async () => {
  await givenAccount({ site: "koeln" });
  await givenCase({ site: "koeln" });
  await givenCase({ site: "koeln" });
});

it("says of a site without keys that there are none", async () => {
  expect(await lineOf("bayern")).toEqual(["yes", "none", "-", "-", "-", "-", "-"]);
});

it("counts who holds the newest key and may sign in", async () => {
  expect(await lineOf("koeln")).toEqual(["yes", "1", "2025-01-01", "1", "none", "0", "ok"]);
  const { id } = await givenAccount({ site: "koeln" });
  expect((await lineOf("koeln"))[3]).toBe("2");
  await asSuperuser((client) =>
    client.query("UPDATE account SET disabled_on = '2025-03-01' WHERE id = $1", [id]),
  );
  expect((await lineOf("koeln"))[3]).toBe("1");
});

it("counts open cases under an older key without the owner seeing any", async () => {
  const { key, grants } = await newEpoch({ site: "koeln", epoch: 2 }, [], []);
  expect(grants).toEqual([]);
  await epochTwo(key.publicKey);
  expect(await lineOf("koeln")).toEqual(["yes", "2", "2025-03-01", "0", "none", "2", "ok"]);

  await asSuperuser((client) => client.query("UPDATE case_file SET status = 'closed' WHERE number = 1"));
  expect((await lineOf("koeln"))[5]).toBe("1");
  const { rows } = await asOwner((client) => client.query("SELECT * FROM case_file"));
  expect(rows).toEqual([]);
});

it("counts a print only where it opens the newest key", async () => {
  const id = "00000000-0000-4000-8000-000000000001";
  await asSuperuser(async (client) => {
    await client.query("INSERT INTO site_recovery VALUES ('koeln', $1, $2, '2025-03-02', '2025-03-03')", [
      id,
      Buffer.alloc(32),
    ]);
    await client.query("INSERT INTO site_key_recovery VALUES ('koeln', 1, $1, $2, $2)", [
      id,
      Buffer.alloc(8),
    ]);
  });
  expect((await lineOf("koeln"))[4]).toBe("none");
  await asSuperuser((client) =>
    client.query("INSERT INTO site_key_recovery VALUES ('koeln', 2, $1, $2, $2)", [id, Buffer.alloc(8)]),
  );
  expect((await lineOf("koeln"))[4]).toBe("2025-03-03");
});

it("names a key that was swapped, an older one, and one whose pins are gone", async () => {
  const swap = async (epoch: number) => {
    const { publicKey } = await newKeyPair();
    await asOwner((client) =>
      client.query("UPDATE site_key SET public_key = $1 WHERE site_id = 'koeln' AND epoch = $2", [
        publicKey,
        epoch,
      ]),
    );
  };
  await asSuperuser(async (client) => {
    await client.query("DELETE FROM site_key_recovery WHERE epoch = 2");
    await client.query("DELETE FROM site_key WHERE site_id = 'koeln' AND epoch = 2");
  });
  expect((await lineOf("koeln"))[6]).toBe("OLD");
  await swap(1);
  expect((await lineOf("koeln"))[6]).toBe("UNKNOWN");
  rmSync(env().KEY_PINS_FILE);
  expect((await lineOf("koeln"))[6]).toBe("UNKNOWN");
});

it("shows each key's fingerprint in the same way each time", async () => {
  const fingerprints = async () => (await says("keys", "status")).match(/([0-9a-f]{4} ){3}[0-9a-f]{4}/g);
  const [first, again] = [await fingerprints(), await fingerprints()];
  expect(first).toHaveLength(1);
  expect(again).toEqual(first);
});
