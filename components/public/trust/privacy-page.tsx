import { Part, Points, type Reader, TrustPage } from "./trust-page";
import { type Written, WrittenText } from "./written-text";

/**
 * What is stored, how it is sealed, for how long and who can read it, with the honest limits. What holds for the app
 * itself stands here; who is responsible in law is for the network to write.
 */
export function PrivacyPage({ written, ...reader }: Reader & { written: Written | null }) {
  const { t } = reader;
  const title = t("public.texts.privacy");
  return (
    <TrustPage {...reader} path="/privacy" title={title} heading={title} lead={t("public.privacy.lead")}>
      <Part heading={t("public.privacy.stored.heading")}>
        <Points
          points={(["form", "notes", "day"] as const).map((point) => t(`public.privacy.stored.${point}`))}
        />
      </Part>
      <Part heading={t("public.privacy.never.heading")}>
        <Points
          points={(["address", "visits", "cookies"] as const).map((point) =>
            t(`public.privacy.never.${point}`),
          )}
        />
      </Part>
      <Part heading={t("public.privacy.sealed.heading")}>
        <p>{t("public.privacy.sealed.text")}</p>
        <p>{t("public.privacy.sealed.clear")}</p>
      </Part>
      <Part heading={t("public.privacy.readers.heading")}>
        <p>{t("public.privacy.readers.text")}</p>
      </Part>
      <Part heading={t("public.privacy.duration.heading")}>
        <p>{t("public.privacy.duration.text")}</p>
      </Part>
      <Part heading={t("public.contact.privacy.limitsHeading")}>
        <p>{t("public.contact.privacy.limitsServer")}</p>
        <p>{t("public.contact.privacy.limitsDevice")}</p>
        <p>{t("public.privacy.limitsNetwork")}</p>
      </Part>
      <Part heading={t("public.privacy.rights.heading")}>
        <p>{t("public.privacy.rights.text")}</p>
        <p>{t("public.privacy.rights.authority")}</p>
      </Part>
      {written && (
        <Part heading={t("public.privacy.own")}>
          <WrittenText written={written} />
        </Part>
      )}
    </TrustPage>
  );
}
