import { getTranslations } from "next-intl/server";
import type { PrintWords, SheetWords } from "@/components/keys/print-state";
import { RecoveryPrint } from "@/components/keys/recovery-print";
import { DESK } from "@/components/staff/form-state";
import { isolate } from "@/components/staff/wording";
import { siteName } from "@/lib/sites/queries";
import { confirmPrintAction, printAction } from "./actions";

const SHEETS = ["1", "2", "3"];

type Words = Awaited<ReturnType<typeof getTranslations<"staff.siteKeys.print">>>;

/** The emergency key: why, and the three sheets. */
export async function Print({ site, replaces }: { site: string; replaces: boolean }) {
  const [t, name] = await Promise.all([getTranslations("staff.siteKeys.print"), siteName(site, new Date())]);
  return (
    <section className="card stack key-print">
      <h2>{t("heading")}</h2>
      <p>{t("text")}</p>
      <p>{t("paper")}</p>
      {replaces && <p className="muted">{t("replaces")}</p>}
      <RecoveryPrint
        make={printAction}
        confirm={confirmPrintAction}
        hidden={{ [DESK]: site }}
        words={wordsIn(t)}
        sheetWords={sheetWordsIn(t, name)}
      />
    </section>
  );
}

const wordsIn = (t: Words): PrintWords => ({
  button: t("button"),
  pending: t("pending"),
  sheetsHeading: t("sheetsHeading"),
  sheetsText: t("sheetsText"),
  printAll: t("printAll"),
  confirmHeading: t("confirmHeading"),
  confirmText: t("confirmText"),
  lastFour: SHEETS.map((digits) => t("lastFour", { digits })),
  confirm: t("confirm"),
  confirming: t("confirming"),
});

const sheetWordsIn = (t: Words, name: string): SheetWords => ({
  titles: SHEETS.map((digits) => t("sheet", { digits })),
  forSite: t("forSite", { site: isolate(name) }),
  share: t("share"),
  qr: t("qr"),
  useHeading: t("useHeading"),
  use: t("use", { site: isolate(name) }),
  keepHeading: t("keepHeading"),
  keep: t("keep"),
});
