import { Part, type Reader, TrustPage } from "./trust-page";

/** How to use the site when others must not know: what helps, and what does not. */
export function SafetyPage(reader: Reader) {
  const { t } = reader;
  return (
    <TrustPage
      {...reader}
      path="/safety"
      title={t("public.notice.title")}
      heading={t("public.safety.heading")}
      lead={t("public.safety.lead")}
    >
      <Part heading={t("public.safety.exit.heading")}>
        <p>{t("public.safety.exit.text")}</p>
        <p data-scripted="" hidden>
          {t("public.exit.keys")}
        </p>
        <p>{t("public.safety.exit.limits")}</p>
      </Part>
      <Part heading={t("public.safety.private.heading")}>
        <p>{t("public.safety.private.text")}</p>
      </Part>
      <Part heading={t("public.safety.history.heading")}>
        <p>{t("public.safety.history.text")}</p>
      </Part>
      <Part heading={t("public.safety.shared.heading")}>
        <p>{t("public.safety.shared.text")}</p>
        <p>{t("public.safety.shared.watched")}</p>
      </Part>
      <Part heading={t("public.safety.work.heading")}>
        <p>{t("public.safety.work.text")}</p>
      </Part>
      <Part heading={t("public.safety.code.heading")}>
        <p>{t("public.safety.code.text")}</p>
      </Part>
    </TrustPage>
  );
}
