import { PatternLines } from "@visx/pattern";
import type { QuarterSum } from "@/lib/statistics/types";
import { CourseChart } from "./course-chart";
import { type NetworkReader, sayNumber, sayQuarter, saySum } from "./reader";

type CourseFigureProps = { reader: NetworkReader; rtl: boolean; course: readonly QuarterSum[] };

/** The quarters as columns, drawn for a small and for a large screen, and the same as a table. */
export function CourseFigure({ reader, rtl, course }: CourseFigureProps) {
  const { t, locale } = reader;
  const label = t("statistics.course.label", {
    list: course.map((sum) => `${sayQuarter(reader, sum.quarter)}: ${saySum(locale, sum)}`).join("; "),
  });
  const compared = course.some(({ before }) => before !== null);
  return (
    <>
      <svg className="stat-patterns" aria-hidden="true">
        <PatternLines
          id="stat-hatch"
          width={6}
          height={6}
          orientation={["diagonal"]}
          className="stat-hatch"
          strokeWidth={2}
        />
      </svg>
      <div className="stat-small">
        <CourseChart reader={reader} rtl={rtl} course={course} width={320} label={label} />
      </div>
      <div className="stat-large">
        <CourseChart reader={reader} rtl={rtl} course={course} width={1000} label={label} />
      </div>
      <Key reader={reader} compared={compared} />
      <details className="stat-details">
        <summary>{t("statistics.asTable")}</summary>
        <CourseTable reader={reader} course={course} compared={compared} />
      </details>
    </>
  );
}

/** What is what, by shape as well as by colour. */
export function Key({ reader: { t }, compared }: { reader: NetworkReader; compared: boolean }) {
  if (!compared) return null;
  return (
    <p className="stat-key">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <rect className="stat-now" width="16" height="16" />
      </svg>
      {t("statistics.key.now")}
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <rect className="stat-before" width="16" height="16" fill="url(#stat-hatch)" />
      </svg>
      {t("statistics.key.before")}
    </p>
  );
}

type CourseTableProps = { reader: NetworkReader; course: readonly QuarterSum[]; compared: boolean };

function CourseTable({ reader, course, compared }: CourseTableProps) {
  const { t, locale } = reader;
  return (
    <table className="stat-table">
      <thead>
        <tr>
          <th scope="col">{t("statistics.quarterHead")}</th>
          <th scope="col">{t("figures.count")}</th>
          {compared && <th scope="col">{t("figures.before")}</th>}
        </tr>
      </thead>
      <tbody>
        {course.map((sum) => (
          <tr key={sum.quarter}>
            <th scope="row">{sayQuarter(reader, sum.quarter)}</th>
            <td className="stat-number">{saySum(locale, sum)}</td>
            {compared && <td>{sum.before === null ? "" : sayNumber(locale, sum.before)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
