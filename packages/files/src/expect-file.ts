import { fileTypeFromBuffer } from 'file-type';

/** The file is not of the kind it was said to be, or larger or smaller. */
export class UnexpectedFile extends Error {
  override readonly name = 'UnexpectedFile';
}

/** Kinds that nothing tells apart from other text. */
const textKinds: readonly string[] = ['text/plain', 'text/csv'];

/** By so many first bytes the kind of a file is known, documents in archives included. */
const headBytes = 64 * 1024;

/** Passes a stream on when its first bytes are of the declared kind and it has exactly the declared size; else throws {@link UnexpectedFile}. */
export async function* expectFile(
  stream: AsyncIterable<Uint8Array>,
  { contentType, size }: { readonly contentType: string; readonly size: number },
): AsyncGenerator<Uint8Array> {
  let head: Uint8Array[] | undefined = [];
  let seen = 0;
  for await (const bytes of stream) {
    seen += bytes.length;
    if (seen > size) throw new UnexpectedFile('more came than was declared');
    if (head === undefined) {
      yield bytes;
      continue;
    }
    head.push(bytes);
    if (seen < Math.min(headBytes, size)) continue;
    yield await checkKind(Buffer.concat(head), contentType);
    head = undefined;
  }
  if (seen !== size) throw new UnexpectedFile('less came than was declared');
}

async function checkKind(head: Uint8Array, contentType: string): Promise<Uint8Array> {
  const found = await fileTypeFromBuffer(head);
  // What is found may name a codec behind the kind.
  const kind = found?.mime.split(';')[0];
  const isAsDeclared = textKinds.includes(contentType) ? found === undefined && isText(head) : kind === contentType;
  if (!isAsDeclared) throw new UnexpectedFile('this is another kind of file than was declared');
  return head;
}

/** Plain text is UTF-8 without a null character; its first part may end inside a character. */
function isText(head: Uint8Array): boolean {
  if (head.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}
