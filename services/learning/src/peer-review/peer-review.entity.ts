import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { PeerReview, PeerSubmission } from './peer-review.js';

/** The table `peer_submission`. */
export const PeerSubmissionEntity = new EntitySchema<PeerSubmission>({
  name: 'PeerSubmission',
  tableName: 'peer_submission',
  columns: {
    id: { type: 'uuid', primary: true },
    enrolmentId: { type: 'uuid' },
    pathId: { type: 'uuid' },
    stepId: { type: 'uuid' },
    stepKey: { type: 'uuid' },
    authorId: { type: 'uuid' },
    round: { type: 'integer' },
    words: { type: 'text' },
    status: { type: 'text' },
    handedInAt: { type: 'timestamptz' },
    decidedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});

/** The table `peer_review`. */
export const PeerReviewEntity = new EntitySchema<PeerReview>({
  name: 'PeerReview',
  tableName: 'peer_review',
  columns: {
    id: { type: 'uuid', primary: true },
    submissionId: { type: 'uuid' },
    authorId: { type: 'uuid' },
    reviewerId: { type: 'uuid' },
    status: { type: 'text' },
    askedAt: { type: 'timestamptz' },
    dueAt: { type: 'timestamptz' },
    verdict: { type: 'text', nullable: true, transformer: absent },
    words: { type: 'text', nullable: true, transformer: absent },
    marks: { type: 'jsonb' },
    doneAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
