import type { Translator } from "@/lib/i18n/translator";
import { HostLink, PhoneLink } from "../locations/reach-links";

/** The federal office against discrimination, which explains rights. */
export const DISCRIMINATION_LINE = "0800 5465465";

/**
 * Help lines of others, each with a number that two of our checks found named by the line itself or by an authority:
 * 110 and 112 (dvfr.de, ekmd.de), 116 016 (hilfetelefon.de), 0800 1110111 and 116 123 (telefonseelsorge.de),
 * 116 111 (nummergegenkummer.de), 116 006 (weisser-ring.de), 0800 5465465 (antidiskriminierungsstelle.de). Hours
 * only where they are all day, every day: others change.
 */
const LINES = [
  { line: "police", numbers: ["110"], always: true },
  { line: "ambulance", numbers: ["112"], always: true },
  { line: "women", numbers: ["116 016"], always: true },
  { line: "crisis", numbers: ["0800 1110111", "116 123"], always: true },
  { line: "children", numbers: ["116 111"], always: false },
  { line: "victims", numbers: ["116 006"], always: false },
  { line: "discrimination", numbers: [DISCRIMINATION_LINE], always: false },
] as const;

/** The network of counselling after attacks by the far right has an address and no one number. */
export const ATTACKS_NETWORK = "https://verband-brg.de";

/** Whom to call when it cannot wait, or when it is about something that weact does not do. */
export function HelpLines({ t }: { t: Translator }) {
  return (
    <section>
      <h2>{t("public.home.help.heading")}</h2>
      <p>{t("public.home.help.intro")}</p>
      <ul className="lines">
        {LINES.map(({ line, numbers, always }) => (
          <li key={line}>
            <span>
              {numbers.map((number) => (
                <PhoneLink key={number} phone={number} />
              ))}
            </span>
            {t(`public.home.help.${line}`)}
            {always && <span className="help">{t("public.home.help.always")}</span>}
          </li>
        ))}
      </ul>
      <p>
        {t.rich("public.home.help.attacks", {
          address: new URL(ATTACKS_NETWORK).hostname,
          link: () => <HostLink href={ATTACKS_NETWORK} />,
        })}
      </p>
    </section>
  );
}
