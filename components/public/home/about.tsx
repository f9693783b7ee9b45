import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import { Icon } from "../icons";

const PRINCIPLES = [
  "powerCritical",
  "intersectional",
  "onYourSide",
  "confidential",
  "multilingual",
  "nearby",
  "free",
] as const;
const WAYS = ["phone", "inPerson", "anonymous", "video", "email", "chat"] as const;

/** What counselling against racism is, and who gives it. */
export function About({ t }: { t: Translator }) {
  return (
    <section>
      <h2>{t("public.home.what.heading")}</h2>
      <p>{t("public.home.what.listen")}</p>
      <p>{t("public.home.what.refer")}</p>
      <p>{t("public.home.what.who")}</p>
    </section>
  );
}

/** The seven principles of the network, each in a sentence or two. */
export function Principles({ t }: { t: Translator }) {
  return (
    <section>
      <h2>{t("public.home.principles.heading")}</h2>
      <dl className="terms">
        {PRINCIPLES.map((principle) => (
          <div key={principle}>
            <dt>{t(`public.home.principles.${principle}`)}</dt>
            <dd>{t(`public.home.principles.${principle}Text`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The settings that people may choose between. */
export function Ways({ t }: { t: Translator }) {
  return (
    <section>
      <h2>{t("public.home.ways.heading")}</h2>
      <dl className="terms terms-short">
        {WAYS.map((way) => (
          <div key={way}>
            <dt>{t(`public.home.ways.${way}`)}</dt>
            <dd>{t(`public.home.ways.${way}Text`)}</dd>
          </div>
        ))}
      </dl>
      <p className="help">{t("public.home.ways.note")}</p>
    </section>
  );
}

/** What is done and what is never done with what somebody tells. */
export function Promises({ locale, t }: { locale: Locale; t: Translator }) {
  return (
    <section>
      <h2>{t("public.home.data.heading")}</h2>
      <h3>{t("public.home.data.doHeading")}</h3>
      <ul className="ticks">
        {(["doSeal", "doAsk", "doTell"] as const).map((promise) => (
          <li key={promise}>
            <Icon name="done" />
            <span>{t(`public.home.data.${promise}`)}</span>
          </li>
        ))}
      </ul>
      <h3>{t("public.home.data.dontHeading")}</h3>
      <ul className="ticks crosses">
        {(["dontPass", "dontTrack", "dontAddress"] as const).map((promise) => (
          <li key={promise}>
            <Icon name="leave" />
            <span>{t(`public.home.data.${promise}`)}</span>
          </li>
        ))}
      </ul>
      <p>
        {t.rich("public.home.data.more", {
          link: (words) => <a href={`/${locale}/privacy`}>{words}</a>,
        })}
      </p>
    </section>
  );
}
