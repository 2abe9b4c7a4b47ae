import { describe, expect, it } from '@jest/globals';
import { paperOf } from './paper-of.js';

const line = (id: string) => ({ id, isReopen: id === 'ron' });

describe('a ballot paper', () => {
  it('holds everybody up to re-opening nominations, and nobody who did not come so far', () => {
    expect(paperOf(['bea', 'chi', 'ron', 'own candidacy that was refused'].map(line))).toEqual(
      ['bea', 'chi', 'ron'].map(line),
    );
  });

  it('is re-opening nominations alone where nobody stands, and nothing before it is drawn up', () => {
    expect(paperOf([line('ron')])).toEqual([line('ron')]);
    expect(paperOf([line('bea')])).toEqual([]);
  });
});
