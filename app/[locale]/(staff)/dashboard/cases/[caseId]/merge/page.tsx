import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PressForm } from "@/components/cases/press-form";
import { MergeCard } from "@/components/merging/merge-card";
import { requireDesk } from "@/lib/auth/gates";
import { listColleagues } from "@/lib/cases/queries";
import { caseIdSchema } from "@/lib/cases/schema";
import { AppError } from "@/lib/errors";
import { findCaseByNumber, findMergeSide } from "@/lib/merging/queries";
import { whyNotMerge } from "@/lib/merging/rules";
import { caseNumberSchema } from "@/lib/merging/schema";
import type { MergeSide } from "@/lib/merging/types";
import { CaseFrame } from "../case-frame";
import { mergeAction } from "./actions";

type PageProps = {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.merge");
  return { title: t("title") };
}

/** Two enquiries of one person: first which other case, then both side by side, then it is done. */
export default async function MergePage({ params, searchParams }: PageProps) {
  const desk = await requireDesk();
  const id = caseIdSchema.safeParse((await params).caseId);
  if (!id.success) notFound();
  const side = await findMergeSide(desk, id.data).catch(missing);
  const number = (await searchParams).into;
  const [t, colleagues, locale, other] = await Promise.all([
    getTranslations("staff.merge"),
    listColleagues(desk),
    getLocale(),
    findOther(number),
  ]);
  const { caseFile } = side;
  const page = `/${locale}/dashboard/cases/${caseFile.id}/merge`;
  return (
    <CaseFrame caseFile={caseFile} colleagues={colleagues}>
      <div className="record-cards follow-ups">
        <h2>{t("title")}</h2>
        <p>{t("lead")}</p>
        <form action={page} className="card stack">
          <div className="field">
            <label htmlFor="merge-into">{t("into")}</label>
            <p className="help" id="merge-into-help">
              {t("intoHelp")}
            </p>
            <input
              id="merge-into"
              type="text"
              name="into"
              inputMode="numeric"
              aria-describedby="merge-into-help"
              defaultValue={typeof number === "string" ? number : ""}
            />
          </div>
          <p className="actions">
            <button type="submit" className="button button-quiet">
              {t("compare")}
            </button>
          </p>
        </form>
        {number !== undefined && (other ? <Compare from={side} into={other} /> : <p>{t("unknown")}</p>)}
      </div>
    </CaseFrame>
  );
}

async function findOther(number: string | string[] | undefined): Promise<MergeSide | null> {
  const desk = await requireDesk();
  const typed = caseNumberSchema.safeParse(number);
  const id = typed.success ? await findCaseByNumber(desk, typed.data) : null;
  return id ? findMergeSide(desk, id) : null;
}

/** A case of another site is as missing as one that never was. */
function missing(error: unknown): never {
  if (error instanceof AppError && error.code === "notFound") notFound();
  throw error;
}

async function Compare({ from, into }: { from: MergeSide; into: MergeSide }) {
  const t = await getTranslations("staff.merge");
  const refusal = whyNotMerge(from.caseFile, into.caseFile);
  if (refusal) return <p>{t(`refused.${refusal}`)}</p>;
  const hidden = {
    caseId: from.caseFile.id,
    version: String(from.caseFile.version),
    into: into.caseFile.id,
    intoVersion: String(into.caseFile.version),
  };
  const numbers = { number: String(from.caseFile.number), into: String(into.caseFile.number) };
  return (
    <>
      <div className="merge-sides">
        <MergeCard side={from} heading={t("from", numbers)} />
        <MergeCard side={into} heading={t("kept", numbers)} />
      </div>
      <section className="card stack">
        <p>{t("will", numbers)}</p>
        <PressForm
          action={mergeAction}
          hidden={hidden}
          button={t("button", numbers)}
          pending={t("pending")}
        />
      </section>
    </>
  );
}
