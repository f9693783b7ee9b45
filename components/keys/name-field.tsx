import { describe, Field } from "@/components/staff/form-parts";
import type { FormState } from "@/components/staff/form-state";

/** How colleagues will see somebody. */
export function NameField({ label, help, state }: { label: string; help: string; state: FormState }) {
  const error = state.errors?.name;
  return (
    <Field id="name" label={label} help={help} error={error}>
      <input
        {...describe("name", help, error)}
        name="name"
        type="text"
        dir="auto"
        autoComplete="name"
        defaultValue={state.values?.name ?? ""}
      />
    </Field>
  );
}
