import type { Translator } from "@/lib/i18n/translator";

/** Whom to call when it cannot wait: this site answers in days. */
export function DangerLine({ t }: { t: Translator }) {
  return (
    <p className="danger">
      {t.rich("public.danger", {
        police: (number) => <a href="tel:110">{number}</a>,
        ambulance: (number) => <a href="tel:112">{number}</a>,
      })}
    </p>
  );
}
