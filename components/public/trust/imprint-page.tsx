import { type Reader, TrustPage } from "./trust-page";
import { type Written, WrittenText } from "./written-text";

/** Who is responsible for the site: only the network can say so. */
export function ImprintPage({ written, ...reader }: Reader & { written: Written | null }) {
  const title = reader.t("public.texts.imprint");
  return (
    <TrustPage {...reader} path="/imprint" title={title} heading={title}>
      {written ? <WrittenText written={written} /> : <p>{reader.t("public.texts.none")}</p>}
    </TrustPage>
  );
}
