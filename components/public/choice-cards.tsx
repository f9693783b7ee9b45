import type { FieldWords } from "./field";
import { HelpAndError, Optional } from "./field";

/** One answer; the empty value is "don't know", which is an answer too. */
type Choice = { value: string; label: string };

type ChoiceCardsProps = FieldWords & {
  choices: Choice[];
  value: string;
  /** Short answers may stand side by side where there is room. */
  short?: boolean;
};

/** Answers as large cards, of which exactly one is chosen. */
export function ChoiceCards({ choices, value, short, ...words }: ChoiceCardsProps) {
  const chosen = choices.some((choice) => choice.value === value) ? value : "";
  return (
    <fieldset className="field" aria-describedby={words.help ? `${words.name}-help` : undefined}>
      <legend>
        {words.label} {words.optional && <Optional t={words.t} />}
      </legend>
      <HelpAndError {...words} />
      <div className={short ? "cards cards-short" : "cards"}>
        {choices.map((choice) => (
          <label key={choice.value} className="card">
            <input
              type="radio"
              name={words.name}
              value={choice.value}
              defaultChecked={choice.value === chosen}
              autoComplete="off"
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type TickCardProps = FieldWords & { checked: boolean };

/** One statement to agree to, sent as "yes". */
export function TickCard({ checked, ...words }: TickCardProps) {
  const { name, label, help } = words;
  return (
    <div className="field">
      <label className="card">
        <input
          type="checkbox"
          id={name}
          name={name}
          value="yes"
          defaultChecked={checked}
          autoComplete="off"
          aria-describedby={help ? `${name}-help` : undefined}
        />
        <span>
          <strong>{label}</strong> {words.optional && <Optional t={words.t} />}
        </span>
      </label>
      <HelpAndError {...words} />
    </div>
  );
}
