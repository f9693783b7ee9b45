type Field = readonly [name: string, value: string];
type InterruptedForm = { id: string; to: string; fields: readonly Field[] };

type InterruptedFormsProps = {
  forms: readonly InterruptedForm[];
  /** The field by which the page knows that this is to be looked at again, not done. */
  mark: string;
  button: string;
};

const SHOWN = 300;

/** Forms as they were sent, to be sent once more to their own page: no scripts are needed for them to come back. */
export const InterruptedForms = ({ forms, mark, button }: InterruptedFormsProps) =>
  forms.map(({ id, to, fields }) => (
    <form key={id} method="post" encType="multipart/form-data" action={to} className="stack">
      {fields.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: names repeat, and the list never changes
        <input key={`${index} ${name}`} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name={mark} value={id} />
      <Beginning text={beginningOf(fields)} />
      <p className="actions">
        <button type="submit" className="button">
          {button}
        </button>
      </p>
    </form>
  ));

const Beginning = ({ text }: { text: string }) =>
  text && (
    <blockquote className="words" dir="auto">
      {text}
    </blockquote>
  );

/** The longest that was typed says best which form it is. What looks like a code or an id tells nobody anything. */
function beginningOf(fields: readonly Field[]): string {
  const typed = fields.filter(([name, value]) => !name.startsWith("$") && !/^[\w-]*$/.test(value));
  const longest = typed.reduce((found, [, value]) => (value.length > found.length ? value : found), "");
  return longest.length > SHOWN ? `${longest.slice(0, SHOWN)} …` : longest;
}
