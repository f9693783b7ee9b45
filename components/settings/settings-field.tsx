import { describe, Field } from "@/components/staff/form-parts";
import { Sign } from "@/components/staff/sign";
import type { FieldSpec, Option, OptionGroup, SettingsState } from "./form-spec";

type Values = Readonly<Record<string, string>>;
type FieldProps = { form: string; field: FieldSpec; values: Values; state: SettingsState };
type Of<K extends FieldSpec["kind"]> = Omit<FieldProps, "field"> & { field: Extract<FieldSpec, { kind: K }> };

/** One field of a settings form, whatever its kind. */
export function SettingsField({ field, ...rest }: FieldProps) {
  switch (field.kind) {
    case "line":
      return <Line field={field} {...rest} />;
    case "paragraph":
      return <Paragraph field={field} {...rest} />;
    case "check":
      return <Check field={field} {...rest} />;
    case "share":
      return <Share field={field} {...rest} />;
    case "choice":
      return <Choice field={field} {...rest} />;
    case "boxes":
      return <Boxes field={field} {...rest} />;
    case "file":
      return <File field={field} {...rest} />;
    case "group":
      return <Group field={field} {...rest} />;
  }
}

/** Ids carry the form's name, because a page has several, and no dots, which mean something in a selector. */
const idOf = (form: string, name: string): string => `${form}-${name.replaceAll(".", "-")}`;

function Line({ form, field, values, state }: Of<"line">) {
  const { name, label, help, type = "text", ltr, numeric, wide } = field;
  const [id, error] = [idOf(form, name), state.errors?.[name]];
  return (
    <Field id={id} label={label} help={help} error={error} wide={wide ?? false}>
      <input
        {...describe(id, help, error)}
        name={name}
        type={type}
        dir={ltr ? "ltr" : "auto"}
        inputMode={numeric ? "numeric" : undefined}
        spellCheck={ltr ? false : undefined}
        defaultValue={values[name] ?? ""}
      />
    </Field>
  );
}

function Paragraph({ form, field, values, state }: Of<"paragraph">) {
  const { name, label, help, rows, lang, ltr } = field;
  const [id, error] = [idOf(form, name), state.errors?.[name]];
  return (
    <Field id={id} label={label} help={help} error={error} wide>
      <textarea
        {...describe(id, help, error)}
        name={name}
        rows={rows}
        lang={lang}
        dir={ltr ? "ltr" : "auto"}
        defaultValue={values[name] ?? ""}
      />
    </Field>
  );
}

function Check({ form, field: { name, label, help }, values }: Of<"check">) {
  const [id, ticked] = [idOf(form, name), values[name] === "yes"];
  return (
    <div className="field-wide">
      <label className="check">
        {/* A new element for a new default: resetting the form brings an old one back to its first. */}
        <input
          key={String(ticked)}
          type="checkbox"
          {...describe(id, help)}
          name={name}
          value="yes"
          defaultChecked={ticked}
        />
        {label}
      </label>
      {help && (
        <p className="help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}

function Share({ form, field: { tick, tickLabel, name, label }, values, state }: Of<"share">) {
  const [id, error] = [idOf(form, name), state.errors?.[name]];
  return (
    <div className="field-wide shared-words">
      <Check
        form={form}
        field={{ kind: "check", name: tick, label: tickLabel }}
        values={values}
        state={state}
      />
      <Field id={id} label={label} error={error} wide>
        <textarea
          {...describe(id, undefined, error)}
          name={name}
          rows={1}
          dir="auto"
          defaultValue={values[name] ?? ""}
        />
      </Field>
    </div>
  );
}

function Choice({ form, field: { name, label, help, options }, values, state }: Of<"choice">) {
  const [id, error, chosen] = [idOf(form, name), state.errors?.[name], values[name] ?? ""];
  return (
    <Field id={id} label={label} help={help} error={error}>
      <select key={chosen} {...describe(id, help, error)} name={name} defaultValue={chosen}>
        <ChoiceOptions options={options} />
      </select>
    </Field>
  );
}

/** The options of a select, in groups where they have two levels. */
export const ChoiceOptions = ({ options }: { options: (Option | OptionGroup)[] }) =>
  options.map((option) =>
    "options" in option ? (
      <optgroup key={option.label} label={option.label}>
        <ChoiceOptions options={option.options} />
      </optgroup>
    ) : (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ),
  );

function Boxes({ form, field: { name, legend, help, options }, values, state }: Of<"boxes">) {
  const [id, error] = [idOf(form, name), state.errors?.[name]];
  const check = ({ value, label }: Option) => (
    <Check
      key={value}
      form={form}
      field={{ kind: "check", name: `${name}.${value}`, label }}
      values={values}
      state={state}
    />
  );
  return (
    <fieldset className="settings-boxes" aria-describedby={error && `${id}-error`}>
      <legend>{legend}</legend>
      {help && <p className="help">{help}</p>}
      {error && (
        <p className="error" id={`${id}-error`}>
          <Sign name="alert" />
          {error}
        </p>
      )}
      {options.map((option) =>
        "options" in option ? (
          <fieldset key={option.label} className="settings-boxes">
            <legend>{option.label}</legend>
            {option.options.map(check)}
          </fieldset>
        ) : (
          check(option)
        ),
      )}
    </fieldset>
  );
}

function File({ form, field: { name, label, help, accept }, state }: Of<"file">) {
  const [id, error] = [idOf(form, name), state.errors?.[name]];
  return (
    <Field id={id} label={label} help={help} error={error} wide>
      <input {...describe(id, help, error)} name={name} type="file" accept={accept} />
    </Field>
  );
}

function Group({ form, field: { legend, help, fields, folded }, values, state }: Of<"group">) {
  const inner = fields.map((field, index) => (
    <SettingsField
      key={"name" in field ? field.name : index}
      form={form}
      field={field}
      values={values}
      state={state}
    />
  ));
  if (folded) {
    const open = namesIn(fields).some((name) => state.errors?.[name]);
    return (
      <details className="settings-folded" open={open}>
        <summary>{legend}</summary>
        <div className="settings-group">{inner}</div>
      </details>
    );
  }
  return (
    <fieldset className="settings-group">
      <legend>{legend}</legend>
      {help && <p className="help field-wide">{help}</p>}
      {inner}
    </fieldset>
  );
}

const namesIn = (fields: FieldSpec[]): string[] =>
  fields.flatMap((field) => (field.kind === "group" ? namesIn(field.fields) : [field.name]));
