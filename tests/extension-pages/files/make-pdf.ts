/** A line of text on a page of the PDF; lengths in points, from the bottom left corner. */
export interface PdfText {
  readonly text: string;
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
}

interface PdfOptions {
  readonly info?: Readonly<Record<string, string>>;
  /** Nobody knows the password. */
  readonly isEncrypted?: boolean;
}

/** A small PDF in Helvetica, made by hand; letters of Windows-1252 only. */
export function makePdf(
  pages: readonly (readonly PdfText[])[],
  { info = {}, isEncrypted = false }: PdfOptions = {},
): Uint8Array<ArrayBuffer> {
  const firstPage = 5;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, n) => `${firstPage + 2 * n} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< ${Object.entries(info)
      .map(([key, value]) => `/${key} ${writeString(value)}`)
      .join(' ')} >>`,
    ...pages.flatMap((texts, n) => {
      const content = texts
        .map(({ text, x = 72, y, size = 12 }) => `BT /F1 ${size} Tf ${x} ${y} Td ${writeString(text)} Tj ET`)
        .join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${firstPage + 2 * n + 1} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  const random = 'ab'.repeat(32);
  if (isEncrypted) objects.push(`<< /Filter /Standard /V 1 /R 2 /O <${random}> /U <${random}> /P -4 >>`);
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, n) => {
    const offset = file.length;
    file += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const encryption = isEncrypted ? `/Encrypt ${objects.length} 0 R /ID [<${random}> <${random}>]` : '';
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R ${encryption} >>\nstartxref\n${start}\n%%EOF`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}

/** Where the marks of quotations are in Windows-1252. */
const marks: Readonly<Record<string, string>> = { '“': '\\223', '”': '\\224', '’': '\\222' };

function writeString(text: string): string {
  return `(${text.replace(/[()\\]/g, '\\$&').replace(/[“”’]/g, (mark) => marks[mark] ?? mark)})`;
}

/** Lines below each other, as a paragraph is set. */
export function setLines(texts: readonly string[], y: number, size = 12): PdfText[] {
  return texts.map((text, n) => ({ text, y: y - 14 * n, size }));
}
