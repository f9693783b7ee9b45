// The limit program of the case list: a page in the same layout and frame that lists fifty rows it always has.
// Copied into the build that is measured, and into no other.
import { Frame } from "@/components/staff/frame";
import { RailLink } from "@/components/staff/rail-link";

const COLUMNS = ["Fall", "Stand", "Sprache", "Kanal", "Wartet", "Eingang", "Bei"];
const ROWS = Array.from({ length: 50 }, (_, row) => [
  `Fall ${row + 1}`,
  "in Beratung",
  "Deutsch",
  "Telefon",
  `${row} Tage`,
  "02.03.26",
  "niemand",
]);

export default function ConstantRowsPage() {
  return (
    <Frame
      home="/de/bench"
      place="Bench"
      signOut={signOut}
      links={<RailLink href="/de/bench">Liste</RailLink>}
    >
      <h1>Liste</h1>
      <table className="cases">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row[0]}>
              {row.map((cell, column) => (
                <td key={COLUMNS[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Frame>
  );
}

async function signOut(): Promise<void> {
  "use server";
}
