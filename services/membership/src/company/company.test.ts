import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fixedId, memberIds, whoMay } from '../../test/personas.js';
import {
  askForCompany,
  companyLifecycle,
  findCompany,
  type Asker,
  type CompanyAsk,
  type CompanyFacts,
  type KnownActivity,
} from './company.js';
import { companyPolicy, visibleAsks } from './company.policy.js';

const now = new Date('2026-10-05T09:00:00Z');
const activity: KnownActivity = {
  activityId: fixedId<'Activity'>(1),
  startsAt: new Date('2026-10-09T18:00:00Z'),
  endsAt: new Date('2026-10-09T20:00:00Z'),
  isOpen: true,
};
const made = { id: fixedId<'CompanyAsk'>(1), activityId: activity.activityId, memberId: memberIds.ada, askedAt: now };
const ask: CompanyAsk = { ...made, sizeMax: 2, companyId: undefined };
const found = { ...ask, companyId: fixedId<'Company'>(1) };

describe('an ask for company', () => {
  it('is made before the start of an activity that takes place, and taken back at any time', () => {
    const possible = (facts: Partial<CompanyFacts>, at = now) =>
      companyLifecycle.possible({ activity, ask: undefined, ...facts }, at);
    expect(possible({})).toEqual(['ASK']);
    expect(possible({}, activity.startsAt)).toEqual([]);
    expect(possible({ activity: { ...activity, isOpen: false } })).toEqual([]);
    for (const one of [ask, found]) {
      expect(possible({ ask: one })).toEqual(['WITHDRAW']);
      expect(possible({ ask: one }, activity.endsAt)).toEqual(['WITHDRAW']);
    }
  });

  it('is for two to four together', () => {
    expect([1, 2, 4, 5].map((sizeMax) => askForCompany(sizeMax, made).ok)).toEqual([false, true, true, false]);
  });

  it('is made by active members, who see their own alone', () => {
    expect(whoMay(companyPolicy.can)).toEqual(['ada', 'omar', 'uma', 'rosa', 'mo']);
    expect(whoMay((actor) => visibleAsks(actor) === memberIds.ada)).toEqual(['ada']);
  });
});

const asker = fc.record({
  sizeMax: fc.integer({ min: 2, max: 4 }),
  languages: fc.uniqueArray(fc.constantFrom('en', 'de', 'zh-CN'), { minLength: 1 }),
  interests: fc.uniqueArray(fc.constantFrom('chess', 'jazz', 'food')),
});
const person = (index: number, about: Pick<Asker, 'sizeMax' | 'languages' | 'interests'>): Asker => ({
  ...about,
  id: fixedId<'CompanyAsk'>(index),
  memberId: fixedId<'Member'>(index),
  askedAt: new Date(now.getTime() + index),
  companyId: undefined,
});

describe('finding company', () => {
  it('brings together two to four who share a language, like the size, and of whom no two are blocked', () => {
    fc.assert(
      fc.property(
        fc.array(asker, { minLength: 1, maxLength: 8 }),
        fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 12 }),
        (people, pairs) => {
          const all = people.map((about, index) => person(index, about));
          const isBlocked = (a: string, b: string): boolean =>
            pairs.some(([x, y]) => [`${fixedId(x)}${fixedId(y)}`, `${fixedId(y)}${fixedId(x)}`].includes(`${a}${b}`));
          const [first, ...others] = all;
          if (first === undefined) return;
          const company = findCompany(first, others, isBlocked);
          if (company === undefined) return;
          const together = [first, ...company.others];
          expect(together.length).toBeGreaterThanOrEqual(2);
          expect(together.every(({ sizeMax }) => sizeMax >= together.length)).toBe(true);
          expect(['en', 'de', 'zh-CN'].some((tag) => together.every(({ languages }) => languages.includes(tag)))).toBe(
            true,
          );
          for (const one of together)
            expect(together.some((other) => other !== one && isBlocked(one.memberId, other.memberId))).toBe(false);
        },
      ),
    );
  });

  const jazz = { sizeMax: 2, languages: ['en'], interests: ['Jazz'] };
  it('prefers who shares interests, then who waited longer', () => {
    const others = [person(2, { ...jazz, interests: [] }), person(3, jazz), person(4, jazz)];
    expect(findCompany(person(1, jazz), others, () => false)?.others.map(({ memberId }) => memberId)).toEqual([
      fixedId(3),
    ]);
  });

  it('joins a company with room where nobody waits, and none whose people like it smaller', () => {
    const companyId = fixedId<'Company'>(7);
    const pair = (sizeMax: number) => [2, 3].map((index) => ({ ...person(index, { ...jazz, sizeMax }), companyId }));
    const three = person(1, { ...jazz, sizeMax: 3 });
    expect(findCompany(three, pair(3), () => false)?.companyId).toBe(companyId);
    expect(findCompany(three, pair(2), () => false)).toBeUndefined();
    expect(findCompany(person(1, jazz), pair(3), () => false)).toBeUndefined();
  });
});
