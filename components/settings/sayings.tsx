import type { Saying } from "./form-spec";

/** Facts with what they say, line by line. */
export function Sayings({ sayings }: { sayings: readonly Saying[] }) {
  return (
    <dl className="pairs">
      {sayings.map(({ label, text }) => (
        <div key={`${label} ${text}`} className="pair">
          <dt>{label}</dt>
          <dd className="words" dir="auto">
            {text}
          </dd>
        </div>
      ))}
    </dl>
  );
}
