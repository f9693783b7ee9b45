const A4 = { width: 11_906, height: 16_838 };
const MARGIN = { top: 1417, right: 1417, bottom: 1134, left: 1417 };

/** A letter as Word and LibreOffice open it: a paragraph a line, and nothing about who wrote it in its properties. */
export async function docxOf(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const { Document, Packer, Paragraph, TextRun } = await import("docx");
  const paragraphs = text.split("\n").map((line) => {
    const bidirectional = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(line);
    return new Paragraph({
      bidirectional,
      children: [new TextRun({ text: line, rightToLeft: bidirectional })],
    });
  });
  const document = new Document({
    creator: "",
    lastModifiedBy: "",
    styles: { default: { document: { run: { font: "Arial", size: 22 } } } },
    sections: [{ properties: { page: { size: A4, margin: MARGIN } }, children: paragraphs }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
