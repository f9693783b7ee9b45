import { Sign } from "@/components/staff/sign";

export type ShownWarning = { text: string; href: string; link: string };

/** What a site still needs, above everything else on a lead's page, with the way to it. */
export function KeyWarnings({ label, warnings }: { label: string; warnings: ShownWarning[] }) {
  if (warnings.length === 0) return null;
  return (
    <section className="key-warnings" aria-label={label}>
      {warnings.map(({ text, href, link }) => (
        <p key={text} className="key-warning">
          <Sign name="alert" />
          <span>
            {text} <a href={href}>{link}</a>
          </span>
        </p>
      ))}
    </section>
  );
}
