import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { MentorOffer } from './mentor-offer.js';
import type { MentorPair } from './mentor-pair.js';

/** The table `mentor_offer`. */
export const MentorOfferEntity = new EntitySchema<MentorOffer>({
  name: 'MentorOffer',
  tableName: 'mentor_offer',
  columns: {
    id: { type: 'uuid', primary: true },
    memberId: { type: 'uuid' },
    topics: { type: 'text', array: true },
    courses: { type: 'text', array: true },
    languages: { type: 'text', array: true },
    about: { type: 'text' },
    menteesMax: { type: 'integer' },
    status: { type: 'text' },
    offeredAt: { type: 'timestamptz' },
    version: { type: 'integer' },
  },
});

/** The table `mentor_pair`. */
export const MentorPairEntity = new EntitySchema<MentorPair>({
  name: 'MentorPair',
  tableName: 'mentor_pair',
  columns: {
    id: { type: 'uuid', primary: true },
    offerId: { type: 'uuid' },
    mentorId: { type: 'uuid' },
    menteeId: { type: 'uuid' },
    line: { type: 'text' },
    status: { type: 'text' },
    askedAt: { type: 'timestamptz' },
    answerUntil: { type: 'timestamptz' },
    startedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    endedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
