import { useLocale, useTranslations } from "next-intl";
import { Sign } from "@/components/staff/sign";
import { formatDay } from "@/components/staff/wording";
import type { KeyHealth } from "@/lib/keys/types";

/** How well the keys are kept, in sentences, each with a sign that says whether it is well. */
export function KeyHealthList({ health }: { health: KeyHealth & { fewPeople: boolean } }) {
  const t = useTranslations("staff.siteKeys.health");
  const locale = useLocale();
  const { people, since, recoveryConfirmedOn, toRewrap, fewPeople } = health;
  const points = [
    { well: !fewPeople, text: t("people", { count: people, digits: String(people) }) },
    {
      well: recoveryConfirmedOn !== null,
      text: recoveryConfirmedOn
        ? t("printYes", { day: formatDay(locale, recoveryConfirmedOn) })
        : t("printNo"),
    },
    { well: true, text: t("since", { day: formatDay(locale, since) }) },
    {
      well: true,
      text: toRewrap === 0 ? t("moveNone") : t("move", { count: toRewrap, digits: String(toRewrap) }),
    },
  ];
  return (
    <ul className="key-health">
      {points.map(({ well, text }) => (
        <li key={text} className={well ? "well" : "unwell"}>
          <Sign name={well ? "done" : "alert"} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
