import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { recentTerms, termAt, termByKey } from './term-rules.js';

const zone = 'Europe/London';

describe('terms', () => {
  it('begin at midnight on campus, summer time or not', () => {
    expect(termByKey('2026-AUTUMN', zone)).toEqual({
      key: '2026-AUTUMN',
      season: 'AUTUMN',
      startsAt: new Date('2026-07-31T23:00:00.000Z'),
      endsAt: new Date('2027-01-01T00:00:00.000Z'),
    });
    expect(termAt(new Date('2026-07-31T22:59:59.999Z'), zone).key).toBe('2026-SUMMER');
    expect(termAt(new Date('2026-07-31T23:00:00.000Z'), zone).key).toBe('2026-AUTUMN');
    expect(termByKey('2026-SPRING', 'Asia/Shanghai')?.startsAt).toEqual(new Date('2025-12-31T16:00:00.000Z'));
  });

  it('follow each other without a gap, the newest first', () => {
    const terms = recentTerms(new Date('2026-10-05T09:00:00.000Z'), zone, 7);
    expect(terms.map(({ key }) => key)).toEqual([
      '2026-AUTUMN',
      '2026-SUMMER',
      '2026-SPRING',
      '2025-AUTUMN',
      '2025-SUMMER',
      '2025-SPRING',
      '2024-AUTUMN',
    ]);
    terms.slice(1).forEach((term, index) => expect(term.endsAt).toEqual(terms[index]?.startsAt));
  });

  it.each(['', '2026', '2026-WINTER', '1999-AUTUMN', '2026-autumn', '20266-AUTUMN'])('are not named by %j', (key) => {
    expect(termByKey(key, zone)).toBeUndefined();
  });

  it('hold every instant exactly once', () => {
    const instants = fc.date({ min: new Date('2001-01-01'), max: new Date('2098-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (instant) => {
        const term = termAt(instant, zone);
        expect(term.startsAt <= instant && instant < term.endsAt).toBe(true);
        expect(termByKey(term.key, zone)).toEqual(term);
      }),
    );
  });
});
