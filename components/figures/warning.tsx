import { useTranslations } from "next-intl";
import { Sign } from "@/components/staff/sign";

/** These numbers are exact, and small ones give people away. */
export function FigureWarning() {
  const t = useTranslations("staff.figures.warning");
  return (
    <section className="figures-warning" aria-labelledby="figures-warning">
      <h2 id="figures-warning">
        <Sign name="alert" />
        {t("heading")}
      </h2>
      <p>{t("text")}</p>
      <p>{t("instead")}</p>
    </section>
  );
}
