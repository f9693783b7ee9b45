import { Document, Page, Text, View } from "@react-pdf/renderer";
import type { Sheet, SheetPart } from "@/lib/statistics/types";
import { SIZES } from "./faces";
import { TableOfPart } from "./table-of-part";
import { Words } from "./words";

type SheetDocumentProps = { sheet: Sheet; locale: string; rtl: boolean };

/** Figures on A4 sheets: what they are about and how to read them first, then a table for each, with bars. */
export function SheetDocument({ sheet, locale, rtl }: SheetDocumentProps) {
  return (
    <Document title={sheet.title} language={locale}>
      <Page size="A4" style={{ padding: 42, paddingBottom: 54 }}>
        <Words size={SIZES.title} rtl={rtl} bold>
          {sheet.title}
        </Words>
        <Facts sheet={sheet} rtl={rtl} />
        <View style={{ marginTop: 8, padding: 10, border: "1pt solid #ded6cb", borderRadius: 5, gap: 3 }}>
          {sheet.notes.map((note) => (
            <Words key={note} size={SIZES.text} rtl={rtl}>
              {note}
            </Words>
          ))}
        </View>
        {sheet.parts.map((part) => (
          <Part key={part.title} part={part} locale={locale} rtl={rtl} />
        ))}
        <Text
          fixed
          style={{
            position: "absolute",
            bottom: 26,
            left: 42,
            right: 42,
            textAlign: "center",
            fontSize: SIZES.small,
            fontFamily: "Noto Sans",
            color: "#5a5266",
          }}
          render={({ pageNumber, totalPages }) => `${pageNumber} / ${totalPages}`}
        />
      </Page>
    </Document>
  );
}

function Facts({ sheet, rtl }: { sheet: Sheet; rtl: boolean }) {
  return (
    <View style={{ marginTop: 8, gap: 2 }}>
      {sheet.facts.map(([label, text]) => (
        <View key={label} style={{ flexDirection: rtl ? "row-reverse" : "row", gap: 8 }}>
          <Words size={SIZES.text} rtl={rtl} muted width={130}>
            {label}
          </Words>
          <Words size={SIZES.text} rtl={rtl} width={370}>
            {text}
          </Words>
        </View>
      ))}
    </View>
  );
}

/** A heading never stands alone at the foot of a page. */
function Part({ part, locale, rtl }: { part: SheetPart; locale: string; rtl: boolean }) {
  return (
    <View style={{ marginTop: 16, gap: 2 }} minPresenceAhead={90}>
      <View wrap={false} style={{ gap: 2 }}>
        <Words size={SIZES.heading} rtl={rtl} bold>
          {part.title}
        </Words>
        <Words size={SIZES.small} rtl={rtl} muted>
          {part.note}
        </Words>
      </View>
      <TableOfPart part={part} locale={locale} rtl={rtl} />
    </View>
  );
}
