import { getLocale, getTranslations } from "next-intl/server";
import { languageWords } from "@/components/cases/case-header";
import { partSayings } from "@/components/record/record-sayings";
import type { Desk } from "@/lib/auth/desk";
import { findCase } from "@/lib/cases/queries";
import type { CaseFile } from "@/lib/cases/types";
import { readRecord } from "@/lib/record/queries";
import type { CaseRecord, RecordPart } from "@/lib/record/types";
import type { SharedField } from "@/lib/referrals/types";
import { listsFor } from "../record/lists";

type Offered = Partial<Record<SharedField, string>>;

/** What the case says that could be told to others; the counsellor chooses and shortens. */
export async function offeredTexts(desk: Desk, caseId: string): Promise<Offered> {
  const [caseFile, record, lists, t, locale] = await Promise.all([
    findCase(desk, caseId),
    readRecord(desk, caseId),
    listsFor(desk),
    getTranslations("staff"),
    getLocale(),
  ]);
  const say = <P extends RecordPart>(
    part: P,
    ...only: (keyof CaseRecord["parts"][P]["values"])[]
  ): string => {
    const { values } = record.parts[part] as CaseRecord["parts"][P];
    const chosen = only.length === 0 ? values : { ...values, ...emptied(values, only) };
    return partSayings({ t, lists }, part, chosen)
      .map(({ label, text }) => `${label}: ${text}`)
      .join("\n");
  };
  return {
    ...fromEnquiry(caseFile, locale),
    incident: record.parts.incident.values.what,
    where: say("incident", "on", "when", "where", "postalCode"),
    grounds: say("grounds", "main", "others"),
    area: say("area"),
    responsible: say("responsible"),
    evidence: say("evidence"),
    aim: say("aim"),
    needs: say("needs", "setting", "accessibility"),
  };
}

/** Empties what is not asked for. */
function emptied<V extends object>(values: V, only: (keyof V)[]): Partial<V> {
  const others = Object.entries(values).filter(([name]) => !only.includes(name as keyof V));
  return Object.fromEntries(
    others.map(([name, value]) => [name, Array.isArray(value) ? [] : ""]),
  ) as Partial<V>;
}

/** What the person said themselves; of the details, the last they gave. */
function fromEnquiry(caseFile: CaseFile, locale: string): Offered {
  const later = caseFile.letters.findLast(({ details }) => details)?.details;
  const { name, phone, email, safeContact, postalCode, told } = later ?? caseFile.details;
  const first = caseFile.letters.find(({ author, text }) => author === "person" && text)?.text;
  return {
    ...definedOf({ name, phone, email, safeContact, postalCode }),
    language: languageWords(locale, caseFile.language),
    told: told ?? caseFile.details.told ?? first ?? "",
  };
}

const definedOf = (offered: Record<string, string | undefined>): Offered =>
  Object.fromEntries(Object.entries(offered).filter(([, text]) => text)) as Offered;
