import { Sign } from "@/components/staff/sign";

export type StepMark = { label: string; state: "done" | "now" | "next" };

/** Where somebody is on the way in: what is done, what is next. */
export function Steps({
  label,
  steps,
  doneWord,
}: {
  label: string;
  steps: readonly StepMark[];
  doneWord: string;
}) {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map(({ label: step, state }, index) => (
        <li key={step} className={`step step-${state}`} aria-current={state === "now" ? "step" : undefined}>
          <span className="step-number">{state === "done" ? <Sign name="done" /> : index + 1}</span>
          <span>
            {step}
            {state === "done" && <span className="sr-only"> ({doneWord})</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
