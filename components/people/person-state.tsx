import { useTranslations } from "next-intl";
import { Sign } from "@/components/staff/sign";
import type { Person } from "@/lib/people/types";

const SIGNS = { here: "done", waiting: "keys", left: "leave" } as const;

/** What somebody can do at the site at the moment, and what a lead should know of it. */
export function PersonState({ person: { state, presence } }: { person: Person }) {
  const t = useTranslations("staff.people");
  return (
    <>
      <p className={`person-state person-${state}`}>
        <Sign name={SIGNS[state]} />
        {t(`state.${state}`)}
      </p>
      {state !== "left" && presence !== "recent" && (
        <p className="person-state person-away">
          <Sign name="alert" />
          {t(`presence.${presence}`)}
        </p>
      )}
    </>
  );
}
