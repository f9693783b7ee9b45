import type { Saying } from "@/components/settings/form-spec";
import { Sayings } from "@/components/settings/sayings";

export type PrintedSection = { id: string; heading: string; sayings: Saying[] };

/** What is known of a case, one heading below the other; what nobody has filled in is left out. */
export const PrintedSections = ({ sections }: { sections: PrintedSection[] }) =>
  sections
    .filter(({ sayings }) => sayings.length > 0)
    .map(({ id, heading, sayings }) => (
      <section key={id} className="card">
        <h2>{heading}</h2>
        <Sayings sayings={sayings} />
      </section>
    ));
