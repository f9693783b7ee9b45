import { useTranslations } from "next-intl";

type SiteChoiceProps = { sites: readonly { id: string; name: string }[]; chosen: string };

/** Whether the draft goes to another site of the network; asks for the page anew, which works without scripts. */
export function SiteChoice({ sites, chosen }: SiteChoiceProps) {
  const t = useTranslations("staff.handovers");
  if (sites.length === 0) return null;
  return (
    <form method="get" className="field handover-choice">
      <label htmlFor="handover-site">{t("choose")}</label>
      <div className="choice">
        <select id="handover-site" name="to" defaultValue={chosen}>
          <option value="">{t("chooseNone")}</option>
          {sites.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <button type="submit" className="button button-quiet">
          {t("chooseButton")}
        </button>
      </div>
    </form>
  );
}
