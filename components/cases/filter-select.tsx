type FilterSelectProps = {
  name: string;
  label: string;
  chosen: string | undefined;
  options: [value: string, label: string][];
  /** The one that the keyboard jumps to. */
  first?: boolean;
};

export function FilterSelect({ name, label, chosen, options, first }: FilterSelectProps) {
  return (
    <div className="field">
      <label htmlFor={`filter-${name}`}>{label}</label>
      <select
        id={`filter-${name}`}
        name={name}
        defaultValue={chosen ?? ""}
        data-filter={first ? "" : undefined}
      >
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
