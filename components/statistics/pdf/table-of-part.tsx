import { View } from "@react-pdf/renderer";
import type { SheetPart, SheetRow } from "@/lib/statistics/types";
import { sayNumber, sayShare } from "../reader";
import { SIZES } from "./faces";
import { Words } from "./words";

const NAME = 190;
const BAR = 140;
const NUMBER = 50;

type TableProps = { part: SheetPart; locale: string; rtl: boolean };

/** Each row with a bar beside its number. */
export function TableOfPart({ part: { columns, rows }, locale, rtl }: TableProps) {
  const most = Math.max(5, ...rows.flatMap(({ value, sum }) => (sum ? [] : [value])));
  const [name = "", ...others] = columns;
  const line = { flexDirection: rtl ? "row-reverse" : "row", gap: 8, alignItems: "center" } as const;
  return (
    <View>
      <View style={{ ...line, borderBottom: "1pt solid #8c8276", paddingBottom: 2 }}>
        <Words size={SIZES.small} rtl={rtl} muted width={NAME}>
          {name}
        </Words>
        <View style={{ width: BAR }} />
        {others.map((column) => (
          <Words key={column} size={SIZES.small} rtl={rtl} muted end width={NUMBER}>
            {column}
          </Words>
        ))}
      </View>
      {rows.map((row) => (
        <View
          key={row.name}
          wrap={false}
          style={{ ...line, paddingVertical: 2, ...(row.sum && { borderTop: "1pt solid #8c8276" }) }}
        >
          <Words size={SIZES.text} rtl={rtl} bold={row.sum === true} width={NAME}>
            {row.name}
          </Words>
          <BarOfRow row={row} most={most} rtl={rtl} />
          {numbersOf(row, locale)
            .slice(0, others.length)
            .map((text, index) => (
              <Words key={others[index]} size={SIZES.text} rtl={rtl} bold={index === 0} end width={NUMBER}>
                {text}
              </Words>
            ))}
        </View>
      ))}
    </View>
  );
}

function BarOfRow({ row: { value, sum }, most, rtl }: { row: SheetRow; most: number; rtl: boolean }) {
  const width = sum ? 0 : (BAR * value) / most;
  return (
    <View style={{ width: BAR, flexDirection: rtl ? "row-reverse" : "row" }}>
      <View style={{ width, height: 8, backgroundColor: "#4a2462" }} />
    </View>
  );
}

const numbersOf = ({ value, before, share }: SheetRow, locale: string): string[] => [
  sayNumber(locale, value),
  before === null ? "" : sayNumber(locale, before),
  share === null ? "" : sayShare(locale, share),
];
