import { Sign } from "@/components/staff/sign";
import type { NetworkReader } from "./reader";

type MethodNoteProps = { reader: NetworkReader; demo: boolean; definitions: string };

/** How to read the numbers, where the numbers are; and whether they are made up. */
export function MethodNote({ reader: { t }, demo, definitions }: MethodNoteProps) {
  return (
    <div className="stat-method">
      {demo && <DemoMark reader={{ t }} />}
      <p>
        {t("statistics.explain")} {t("statistics.counted")}
      </p>
      <p className="help">
        {t("statistics.method")} · <a href={definitions}>{t("statistics.definitionsLink")}</a>
      </p>
    </div>
  );
}

/** Stands wherever a number does that nobody counted. */
export function DemoMark({ reader: { t } }: { reader: Pick<NetworkReader, "t"> }) {
  return (
    <p className="stat-demo">
      <Sign name="alert" />
      <span>
        <strong>{t("statistics.demo.mark")}</strong> {t("statistics.demo.text")}
      </span>
    </p>
  );
}
