import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { openStream, sealedSize, sealStream } from './file-stream.crypto.js';

const seal = { key: randomBytes(32), name: 'one' };
const chunk = 64 * 1024;

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
async function whole(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}
const sealed = (bytes: Uint8Array, size = 1000) => whole(sealStream(pieces(bytes, size), seal));
const opened = (bytes: Uint8Array, { size = 777, as = seal } = {}) => whole(openStream(pieces(bytes, size), as));

describe('a sealed file', () => {
  it.each([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk, 200_001])(
    'of %i bytes opens to the bytes that were sealed',
    async (size) => {
      const plain = randomBytes(size);
      const secret = await sealed(plain);
      expect(secret.length).toBe(sealedSize(size));
      for (const piece of [1, 4096, secret.length])
        if (piece > 1 || size < 10) expect((await opened(secret, { size: piece })).equals(plain)).toBe(true);
    },
  );

  it('opens under its own key and name alone', async () => {
    const secret = await sealed(randomBytes(10));
    await expect(opened(secret, { as: { ...seal, key: randomBytes(32) } })).rejects.toThrow();
    await expect(opened(secret, { as: { ...seal, name: 'other' } })).rejects.toThrow();
  });

  it('does not open once a bit of it changed, a part is missing, or parts change places', async () => {
    const secret = await sealed(randomBytes(3 * chunk));
    const part = chunk + 16;
    for (const index of [0, 3, 100, chunk + 20, secret.length - 1]) {
      const changed = Buffer.from(secret);
      changed[index] = (changed[index] ?? 0) ^ 1;
      await expect(opened(changed)).rejects.toThrow();
    }
    const cuts = [
      secret.subarray(0, 8 + part),
      secret.subarray(0, 8 + 2 * part),
      secret.subarray(0, secret.length - 1),
      secret.subarray(0, 8),
      secret.subarray(0, 3),
    ];
    for (const cut of cuts) await expect(opened(cut)).rejects.toThrow();
    const [first, second, third] = [0, 1, 2].map((number) =>
      secret.subarray(8 + number * part, 8 + (number + 1) * part),
    );
    const head = secret.subarray(0, 8);
    for (const order of [
      [second, first, third],
      [first, first, third],
      [first, second, third, third],
    ])
      await expect(opened(Buffer.concat([head, ...order.flatMap((one) => one ?? [])]))).rejects.toThrow();
  });
});
