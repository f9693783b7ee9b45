type SwatchesProps = { swatches: { use: string; colour: string; text: string }[] };

/** Colours with what is to be known of them. Drawn, because the page's policy allows no inline style. */
export function Swatches({ swatches }: SwatchesProps) {
  return (
    <ul className="settings-swatches">
      {swatches.map(({ use, colour, text }) => (
        <li key={use}>
          <svg viewBox="0 0 3 2" aria-hidden="true" focusable="false">
            <rect width="3" height="2" fill={colour} />
          </svg>
          {text} <bdi dir="ltr">{colour}</bdi>
        </li>
      ))}
    </ul>
  );
}
