// Makes lib/locations/data/postcodes.json from a table of German postal codes with the columns
// plz,lat,lon,land,ags5,ort,kreis: node --import tsx scripts/build-postcodes.ts TABLE.csv
// The table comes from GeoNames (geonames.org, CC BY 4.0), whose licence wants it named wherever it is used.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const TARGET = path.resolve(import.meta.dirname, "../lib/locations/data/postcodes.json");
const CREDIT = "Postleitzahl-Daten: GeoNames (geonames.org), CC BY 4.0, bearbeitet";

/** Receivers of much mail have codes of their own, but nobody lives there. The town's name says more. */
const RECEIVER = /universität|hochschul|stadtverwaltung|sendezentrum|\bAG$/i;
const TOWN_DISTRICT = /^(?:Kreisfreie Stadt |Stadtkreis )|, .*[Ss]tadt$/g;

type Row = { code: string; lat: string; lon: string; states: string; town: string; district: string };

function readRow(line: string): Row {
  // The last column may hold commas; no other does.
  const [, code = "", lat = "", lon = "", states = "", town = "", rest = ""] =
    /^(\d{5}),([\d.]+),([\d.]+),([A-Z|]+),\d+,("[^"]*"|[^,]*),(.*)$/.exec(line) ?? [];
  const named = rest.replaceAll('"', "").replace(TOWN_DISTRICT, "");
  const name = unquoted(town);
  const place = RECEIVER.test(name) ? named : name;
  return { code, lat, lon, states, town: place, district: named === place ? "" : named };
}

const unquoted = (text: string): string => text.replaceAll('"', "");

const thousandths = (degrees: string): number => Math.round(Number(degrees) * 1000);

/** A line for each code. Where place and district are those of the line before, they are left out. */
function compact(rows: Row[]): { districts: string[]; codes: string[] } {
  const districts = [...new Set(rows.map(({ district }) => district))].toSorted((a, b) =>
    a.localeCompare(b, "de"),
  );
  let before = "";
  const codes = rows.map(({ code, lat, lon, states, town, district }) => {
    const place = `${states} ${districts.indexOf(district)} ${town}`;
    const repeated = place === before;
    before = place;
    return [code, thousandths(lat), thousandths(lon), ...(repeated ? [] : [place])].join(" ");
  });
  return { districts, codes };
}

const [table] = process.argv.slice(2);
if (!table) throw new Error("Name the table of postal codes.");
const rows = readFileSync(table, "utf8").trim().split(/\r?\n/).slice(1).map(readRow);
const broken = rows.findIndex(({ code, town }) => !code || !town);
if (broken >= 0) throw new Error(`Line ${broken + 2} of the table cannot be read.`);
const sorted = rows.toSorted((a, b) => a.code.localeCompare(b.code));
writeFileSync(
  TARGET,
  `${JSON.stringify({ credit: CREDIT, ...compact(sorted) }, null, 0).replaceAll('","', '",\n"')}\n`,
);
