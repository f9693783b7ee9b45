import { Part, type Reader, TrustPage } from "./trust-page";
import { type Written, WrittenText } from "./written-text";

/** Whom to tell when the counselling itself was not good. */
export function ComplaintsPage({ written, ...reader }: Reader & { written: Written | null }) {
  const { t, locale } = reader;
  return (
    <TrustPage
      {...reader}
      path="/complaints"
      title={t("public.footer.complaints")}
      heading={t("public.complaints.heading")}
      lead={t("public.complaints.lead")}
    >
      <Part heading={t("public.complaints.site.heading")}>
        <p>{t("public.complaints.site.text")}</p>
      </Part>
      <Part heading={t("public.complaints.other.heading")}>
        <p>
          {t.rich("public.complaints.other.text", {
            link: (words) => <a href={`/${locale}/locations`}>{words}</a>,
          })}
        </p>
      </Part>
      {written && (
        <Part heading={t("public.complaints.network")}>
          <WrittenText written={written} />
        </Part>
      )}
      <Part heading={t("public.complaints.data.heading")}>
        <p>{t("public.complaints.data.text")}</p>
      </Part>
    </TrustPage>
  );
}
