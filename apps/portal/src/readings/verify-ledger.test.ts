import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { placeOfCode, verifyLedger, type LedgerLink } from './verify-ledger.js';

/** A chain as the service makes it, by other means than the browser's. */
function chainOf(...facts: readonly string[]): readonly LedgerLink[] {
  let before: Buffer = Buffer.alloc(32);
  return facts.map((text, index) => {
    const salt = randomBytes(16);
    const commitment = createHash('sha256').update('guildhall/disclosure').update(salt).update(text).digest();
    before = createHash('sha256').update('guildhall/chain').update(before).update(commitment).digest();
    return {
      position: index + 1,
      salt: salt.toString('base64url'),
      facts: text,
      commitment: commitment.toString('base64url'),
      hash: before.toString('base64url'),
    };
  });
}

describe('a read ledger', () => {
  it('that is as it was written is found whole, and its code is that of the last link', async () => {
    const links = chainOf('{"a":1}', '{"b":"über"}', '{"c":"查阅"}');
    expect(await verifyLedger(links)).toEqual({ isWhole: true, brokenAt: 0, code: links[2]?.hash });
    expect(await verifyLedger([])).toEqual({ isWhole: true, brokenAt: 0, code: '' });
  });

  it('still holds where facts were erased', async () => {
    const links = chainOf('{"a":1}', '{"b":2}').map((link) => ({ ...link, salt: null, facts: null }));
    expect(await verifyLedger(links)).toMatchObject({ isWhole: true });
  });

  it.each<[string, (links: readonly LedgerLink[]) => readonly LedgerLink[], number]>([
    ['a changed fact', (links) => links.map((link, index) => (index === 1 ? { ...link, facts: '{}' } : link)), 2],
    ['a link taken out', (links) => links.filter((_link, index) => index !== 1), 2],
    ['the first link taken out', (links) => links.slice(1), 1],
    [
      'a salt without its facts',
      (links) => links.map((link, index) => (index === 2 ? { ...link, facts: null } : link)),
      3,
    ],
    ['another commitment', (links) => links.map((link) => ({ ...link, commitment: links[0]?.commitment ?? '' })), 2],
  ])('shows where it does not fit: %s', async (_name, change, brokenAt) => {
    const links = chainOf('{"a":1}', '{"b":2}', '{"c":3}');
    expect(await verifyLedger(change(links))).toEqual({ isWhole: false, brokenAt, code: '' });
  });

  it('that was written anew does not hold a code that was noted before', () => {
    const links = chainOf('{"a":1}', '{"b":2}');
    expect(placeOfCode(links, ` ${links[0]?.hash} `)).toBe(1);
    expect(placeOfCode(chainOf('{"a":1}', '{"b":2}'), links[0]?.hash ?? '')).toBe(0);
  });
});
