import { Part, Points, type Reader, TrustPage } from "./trust-page";

const DOES = ["keyboard", "zoom", "contrast", "plain", "languages"] as const;
const LIMITS = ["tested", "simple", "sign", "own"] as const;

/** What works for whom, what is still missing, and whom to tell. */
export function AccessibilityPage(reader: Reader) {
  const { t, locale } = reader;
  const title = t("public.footer.accessibility");
  return (
    <TrustPage
      {...reader}
      path="/accessibility"
      title={title}
      heading={title}
      lead={t("public.accessibility.lead")}
    >
      <Part heading={t("public.accessibility.does.heading")}>
        <Points points={DOES.map((point) => t(`public.accessibility.does.${point}`))} />
      </Part>
      <Part heading={t("public.accessibility.limits.heading")}>
        <Points points={LIMITS.map((point) => t(`public.accessibility.limits.${point}`))} />
      </Part>
      <Part heading={t("public.accessibility.report.heading")}>
        <p>
          {t.rich("public.accessibility.report.text", {
            link: (words) => <a href={`/${locale}/contact`}>{words}</a>,
          })}
        </p>
      </Part>
    </TrustPage>
  );
}
