/*
 * A version of something that somebody else reviews before it is published: of a path, or of a quiz.
 * Life: machine L, path version. Owner: learning.
 */
import { defineLifecycle } from '@guildhall/kernel';

/** Where such a version stands. */
export type ReviewedStatus = 'DRAFT' | 'IN_REVIEW' | 'PUBLISHED' | 'RETIRED';

/** What can happen to it. */
export type ReviewedAction = 'EDIT' | 'SUBMIT' | 'SEND_BACK' | 'PUBLISH' | 'RETIRE';

/** Its life, under the name that errors have for it. What is in it changes in a draft alone: what is reviewed is what is published. */
export function reviewedLifecycle<Version extends { readonly status: ReviewedStatus }>(name: string) {
  return defineLifecycle<Version, ReviewedStatus, ReviewedAction>(
    {
      name,
      initial: ['DRAFT'],
      states: ['DRAFT', 'IN_REVIEW', 'PUBLISHED', 'RETIRED'],
      transitions: {
        EDIT: { from: ['DRAFT'], to: ['DRAFT'] },
        SUBMIT: { from: ['DRAFT'], to: ['IN_REVIEW'] },
        SEND_BACK: { from: ['IN_REVIEW'], to: ['DRAFT'] },
        PUBLISH: { from: ['IN_REVIEW'], to: ['PUBLISHED'] },
        RETIRE: { from: ['PUBLISHED'], to: ['RETIRED'] },
      },
    },
    ({ status }) => status,
  );
}
