import type { Knowledge, Sum } from "./knowledge";

/**
 * How many values each unknown count is shown to have by an example: the published numbers taken for the truth, and
 * that truth with some counts larger by 1, 2, 3, …, by the same each. Along with a count its total grows; along with the
 * total of a site one cell of each other table of the site, the total of a ground and that of the network.
 *
 * This takes time in proportion to the number of cells. It proves less than a linear program finds, but never more:
 * an example that adds up and contradicts nothing is a possible truth. That it does is checked apart from
 * how it was made.
 */
export function witnessedValues(knowledge: Knowledge): number[] {
  const { unknowns } = knowledge;
  if (!isPossible(knowledge)) return unknowns.map(() => 0);
  const book = bookOf(knowledge);
  return unknowns.map((_, index) => {
    const growing = growAlong(index, book);
    return addsUp(growing, book) ? 1 + Math.min(...[...growing].map((each) => roomOf(knowledge, each))) : 1;
  });
}

/** Whether the published numbers could be the truth themselves. */
function isPossible({ unknowns, sums }: Knowledge): boolean {
  const at = (index: number) => unknowns[index]?.published ?? 0;
  return (
    unknowns.every(({ published, lower, upper }) => lower <= published && published <= upper) &&
    sums.every(({ whole, parts }) => parts.reduce((total, part) => total + at(part), 0) === at(whole))
  );
}

const roomOf = ({ unknowns }: Knowledge, index: number): number => {
  const { published, upper } = unknowns[index] ?? { published: 0, upper: 0 };
  return upper - published;
};

/** For each count the sums it is a part of and the whole of, and for each sum the part that can grow most. */
type Book = {
  readonly partOf: readonly (readonly Sum[])[];
  readonly wholeOf: readonly (readonly Sum[])[];
  readonly roomiest: ReadonlyMap<Sum, number>;
};

function bookOf(knowledge: Knowledge): Book {
  const partOf: Sum[][] = knowledge.unknowns.map(() => []);
  const wholeOf: Sum[][] = knowledge.unknowns.map(() => []);
  const roomiest = new Map<Sum, number>();
  for (const sum of knowledge.sums) {
    wholeOf[sum.whole]?.push(sum);
    for (const part of sum.parts) partOf[part]?.push(sum);
    const room = (part: number) => roomOf(knowledge, part);
    roomiest.set(
      sum,
      sum.parts.reduce((best, part) => (room(part) > room(best) ? part : best)),
    );
  }
  return { partOf, wholeOf, roomiest };
}

/** Which counts grow when this one does. */
function growAlong(index: number, { partOf, wholeOf, roomiest }: Book): Set<number> {
  const growing = new Set([index]);
  const chosen = new Set<Sum>();
  for (const each of growing) {
    for (const sum of partOf[each] ?? []) {
      chosen.add(sum);
      growing.add(sum.whole);
    }
    // The total grew because of a part, or else takes one along.
    for (const sum of wholeOf[each] ?? []) if (!chosen.has(sum)) growing.add(roomiest.get(sum) ?? index);
  }
  return growing;
}

/** In every sum concerned, the whole grows and exactly one of its parts, or a whole and its parts would differ. */
function addsUp(growing: ReadonlySet<number>, { partOf, wholeOf }: Book): boolean {
  const grown = new Map<Sum, number>();
  for (const each of growing) for (const sum of partOf[each] ?? []) grown.set(sum, (grown.get(sum) ?? 0) + 1);
  const wholes = [...growing].flatMap((each) => wholeOf[each] ?? []);
  return (
    wholes.every((sum) => grown.get(sum) === 1) && [...grown.keys()].every(({ whole }) => growing.has(whole))
  );
}
