import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireNetworkDesk } from "@/lib/auth/gates";
import { TABLES } from "@/lib/statistics/definitions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.statistics.definitions");
  return { title: t("title") };
}

const METHOD = ["counted", "rounded", "sums", "once", "gate", "limits"] as const;

/** What every figure counts, how the numbers come about, and what they cannot say. */
export default async function DefinitionsPage() {
  await requireNetworkDesk();
  const t = await getTranslations("staff");
  return (
    <div className="stat stat-definitions">
      <h1>{t("statistics.definitions.title")}</h1>
      <p className="lead">{t("statistics.definitions.lead")}</p>
      <h2>{t("statistics.definitions.figures")}</h2>
      <dl>
        {(["total", "sites"] as const).map((name) => (
          <Definition
            key={name}
            id={name}
            term={t(`statistics.${name}.heading`)}
            text={t(`statistics.definitions.${name}`)}
          />
        ))}
        {TABLES.map((table) => (
          <Definition
            key={table}
            id={table}
            term={t(`figures.tables.${table}`)}
            text={t(`statistics.definitions.tables.${table}`)}
          />
        ))}
      </dl>
      <h2 id="method">{t("statistics.definitions.method")}</h2>
      <p>{t("statistics.method")}</p>
      <dl>
        {METHOD.map((name) => (
          <Definition
            key={name}
            id={name}
            term={t(`statistics.definitions.${name}.heading`)}
            text={t(`statistics.definitions.${name}.text`)}
          />
        ))}
      </dl>
    </div>
  );
}

function Definition({ id, term, text }: { id: string; term: string; text: string }) {
  return (
    <div id={id}>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </div>
  );
}
