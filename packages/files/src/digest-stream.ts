import { createHash } from 'node:crypto';

/** Passes a stream on and tells the SHA-256 of what went through it, in hexadecimal. */
export function digestStream(): {
  readonly through: (stream: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array>;
  readonly digest: () => string;
} {
  const hash = createHash('sha256');
  return {
    async *through(stream) {
      for await (const bytes of stream) {
        hash.update(bytes);
        yield bytes;
      }
    },
    digest: () => hash.digest('hex'),
  };
}
