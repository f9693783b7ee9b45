import { cleanText } from "@/lib/http/clean";

/** Everything that was typed into a form, cleaned as it would be stored. Next's own fields begin with `$`. */
export const typedValues = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === "string" && !name.startsWith("$") ? [[name, cleanText(value)]] : [],
    ),
  );
