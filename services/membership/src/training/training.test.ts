import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { fixedId, groupId, memberIds, whoMay } from '../../test/personas.js';
import { trainingPolicy } from './training.policy.js';
import { askedTraining, beginsAt, decideRule, lackedTraining, remindsAt, trainingMissing } from './training.js';

const [money, doors] = [fixedId<'LearningPath'>(301), fixedId<'LearningPath'>(302)];

describe('training that an office asks for', () => {
  it('is what the union asks of its kind and what the position asks itself, each once', () => {
    expect(askedTraining(undefined, undefined)).toEqual([]);
    expect(askedTraining(money, undefined)).toEqual([money]);
    expect(askedTraining(undefined, doors)).toEqual([doors]);
    expect(askedTraining(money, doors)).toEqual([money, doors]);
    expect(askedTraining(money, money)).toEqual([money]);
  });

  it('is lacked where it is not held, and named in the refusal', () => {
    expect(lackedTraining([money, doors], new Set([money]))).toEqual([doors]);
    expect(lackedTraining([], new Set())).toEqual([]);
    expect(trainingMissing([doors]).missing).toEqual([{ path: { id: doors } }]);
  });

  it('lets an office begin at its first instant and never before, with a reminder a week earlier', () => {
    const [start, later] = [new Date('2026-10-12T00:00:00Z'), new Date('2026-10-20T00:00:00Z')];
    expect(beginsAt(start, new Date('2026-10-01T00:00:00Z'))).toEqual(start);
    expect(beginsAt(start, later)).toEqual(later);
    expect(remindsAt(start)).toEqual(new Date('2026-10-05T00:00:00Z'));
  });

  it('changes by versions that say who decided when', () => {
    const never = { kind: 'TREASURER', version: 0, pathId: undefined, madeBy: undefined, madeAt: undefined } as const;
    const now = new Date(5);
    const first = decideRule(never, money, { memberId: memberIds.uma, now });
    expect(first).toEqual({ kind: 'TREASURER', version: 1, pathId: money, madeBy: memberIds.uma, madeAt: now });
    expect(decideRule(first, undefined, { memberId: toId('x'), now })).toMatchObject({ version: 2, pathId: undefined });
  });
});

describe('who may', () => {
  const [ofGroup, ofUnion] = [{ groupId }, { groupId: undefined }];
  it('decide what the union asks of a kind of office', () => {
    expect(whoMay((actor) => trainingPolicy.canDecideRule(actor))).toEqual(['uma']);
  });

  it('know what a holder lacks: the holder and whoever leads with them', () => {
    const mandate = { memberId: memberIds.ada };
    expect(whoMay((actor) => trainingPolicy.canSeeMissing(actor, ofGroup, mandate))).toEqual(['ada', 'omar', 'uma']);
    expect(whoMay((actor) => trainingPolicy.canSeeMissing(actor, ofUnion, mandate))).toEqual(['ada', 'uma']);
  });

  it('know who waits: whoever leads', () => {
    expect(whoMay((actor) => trainingPolicy.canSeeWaiting(actor, ofGroup))).toEqual(['omar', 'uma']);
    expect(whoMay((actor) => trainingPolicy.canSeeWaiting(actor, ofUnion))).toEqual(['uma']);
  });
});
