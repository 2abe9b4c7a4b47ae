/*
 * An entry of a record: a piece of evidence with what its member chose about it.
 * Life: that of the evidence; hiding is the member's alone and never touches the fact. Owner: learning.
 */
import { defineLifecycle } from '@guildhall/kernel';
import type { Evidence } from './evidence.js';

/** A piece of evidence as its member sees it. */
export type RecordEntry = Evidence & { readonly isHidden: boolean };

/** What a member can do to an entry of their record. */
export type EvidenceAction = 'HIDE' | 'SHOW';

/** Hidden is never offered to show to others; shown is offered, and still shown to nobody by that alone. */
export const evidenceLifecycle = defineLifecycle<RecordEntry, 'SHOWN' | 'HIDDEN', EvidenceAction>(
  {
    name: 'Evidence',
    initial: ['SHOWN'],
    states: ['SHOWN', 'HIDDEN'],
    transitions: {
      HIDE: { from: ['SHOWN'], to: ['HIDDEN'] },
      SHOW: { from: ['HIDDEN'], to: ['SHOWN'] },
    },
  },
  ({ isHidden }) => (isHidden ? 'HIDDEN' : 'SHOWN'),
);
