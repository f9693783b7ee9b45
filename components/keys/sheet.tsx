import type { PrintedSheet, SheetWords } from "./print-state";

type SheetProps = { sheet: PrintedSheet; index: number; day: string; words: SheetWords };

/** One sheet of the emergency key: alone on its page, and all that whoever finds it in ten years needs to know. */
export function Sheet({ sheet: { groups, qr }, index, day, words }: SheetProps) {
  return (
    <section className="card key-sheet" aria-label={words.titles[index]}>
      <h3>{words.forSite}</h3>
      <p className="key-sheet-number">{words.titles[index]}</p>
      <p>{day}</p>
      <div className="key-share">
        <p className="code share-groups" dir="ltr" translate="no" data-testid="share">
          <span className="sr-only">{words.share}: </span>
          {groups.map((group, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be the same, and none ever moves
            <span key={place}>
              {group}
              {place < groups.length - 1 && "-"}
              <wbr />
            </span>
          ))}
        </p>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by the server from its own random share */}
        <div className="qr" role="img" aria-label={words.qr} dangerouslySetInnerHTML={{ __html: qr }} />
      </div>
      <h4>{words.useHeading}</h4>
      <p>{words.use}</p>
      <h4>{words.keepHeading}</h4>
      <p>{words.keep}</p>
    </section>
  );
}
