import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Swatches } from "@/components/network/swatches";
import { SettingsForm } from "@/components/settings/settings-form";
import { requireNetworkDesk } from "@/lib/auth/gates";
import { DEFAULT_BRANDING, readSetting } from "@/lib/network/queries";
import { contrastOf, OWN_COLOURS, shownRatio } from "@/lib/network/rules";
import type { Branding, Logo } from "@/lib/network/types";
import { line } from "../../dashboard/site/part-fields";
import { changeBrandingAction, changeLogoAction } from "../actions";
import { formWords } from "../words";

const COLOURS = ["primary", "primaryDark", "accent"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.networkSettings.branding");
  return { title: t("title") };
}

/** Name, colours and logo of the public pages. */
export default async function BrandingPage() {
  const desk = await requireNetworkDesk();
  const [t, { value: branding, version }, logo] = await Promise.all([
    getTranslations("staff.networkSettings"),
    readSetting<Branding>(desk, "branding", DEFAULT_BRANDING),
    readSetting<Logo | null>(desk, "logo", null),
  ]);
  const swatches = COLOURS.map((use) => {
    const colour = branding[use] ?? OWN_COLOURS[use];
    const ratio = shownRatio(contrastOf(use, colour));
    return { use, colour, text: `${t(`fields.${use}`)}: ${t("branding.ratio", { ratio })}` };
  });
  return (
    <>
      <h1>{t("branding.title")}</h1>
      <p className="lead">{t("branding.lead")}</p>
      <Swatches swatches={swatches} />
      <SettingsForm
        id="branding"
        action={changeBrandingAction}
        hidden={{}}
        seen={String(version)}
        fields={[
          line("name", t("fields.name")),
          ...COLOURS.map((use) => line(use, t(`fields.${use}`), { ltr: true, help: t(`help.${use}`) })),
        ]}
        values={Object.fromEntries(
          ["name" as const, ...COLOURS].map((field) => [field, branding[field] ?? ""]),
        )}
        words={formWords(t)}
      />
      <h2>{t("branding.logo")}</h2>
      {logo.value && (
        <p>
          {/* biome-ignore lint/performance/noImgElement: a picture of a few kilobytes that never changes under its address */}
          <img
            src={`/logo/${logo.value.hash}`}
            width={logo.value.width}
            height={logo.value.height}
            alt={t("branding.logo")}
            className="settings-logo"
          />
        </p>
      )}
      <SettingsForm
        id="logo"
        action={changeLogoAction}
        hidden={{}}
        seen={String(logo.version)}
        fields={[
          {
            kind: "file",
            name: "logo",
            label: t("fields.logo"),
            help: t("help.logo"),
            accept: "image/png,image/webp",
          },
          ...(logo.value
            ? [{ kind: "check" as const, name: "remove", label: t("branding.removeLogo") }]
            : []),
        ]}
        values={{}}
        words={formWords(t)}
      />
    </>
  );
}
