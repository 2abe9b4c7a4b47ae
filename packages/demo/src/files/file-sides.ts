import type { Id } from '@guildhall/kernel';
import { demoCases } from '../cases/named-cases.js';
import { demoEdges } from '../demo-edges.js';
import { fixedRandomId } from '../fixed-id.js';
import { after, dayMs } from '../season.js';

/** A note of those who work on a case, in plain text. */
export type DemoNote = {
  readonly id: Id<'CaseNote'>;
  readonly caseId: Id<'Case'>;
  readonly layer: 'INTERNAL' | 'PRIVATE';
  readonly author: string;
  readonly writtenAt: Date;
  readonly body: string;
};

/** A step outside without consent that waits for a second person, in plain text. */
export type DemoSafeguardingStep = {
  readonly id: Id<'SafeguardingStep'>;
  readonly caseId: Id<'Case'>;
  readonly ground: string;
  readonly recipient: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly reason: string;
};

/** What belongs to demo cases beside what their students see. */
export type DemoFileSides = {
  readonly notes: readonly DemoNote[];
  readonly steps: readonly DemoSafeguardingStep[];
  readonly seconds: readonly { readonly caseId: Id<'Case'>; readonly subject: string; readonly at: Date }[];
  readonly walls: readonly {
    readonly id: Id<'CaseWall'>;
    readonly caseId: Id<'Case'>;
    readonly subject: string;
    readonly raisedBy: string;
    readonly at: Date;
  }[];
  readonly ties: readonly {
    readonly id: Id<'WorkerTie'>;
    readonly subject: string;
    readonly name: string;
    readonly kind: string;
    readonly at: Date;
  }[];
};

/** Notes and a second worker on ada's case, and a case of carl's in which he asks amira to be the second person. */
export function demoFileSides(anchor: Date): DemoFileSides {
  const ago = (days: number): Date => after(anchor, -days * dayMs);
  const [troubled] = demoEdges.walledCases;
  if (troubled === undefined) throw new RangeError('the walled pair needs two ids');
  return {
    notes: [
      {
        id: fixedRandomId<'CaseNote'>('note/ada/team'),
        caseId: demoCases.ada,
        layer: 'INTERNAL',
        author: 'carl',
        writtenAt: ago(8),
        body: 'Third report of this block this month. If Student Housing is silent, ask the manager of the block directly.',
      },
      {
        id: fixedRandomId<'CaseNote'>('note/ada/own'),
        caseId: demoCases.ada,
        layer: 'PRIVATE',
        author: 'carl',
        writtenAt: ago(7),
        body: 'Sounds tired. Ask next time whether she has somebody to talk to.',
      },
    ],
    steps: [
      {
        id: fixedRandomId<'SafeguardingStep'>('step/troubled'),
        caseId: troubled,
        ground: 'SERIOUS_HARM',
        recipient: 'UNIVERSITY_SAFEGUARDING',
        proposedBy: 'carl',
        proposedAt: ago(1),
        reason:
          'On the phone yesterday they said that they do not sleep at home any more and do not care what happens to them.',
      },
    ],
    seconds: [{ caseId: demoCases.ada, subject: 'advice-hamid', at: ago(6) }],
    walls: [
      {
        id: fixedRandomId<'CaseWall'>('wall/ada'),
        caseId: demoCases.ada,
        subject: 'advice-bronwen',
        raisedBy: 'amira',
        at: ago(11),
      },
    ],
    ties: [
      { id: fixedRandomId<'WorkerTie'>('tie/carl'), subject: 'carl', name: 'Carl Marrow', kind: 'SELF', at: ago(300) },
      {
        id: fixedRandomId<'WorkerTie'>('tie/carl/sister'),
        subject: 'carl',
        name: 'Hedda Marrow',
        kind: 'FAMILY',
        at: ago(300),
      },
    ],
  };
}
