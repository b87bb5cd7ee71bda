import { createHash } from 'node:crypto';

/** A made-up document: what facts say of it, and its bytes. */
type Paper = {
  readonly attachment: {
    readonly sha256: string;
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: number;
  };
  readonly content: Buffer;
};

/** Text as a PDF writes it where it is not ASCII: UTF-16 with its mark, in hexadecimal. */
const titleOf = (text: string): string =>
  `<FEFF${Array.from(text, (sign) => sign.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`;

/** One empty page with a title: the smallest document that opens. */
const pdfOf = (title: string): Buffer => {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    `<< /Title ${titleOf(title)} >>`,
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const place = text.length;
    text += `${String(i + 1)} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${places.join('')}`;
  text += `trailer\n<< /Size ${String(objects.length + 1)} /Root 1 0 R /Info 4 0 R >>\n`;
  return Buffer.from(`${text}startxref\n${String(start)}\n%%EOF\n`, 'latin1');
};

const papers = new Map<string, Paper>();

const paperOf = (name: string): Paper => {
  const content = pdfOf(name.replace('.pdf', ''));
  const sha256 = createHash('sha256').update(content).digest('hex');
  const bytes = content.length;
  return { attachment: { sha256, name, mediaType: 'application/pdf', bytes }, content };
};

/** The files that a made-up document stands for. */
export const paper = (name: string): readonly Paper['attachment'][] => {
  const found = papers.get(name) ?? paperOf(name);
  papers.set(name, found);
  return [found.attachment];
};

/** Every document that was made up so far, to be kept. */
export const allPapers = (): readonly Paper[] => [...papers.values()];
