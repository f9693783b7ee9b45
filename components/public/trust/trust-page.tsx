import type { ReactNode } from "react";
import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import { PublicPage } from "../public-page";

/** What every page of plain words needs to know of who reads it, and where. */
export type Reader = { locale: Locale; t: Translator; origin: string };

type TrustPageProps = Reader & {
  path: string;
  /** Neutral, because it stands in the browser's history. */
  title: string;
  heading: string;
  lead?: string;
  children: ReactNode;
};

/** A page of words about the site itself. */
export function TrustPage({ locale, t, origin, path, title, heading, lead, children }: TrustPageProps) {
  return (
    <PublicPage locale={locale} t={t} title={title} path={path} sheet="text" origin={origin}>
      <h1>{heading}</h1>
      {lead && <p className="lead">{lead}</p>}
      {children}
    </PublicPage>
  );
}

/** A heading and its paragraphs. */
export function Part({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section>
      <h2>{heading}</h2>
      {children}
    </section>
  );
}

/** Several statements of one kind. */
export const Points = ({ points }: { points: string[] }) => (
  <ul>
    {points.map((point) => (
      <li key={point}>{point}</li>
    ))}
  </ul>
);
