/*
 * The stage of a case: how far it has gone in the university's procedure, the second axis of machine I.
 * Life: only forward, while there is work on the case. Owner: advocacy.
 */
import {
  defineLifecycle,
  err,
  illegalTransition,
  type IllegalTransitionError,
  ok,
  type Result,
} from '@guildhall/kernel';
import { type Case, type CaseStage, caseStages, isWorkedOn } from './case.js';

/** The stage axis of machine I: stages only move forward, while there is work on the case. */
export const stageLifecycle = defineLifecycle<Case, CaseStage, 'ADVANCE'>(
  {
    name: 'Case stage',
    initial: ['ADVICE'],
    states: caseStages,
    transitions: {
      ADVANCE: {
        from: ['ADVICE', 'EARLY_RESOLUTION', 'FORMAL', 'REVIEW'],
        to: caseStages,
        guard: ({ status }) => isWorkedOn(status) || status === 'OUTCOME',
      },
    },
  },
  (item) => item.stage,
);

/** Moves a case to a later stage. */
export function advanceStage(item: Case, stage: CaseStage, now: Date): Result<Case, IllegalTransitionError> {
  if (caseStages.indexOf(stage) <= caseStages.indexOf(item.stage)) return err(illegalTransition('ADVANCE', item.stage));
  const next = stageLifecycle.next('ADVANCE', item, now, stage);
  return next.ok ? ok({ ...item, stage: next.value, status: item.status === 'OUTCOME' ? 'OPEN' : item.status }) : next;
}
