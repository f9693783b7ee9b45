import type { ReactNode } from "react";

type FigureCardProps = {
  id: string;
  heading: string;
  /** What has to be known to read it. */
  note: string;
  /** Where it stands what exactly is counted. */
  definition: { href: string; label: string };
  children: ReactNode;
};

/** A chart with its title, its table, and what has to be known to read it. */
export function FigureCard({ id, heading, note, definition, children }: FigureCardProps) {
  return (
    <figure
      id={id}
      className="card stat-figure"
      aria-labelledby={`${id}-heading`}
      aria-describedby={`${id}-note`}
    >
      <figcaption>
        <h2 id={`${id}-heading`}>{heading}</h2>
      </figcaption>
      {children}
      <p id={`${id}-note`} className="help">
        {note} <a href={definition.href}>{definition.label}</a>
      </p>
    </figure>
  );
}
