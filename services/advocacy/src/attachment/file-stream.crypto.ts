import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Plain bytes of one chunk; each is authenticated before it is handed out. */
const chunkBytes = 64 * 1024;
const tagBytes = 16;
const prefixBytes = 7;
const formatVersion = 1;
const headerBytes = 1 + prefixBytes;

/** How many bytes a file of a size has once it is sealed. */
export function sealedSize(size: number): number {
  return headerBytes + size + Math.max(1, Math.ceil(size / chunkBytes)) * tagBytes;
}

/**
 * Encrypts a stream with AES-256-GCM in chunks of 64 KiB (the STREAM construction of Hoang, Reyhanitabar, Rogaway and
 * Vizár, 2015): the nonce is a random prefix, the chunk's number and whether it is the last, so that no chunk can be
 * moved, repeated or left out. The name is authenticated with each, so that a file cannot stand for another.
 */
export async function* sealStream(
  plain: AsyncIterable<Uint8Array>,
  { key, name }: { readonly key: Uint8Array; readonly name: string },
): AsyncGenerator<Uint8Array> {
  const prefix = randomBytes(prefixBytes);
  yield Buffer.concat([Buffer.from([formatVersion]), prefix]);
  let number = 0;
  for await (const { bytes, isLast } of inChunks(plain, chunkBytes)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(prefix, number, isLast)).setAAD(Buffer.from(name));
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    number += 1;
  }
}

/** Decrypts what {@link sealStream} gave. Throws at the first chunk that is not as it was written, and where the end is missing. */
export async function* openStream(
  sealed: AsyncIterable<Uint8Array>,
  { key, name }: { readonly key: Uint8Array; readonly name: string },
): AsyncGenerator<Uint8Array> {
  let prefix: Buffer | undefined;
  let number = 0;
  for await (const { bytes, isLast } of inChunks(
    withoutHeader(sealed, (header) => (prefix = header)),
    chunkBytes + tagBytes,
  )) {
    if (prefix === undefined || bytes.length < tagBytes) throw new Error('the file ends too early');
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(prefix, number, isLast), {
      authTagLength: tagBytes,
    }).setAAD(Buffer.from(name));
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    yield Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()]);
    number += 1;
  }
}

function nonceOf(prefix: Uint8Array, number: number, isLast: boolean): Buffer {
  const rest = Buffer.alloc(5);
  rest.writeUInt32BE(number);
  rest[4] = isLast ? 1 : 0;
  return Buffer.concat([prefix, rest]);
}

/** Whole chunks of a stream and whether each is the last; an empty stream has one empty chunk. */
async function* inChunks(
  stream: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ readonly bytes: Buffer; readonly isLast: boolean }> {
  let held = Buffer.alloc(0);
  for await (const bytes of stream) {
    held = Buffer.concat([held, bytes]);
    // The last chunk is known to be the last only when the stream has ended, so one is always held back.
    while (held.length > size) {
      yield { bytes: held.subarray(0, size), isLast: false };
      held = held.subarray(size);
    }
  }
  yield { bytes: held, isLast: true };
}

async function* withoutHeader(
  sealed: AsyncIterable<Uint8Array>,
  onPrefix: (prefix: Buffer) => void,
): AsyncGenerator<Uint8Array> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const bytes of sealed) {
    if (head === undefined) {
      yield bytes;
      continue;
    }
    head = Buffer.concat([head, bytes]);
    if (head.length < headerBytes) continue;
    if (head[0] !== formatVersion) throw new Error('this file is sealed in an unknown format');
    onPrefix(head.subarray(1, headerBytes));
    yield head.subarray(headerBytes);
    head = undefined;
  }
}
