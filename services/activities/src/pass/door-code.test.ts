import { describe, expect, it } from '@jest/globals';
import { doorCodeAt, isDoorCode } from './door-code.crypto.js';

const secret = Buffer.from('12345678901234567890123456789012');
const at = (seconds: number): Date => new Date(seconds * 1000);

describe('the code shown at a door', () => {
  it('is that of RFC 6238 with SHA-256, in its last six digits', () => {
    expect(doorCodeAt(secret, at(59)).code).toBe('119246');
    expect(doorCodeAt(secret, at(1_111_111_109)).code).toBe('084774');
    expect(doorCodeAt(secret, at(2_000_000_000)).code).toBe('698825');
  });

  it('changes every half minute and is taken for half a minute longer', () => {
    const { code, shownUntil } = doorCodeAt(secret, at(61));
    expect(shownUntil).toEqual(at(90));
    expect([59, 60, 89, 90, 119, 120].map((second) => isDoorCode(secret, code, at(second)))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it('is taken with spaces, and never when it is shorter, longer or of another door', () => {
    const { code } = doorCodeAt(secret, at(61));
    expect(isDoorCode(secret, `${code.slice(0, 3)} ${code.slice(3)}`, at(61))).toBe(true);
    for (const other of ['', code.slice(1), `${code}0`]) expect(isDoorCode(secret, other, at(61))).toBe(false);
    expect(isDoorCode(Buffer.alloc(32), code, at(61))).toBe(false);
  });
});
