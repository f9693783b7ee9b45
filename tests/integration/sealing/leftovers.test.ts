import { randomBytes } from "node:crypto";
import type pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { addNote, answerPerson, enterCase } from "../../../lib/cases/commands";
import { enterCaseSchema } from "../../../lib/cases/schema";
import { formatReceipt } from "../../../lib/crypto/receipt";
import { newForm } from "../../../lib/intake/commands";
import { writeToSite } from "../../../lib/mailbox/commands";
import { givenCase, mailboxOf } from "../../support/cases";
import { NOW } from "../../support/clock";
import { asSuperuser } from "../../support/connections";
import { aForm } from "../../support/forms";
import { deskOf, givenCounsellor } from "../../support/sites";

const mark = (what: string): string => `${what}${randomBytes(8).toString("hex")}`;

/** Everything a person or a counsellor wrote, each findable by a mark of its own. */
const WRITTEN = {
  message: mark("message"),
  name: mark("name"),
  phone: `0151 ${randomBytes(4).readUInt32BE()}${randomBytes(4).readUInt32BE()}`,
  email: `${mark("mail")}@somewhere.example`,
  safeContact: mark("safe"),
  setting: mark("setting"),
  letter: mark("letter"),
  answer: mark("answer"),
  note: mark("note"),
  told: mark("told"),
  colleague: mark("colleague"),
};

const secrets: string[] = Object.values(WRITTEN);

beforeAll(async () => {
  const { message, name, phone, email, safeContact, setting, letter, answer, note, told, colleague } =
    WRITTEN;
  const desk = await deskOf(await givenCounsellor({ site: "koeln", name: colleague }));
  const { id: caseId, receipt } = await givenCase({ message, name, phone, email, safeContact, setting });
  await writeToSite(await mailboxOf(receipt), letter, "form", NOW);
  await answerPerson(desk, { caseId, lastSeq: 2, text: answer }, NOW);
  await addNote(desk, { caseId, noteId: crypto.randomUUID(), text: note }, NOW);
  const entered = enterCaseSchema.parse({ ...aForm({ message: told }), nonce: newForm(NOW) });
  await enterCase(desk, entered, "de", NOW);
  secrets.push(receipt, formatReceipt(receipt));
});

/** The ways in which a text can stand in a dump or a file. */
const spellings = (text: string): Buffer[] => [
  Buffer.from(text, "utf8"),
  Buffer.from(text, "utf16le"),
  Buffer.from(Buffer.from(text).toString("hex")),
  Buffer.from(Buffer.from(text).toString("base64").replace(/=+$/, "").slice(0, -2)),
];

const foundIn = (haystack: Buffer, needles: string[]): string[] =>
  needles.filter((needle) => spellings(needle).some((spelling) => haystack.includes(spelling)));

/** Every row of every table, as COPY would write it. */
async function dump(client: pg.Client): Promise<Buffer> {
  const { rows: tables } = await client.query<{ name: string }>(
    "SELECT oid::regclass::text AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'",
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
    parts.push(...rows.map(({ row }) => row));
  }
  return Buffer.from(parts.join("\n"));
}

/** What of it stands in the server's files: this database's tables and indexes, the write-ahead log, the rest. */
async function foundInFiles(client: pg.Client, needles: string[]): Promise<string[]> {
  await client.query("CHECKPOINT");
  const { rows: files } = await client.query<{ name: string }>(
    `SELECT d || '/' || f AS name FROM (SELECT 'base/' || oid AS d FROM pg_database WHERE datname = current_database()
         UNION VALUES ('global'), ('pg_wal'), ('pg_stat'), ('pg_stat_tmp'), ('pg_logical')) dirs,
       pg_ls_dir(d, true, false) f WHERE NOT (pg_stat_file(d || '/' || f, true)).isdir`,
  );
  expect(files.length).toBeGreaterThan(100);
  const found: string[] = [];
  for (const { name } of files) {
    const { rows } = await client.query<{ content: Buffer | null }>(
      "SELECT pg_read_binary_file($1, true) AS content",
      [name],
    );
    found.push(...foundIn(rows[0]?.content ?? Buffer.alloc(0), needles));
  }
  return [...new Set(found)];
}

describe("what people wrote", () => {
  it("stands in no table", async () => {
    expect(foundIn(await asSuperuser(dump), secrets)).toEqual([]);
  });

  it("stands in no file of the server", async () => {
    expect(await asSuperuser((client) => foundInFiles(client, secrets))).toEqual([]);
  });

  it("would be found in both if it were stored in the clear", async () => {
    const planted = mark("planted");
    await asSuperuser(async (client) => {
      await client.query("UPDATE site SET website = $1 WHERE id = 'bochum'", [planted]);
      await client.query("UPDATE case_file SET sealed_enquiry = convert_to($1, 'UTF8')", [`${planted}bytes`]);
      expect(foundIn(await dump(client), [planted, `${planted}bytes`])).toEqual([planted, `${planted}bytes`]);
      expect(await foundInFiles(client, [planted])).toEqual([planted]);
    });
  });
});
