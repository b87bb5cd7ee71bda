const NON_ASCII = /[^\x00-\x7f]/;

/**
 * Text from bytes: UTF-16 where its byte order mark says so (what spreadsheets call Unicode text),
 * else UTF-8, or GB 18030 when the first characters beyond ASCII are no UTF-8 (files that Chinese
 * spreadsheets saved). Later bytes that don't fit become U+FFFD, which rows refuse.
 */
const decoded = async function* (bytes: AsyncIterable<Buffer>): AsyncIterable<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const chunk of bytes) {
    if (!decoder && !chunk.some((byte) => byte > 127)) {
      yield chunk.toString('latin1');
      continue;
    }
    decoder ??= new TextDecoder(encodingOf(chunk));
    yield decoder.decode(chunk, { stream: true });
  }
  if (decoder) yield decoder.decode();
};

const encodingOf = (chunk: Buffer): string => {
  // Neither mark can stand in UTF-8 or GB 18030.
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be';
  return isUtf8(chunk) ? 'utf-8' : 'gb18030';
};

/** Whether a chunk is UTF-8, but for a character that its end may cut. */
const isUtf8 = (chunk: Buffer): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
};

/** The lines of a text, without their ends and without a byte order mark; a list per piece that was read. */
export const linesOf = async function* (
  bytes: AsyncIterable<Buffer>,
): AsyncIterable<readonly string[]> {
  let rest = '';
  let first = true;
  for await (const text of decoded(bytes)) {
    const lines = (rest + (first ? text.replace(/^\ufeff/, '') : text)).split('\n');
    first = first && text === '';
    rest = lines.pop() ?? '';
    yield lines.map(withoutReturn);
  }
  if (rest !== '') yield [withoutReturn(rest)];
};

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);

/** Whether something in the text could not be decoded. */
export const isGarbled = (text: string): boolean => NON_ASCII.test(text) && text.includes('\ufffd');
