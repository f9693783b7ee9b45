/** A passphrase to take over as it is. Fresh with every page; it is known to nobody until it is used. */
export function Suggestion({ label, text }: { label: string; text: string }) {
  return (
    <p className="suggestion">
      {label} <code dir="ltr">{text}</code>
    </p>
  );
}
