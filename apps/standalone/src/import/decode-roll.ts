/** A file that is no text, with a sentence that says why. */
export class UnreadableText extends Error {
  override readonly name = 'UnreadableText';
}

/** The text of a roll, and what stands between two fields of it. */
export type RollText = { readonly delimiter: string; readonly chunks: AsyncIterable<string> };

const delimiters = [',', ';', '\t'] as const;

/**
 * Reads bytes as UTF-8, with or without a byte order mark, and finds the delimiter from the first line. Throws an
 * {@link UnreadableText} at the first byte that is no UTF-8.
 */
export async function decodeRoll(
  source: AsyncIterable<Uint8Array>,
  onProgress: (bytes: number) => void,
): Promise<RollText> {
  const texts = decode(source, onProgress);
  let head = '';
  for (let next = await texts.next(); next.done !== true; next = await texts.next()) {
    head += next.value;
    if (/[\r\n]/.test(head.trimStart())) break;
  }
  return { delimiter: delimiterOf(head), chunks: prepend(head, texts) };
}

async function* decode(source: AsyncIterable<Uint8Array>, onProgress: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    onProgress(bytes);
    yield asText(() => decoder.decode(chunk, { stream: true }));
  }
  yield asText(() => decoder.decode());
}

/** A zero byte is UTF-8 but never stands in text: it is the mark of a spreadsheet, an archive or UTF-16. */
function asText(decodeChunk: () => string): string {
  try {
    const text = decodeChunk();
    if (!text.includes('\0')) return text;
  } catch (error) {
    if (codeOf(error) !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
  }
  throw new UnreadableText('It is not text in UTF-8. Export it as CSV in UTF-8.');
}

/** The code that Node gives its own errors, or nothing. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** The delimiter that the first line has most of, outside quotes; a comma when there is none. */
function delimiterOf(head: string): string {
  const line = (head.trimStart().split(/[\r\n]/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (delimiter: string): number => line.split(delimiter).length;
  return delimiters.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

async function* prepend(head: string, texts: AsyncIterable<string>): AsyncGenerator<string> {
  yield head;
  yield* texts;
}
