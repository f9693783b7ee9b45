import type { Saying } from "./form-spec";
import { Sayings } from "./sayings";

/** What somebody else has written meanwhile, to be compared with what was typed. */
export function Current({ heading, sayings }: { heading: string; sayings: readonly Saying[] }) {
  return (
    <section className="settings-current">
      <h3>{heading}</h3>
      <Sayings sayings={sayings} />
    </section>
  );
}
