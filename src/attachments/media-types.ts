import type { FileHandle } from 'node:fs/promises';

/** What a file may be: the types that are kept, and how people's programs name them. */
export const mediaTypes = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ofd: 'application/ofd',
  text: 'text/plain',
} as const;
type Kind = keyof typeof mediaTypes;

/** Other names that programs give the same types. */
const aliases: Readonly<Record<string, Kind>> = {
  'image/jpg': 'jpeg',
  'text/csv': 'text',
  'application/vnd.ofd': 'ofd',
};

/** Which kind a claimed Content-Type names; undefined for one that is not kept. */
export const kindNamed = (contentType: string): Kind | undefined => {
  const name = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (Object.hasOwn(aliases, name)) return aliases[name];
  return (Object.keys(mediaTypes) as Kind[]).find((kind) => mediaTypes[kind] === name);
};

/** What a browser may show by itself; everything else is handed over to be saved. */
export const isShown = (kind: Kind): boolean =>
  kind === 'pdf' || mediaTypes[kind].startsWith('image/');

const HEAD = 512;
const TAIL = 66_000;
const MOST_NAMES = 1_048_576;

const read = async (file: FileHandle, from: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
  return buffer.subarray(0, bytesRead);
};

const beginnings: readonly (readonly [Kind, (head: Buffer) => boolean])[] = [
  ['pdf', (head) => head.toString('latin1', 0, 5) === '%PDF-'],
  ['png', (head) => head.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n'],
  ['jpeg', (head) => head.toString('latin1', 0, 3) === '\xff\xd8\xff'],
  ['gif', (head) => /^GIF8[79]a/.test(head.toString('latin1', 0, 6))],
  ['webp', (head) => /^RIFF[^]{4}WEBP/.test(head.toString('latin1', 0, 12))],
];

const CENTRAL = 0x02014b50;
const END_OF_DIRECTORY = Buffer.from('PK\x05\x06', 'latin1');

/** The names of what a zip file holds, from its directory at the end. */
const zipNames = async (file: FileHandle, size: number): Promise<string[]> => {
  const tail = await read(file, Math.max(0, size - TAIL), Math.min(size, TAIL));
  const end = tail.lastIndexOf(END_OF_DIRECTORY);
  if (end < 0 || end + 22 > tail.length) return [];
  const length = Math.min(tail.readUInt32LE(end + 12), MOST_NAMES);
  const directory = await read(file, tail.readUInt32LE(end + 16), length);
  const names: string[] = [];
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === CENTRAL;) {
    const [name, extra, comment] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field));
    names.push(directory.toString('utf8', at + 46, at + 46 + (name ?? 0)));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return names;
};

/** Documents in a zip file; one that carries macros is a program. */
const zipKind = (names: readonly string[]): Kind | undefined => {
  if (names.some((name) => /vbaProject|\.(exe|dll|js|vbs|bat|cmd|ps1)$/i.test(name)))
    return undefined;
  if (names.includes('word/document.xml')) return 'docx';
  if (names.includes('xl/workbook.xml')) return 'xlsx';
  return names.includes('OFD.xml') ? 'ofd' : undefined;
};

/** Text that a system or a browser would run. */
const isProgram = (text: string): boolean =>
  text.startsWith('#!') || /^\s*<(!doctype|html|script|svg|\?xml|\?php)/i.test(text);

/** Whether a file is text in UTF-8 from the first byte to the last. */
const isText = async (file: FileHandle, size: number): Promise<boolean> => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < size; at += TAIL) {
      const text = decoder.decode(await read(file, at, TAIL), { stream: true });
      if (/[\x00-\x08\x0e-\x1f\x7f]/.test(text) || (at === 0 && isProgram(text))) return false;
    }
    decoder.decode();
    return size > 0;
  } catch {
    return false;
  }
};

/** What a file is by its own bytes; undefined when it is nothing that is kept. */
export const kindOf = async (file: FileHandle, size: number): Promise<Kind | undefined> => {
  const head = await read(file, 0, HEAD);
  const known = beginnings.find(([, begins]) => begins(head));
  if (known) return known[0];
  if (head.toString('latin1', 0, 4) === 'PK\x03\x04') return zipKind(await zipNames(file, size));
  return (await isText(file, size)) ? 'text' : undefined;
};
