import { describe, expect, it } from '@jest/globals';
import { proofOf, receiptOf, rootOf } from '@guildhall/client';
import { checkReceipt, type AskedElection } from './check-receipt.js';
import { readReceipt } from './read-receipt.js';

const receipts = await Promise.all(['0000', '1111', '2222', '____', '3333'].map(receiptOf));
const [own = ''] = receipts;
const contest = (title: string, ballotRoot: string | null, inclusionProof: ReturnType<typeof proofOf> | null) => ({
  id: title,
  position: { id: title, title },
  ballotRoot,
  inclusionProof: inclusionProof ?? null,
});
const closed = (...contests: AskedElection['contests'][number][]): AskedElection => ({ status: 'CLOSED', contests });
const other = contest('President', rootOf(receipts.slice(1)), null);

describe('a receipt', () => {
  it('is included when its proof leads to the published root', () => {
    const welfare = contest('Welfare', rootOf(receipts), proofOf(receipts, own) ?? null);
    const finding = { kind: 'INCLUDED', position: 'Welfare', size: 5, root: rootOf(receipts) };
    expect(checkReceipt(own, closed(other, welfare))).toEqual(finding);
  });

  it('is told to be falsely proven when the proof leads elsewhere', () => {
    const welfare = contest('Welfare', rootOf(receipts.slice(1)), proofOf(receipts, own) ?? null);
    expect(checkReceipt(own, closed(other, welfare))).toEqual({ kind: 'FALSE_PROOF', position: 'Welfare' });
  });

  it('is absent when no contest knows it, and too early before the roots are published', () => {
    expect(checkReceipt(own, closed(other))).toEqual({ kind: 'ABSENT' });
    expect(checkReceipt(own, { status: 'VOTING', contests: [contest('President', null, null)] })).toEqual({
      kind: 'TOO_EARLY',
    });
  });

  it('proves nothing where the election is over and no sealed ballots are kept', () => {
    const paper = { status: 'DECLARED', contests: [contest('President', null, null)] } as const;
    expect(checkReceipt(own, paper)).toEqual({ kind: 'NO_ROOT' });
  });

  it('is read however it was copied, and nothing else is', () => {
    const broken = `${own.slice(0, 32).toUpperCase()}\n ${own.slice(32)} `;
    expect(readReceipt(broken)).toBe(own);
    expect([own.slice(1), `${own}0`, own.replace(/^./, 'g'), ''].map(readReceipt)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
