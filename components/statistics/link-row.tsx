export type LinkRowItem = { href: string; label: string; here?: boolean };

/** Ways on, in a row: periods to choose, or files to take along. */
export function LinkRow({ label, items }: { label: string; items: readonly LinkRowItem[] }) {
  return (
    <nav className="stat-links" aria-label={label}>
      <ul>
        {items.map(({ href, label: text, here }) => (
          <li key={href}>
            <a href={href} aria-current={here ? "true" : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
