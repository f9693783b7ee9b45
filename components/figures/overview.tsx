import { useTranslations } from "next-intl";
import type { OwnFigures } from "@/lib/figures/types";
import { changeOf } from "./words";

/** The four numbers that somebody wants to know first. */
export function Overview({ figures }: { figures: OwnFigures }) {
  const t = useTranslations("staff.figures");
  const { arrived, closed, open, waiting } = figures;
  const numbers = [
    { name: "arrived", ...arrived },
    { name: "closed", ...closed },
    { name: "open", value: open, before: null },
    { name: "waiting", value: waiting, before: null },
  ] as const;
  return (
    <ul className="figures-overview" aria-label={t("overview")}>
      {numbers.map(({ name, value, before }) => (
        <li key={name} className="card">
          <p className="figure-name">{t(name)}</p>
          <p className="figure">{value}</p>
          {before !== null && (
            <p>
              {t("beforeIs", { digits: String(before) })} ({changeOf(value, before)})
            </p>
          )}
          <p className="help">{t(`${name}Help`)}</p>
        </li>
      ))}
    </ul>
  );
}
