import { getTranslations } from "next-intl/server";
import { ChoiceForm } from "@/components/cases/choice-form";
import { DESK } from "@/components/staff/form-state";
import { isolate } from "@/components/staff/wording";
import type { Person } from "@/lib/people/types";
import { handOverAction } from "./leave/actions";
import { successorOptions } from "./successors";

type LeftProps = { desk: string; person: Person; people: Person[] };

/** Somebody whose access is gone, and what is still in their name. */
export async function Left({ desk, person, people }: LeftProps) {
  const [t, options] = await Promise.all([
    getTranslations("staff.people"),
    successorOptions(people, person.accountId),
  ]);
  const name = isolate(person.name || t("nameless"));
  const count = person.openCases;
  return (
    <section className="card stack">
      <p>{t("left.text", { name })}</p>
      {count === 0 ? (
        <p>{t("left.none")}</p>
      ) : (
        <>
          <h2>{t("left.heading")}</h2>
          <p>{t("left.rest", { count, digits: String(count), name })}</p>
          <ChoiceForm
            id="casesTo"
            name="casesTo"
            action={handOverAction}
            hidden={{ [DESK]: desk, account: person.accountId }}
            label={t("leave.casesTo")}
            options={options}
            current=""
            button={t("left.button")}
            pending={t("left.pending")}
          />
        </>
      )}
    </section>
  );
}
