import type { Translator } from "@/lib/i18n/translator";

const QUESTIONS = ["proof", "residence", "past", "lawyers", "others", "young", "answer"] as const;

/** What people ask before they dare to write. An answer opens under its question, without a script. */
export function Questions({ t }: { t: Translator }) {
  return (
    <section>
      <h2>{t("public.home.questions.heading")}</h2>
      <div className="questions">
        {QUESTIONS.map((question) => (
          <details key={question}>
            <summary>{t(`public.home.questions.${question}`)}</summary>
            <p>{t(`public.home.questions.${question}Text`)}</p>
          </details>
        ))}
      </div>
    </section>
  );
}
