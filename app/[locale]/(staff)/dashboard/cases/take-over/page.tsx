import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { PressForm } from "@/components/cases/press-form";
import { BackLink } from "@/components/staff/back-link";
import { DESK } from "@/components/staff/form-state";
import { isolate } from "@/components/staff/wording";
import { requireDesk } from "@/lib/auth/gates";
import { countOpenCases, listColleagues } from "@/lib/cases/queries";
import type { Colleague } from "@/lib/cases/types";
import { takeOverAction } from "./actions";

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.bulk.takeOver");
  return { title: t("title") };
}

const chosenSchema = z.object({ from: z.uuid().catch(""), to: z.uuid().catch("") });

/** Somebody is away: first who, then how many cases that is, then it is done. */
export default async function TakeOverPage({ searchParams }: PageProps) {
  const desk = await requireDesk();
  const [t, locale, colleagues, chosen] = await Promise.all([
    getTranslations("staff.bulk.takeOver"),
    getLocale(),
    listColleagues(desk),
    searchParams.then((params) => chosenSchema.parse(params)),
  ]);
  const to = chosen.to || desk.account;
  const count = chosen.from ? await countOpenCases(desk, chosen.from) : null;
  const nameOf = (id: string) => isolate(colleagues.find(({ accountId }) => accountId === id)?.name ?? "");
  const page = `/${locale}/dashboard/cases/take-over`;
  return (
    <div className="person-page">
      <BackLink href={`/${locale}/dashboard/cases?status=open`}>{t("back")}</BackLink>
      <h1>{t("title")}</h1>
      <section className="card stack">
        <p>{t("lead")}</p>
        <ChooseForm page={page} colleagues={colleagues} from={chosen.from} to={to} />
      </section>
      {count !== null && (
        <section className="card stack" aria-live="polite">
          <p>{t("willMove", { count, digits: String(count), from: nameOf(chosen.from), to: nameOf(to) })}</p>
          <PressForm
            action={takeOverAction}
            hidden={{ [DESK]: desk.site, from: chosen.from, to, expected: String(count) }}
            button={t("button", { count, digits: String(count) })}
            pending={t("pending")}
          />
        </section>
      )}
    </div>
  );
}

type ChooseProps = { page: string; colleagues: Colleague[]; from: string; to: string };

/** Who is away may have left since; who takes over works here. */
async function ChooseForm({ page, colleagues, from, to }: ChooseProps) {
  const t = await getTranslations("staff.bulk.takeOver");
  const choices = [
    { name: "from", label: t("from"), chosen: from, people: colleagues },
    { name: "to", label: t("to"), chosen: to, people: colleagues.filter(({ active }) => active) },
  ];
  return (
    <form action={page} className="stack">
      {choices.map(({ name, label, chosen, people }) => (
        <div key={name} className="field">
          <label htmlFor={`take-over-${name}`}>{label}</label>
          <select id={`take-over-${name}`} name={name} defaultValue={chosen}>
            {people.map((each) => (
              <option key={each.accountId} value={each.accountId}>
                {each.name}
              </option>
            ))}
          </select>
        </div>
      ))}
      <p className="actions">
        <button type="submit" className="button button-quiet">
          {t("count")}
        </button>
      </p>
    </form>
  );
}
