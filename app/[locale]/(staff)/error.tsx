"use client";

import { useFaultWords } from "@/components/staff/fault-words";
import { WeaveMark } from "@/components/staff/weave-mark";

type FaultProps = { error: Error & { digest?: string }; reset: () => void };

/** Says what to do, and the number under which the journal knows more. Never what went wrong inside. */
export default function Fault({ error, reset }: FaultProps) {
  const words = useFaultWords();
  if (!words) return null;
  return (
    <main className="alone" id="main">
      <WeaveMark />
      <h1>{words.heading}</h1>
      <p>{words.text}</p>
      {error.digest && <p className="help">{words.id.replace("{id}", error.digest)}</p>}
      <p className="actions">
        <button type="button" className="button" onClick={reset}>
          {words.retry}
        </button>
        <a className="button button-quiet" href={words.homeHref}>
          {words.home}
        </a>
      </p>
    </main>
  );
}
