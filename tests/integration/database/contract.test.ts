import { expect, it } from "vitest";
import { CLEAR_COLUMNS, SEALED_COLUMNS } from "../../../lib/crypto/contract";
import { readCatalogue } from "../../support/catalogue/read";
import type { Column } from "../../support/catalogue/rows";
import { asSuperuser, tentatively } from "../../support/connections";

/** Types too narrow for what a person might write; a column of any other type must be classified. */
const NARROW = ["uuid", "integer", "boolean", "date", "timestamp(0) with time zone"];

const place = ({ table, name }: Column): string => `${table}.${name}`;
const isClassified = (column: string): boolean => column in SEALED_COLUMNS || column in CLEAR_COLUMNS;

const unclassified = (columns: Column[]): string[] =>
  columns
    .filter(({ table, type }) => table !== "_prisma_migrations" && !NARROW.includes(type))
    .map(place)
    .filter((column) => !isClassified(column));

it("classifies every column that could hold what somebody wrote", async () => {
  const { columns } = await asSuperuser(readCatalogue);
  expect(unclassified(columns)).toEqual([]);
});

it.each(["text", "bytea", "jsonb", "varchar(5)", "text[]", "inet", "numeric", "timestamptz", "xml"])(
  "notices a new column of type %s",
  async (type) => {
    const { columns } = await tentatively(async (client) => {
      await client.query(`ALTER TABLE case_file ADD COLUMN planted ${type}`);
      return readCatalogue(client);
    });
    expect(unclassified(columns)).toEqual(["case_file.planted"]);
  },
);

it("lists only columns that exist, each once", async () => {
  const { columns } = await asSuperuser(readCatalogue);
  const existing = columns.map(place);
  const listed = [...Object.keys(SEALED_COLUMNS), ...Object.keys(CLEAR_COLUMNS)];
  expect(listed.filter((column) => !existing.includes(column))).toEqual([]);
  expect(new Set(listed).size).toBe(listed.length);
});

it("stores what is sealed as bytes", async () => {
  const { columns } = await asSuperuser(readCatalogue);
  const sealed = columns.filter((column) => place(column) in SEALED_COLUMNS);
  expect(sealed.map(({ type }) => type)).toEqual(sealed.map(() => "bytea"));
});

it("gives a reason for every column in the clear", () => {
  expect(Object.entries(CLEAR_COLUMNS).filter(([, reason]) => reason.length < 4)).toEqual([]);
});
