/** What the network has written itself, and the language it is in. */
export type Written = { text: string; lang: string };

/** A text of the network, in the little of Markdown that there is. */
export function WrittenText({ written }: { written: Written }) {
  return (
    <div lang={written.lang} dir="auto">
      {blocksOf(written.text).map(({ key, lines }) => (
        <Block key={key} lines={lines} />
      ))}
    </div>
  );
}

/** What stands between empty lines. */
const blocksOf = (text: string): { key: string; lines: string[] }[] =>
  text
    .split(/\n\s*\n/)
    .map((block, index) => ({ key: String(index), lines: block.split("\n").filter((line) => line.trim()) }))
    .filter(({ lines }) => lines.length > 0);

/** Headings, lists, and lines that stay lines. Nothing else has a meaning. */
function Block({ lines }: { lines: string[] }) {
  const [first = "", ...others] = lines;
  if (first.startsWith("## ")) {
    return (
      <>
        <h2>{first.slice(3)}</h2>
        {others.length > 0 && <Block lines={others} />}
      </>
    );
  }
  if (lines.every((line) => line.startsWith("- "))) {
    return (
      <ul>
        {lines.map((line) => (
          <li key={line}>{line.slice(2)}</li>
        ))}
      </ul>
    );
  }
  return (
    <p>
      {lines.map((line) => (
        <span key={line} className="line">
          {line}
        </span>
      ))}
    </p>
  );
}
