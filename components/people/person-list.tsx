import { useTranslations } from "next-intl";
import { isolate } from "@/components/staff/wording";
import type { Person } from "@/lib/people/types";
import { PersonFacts } from "./person-facts";
import { PersonState } from "./person-state";

type PersonListProps = { people: Person[]; me: string; home: string };

/** The people of a site, each with the way to their own page. */
export function PersonList({ people, me, home }: PersonListProps) {
  const t = useTranslations("staff.people");
  return (
    <ul className="people">
      {people.map((person) => {
        const name = person.name || t("nameless");
        return (
          <li key={person.accountId} className="card person" data-state={person.state}>
            <h3>
              <a href={`${home}/${person.accountId}`}>
                {person.accountId === me ? t("me", { name: isolate(name) }) : <bdi>{name}</bdi>}
              </a>
            </h3>
            <PersonState person={person} />
            <PersonFacts person={person} />
          </li>
        );
      })}
    </ul>
  );
}
