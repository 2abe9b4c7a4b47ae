import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { HelpRequest } from './help-request.js';

/** The table `help_request`. */
export const HelpRequestEntity = new EntitySchema<HelpRequest>({
  name: 'HelpRequest',
  tableName: 'help_request',
  columns: {
    id: { type: 'uuid', primary: true },
    requesterId: { type: 'uuid' },
    kind: { type: 'text' },
    title: { type: 'text' },
    words: { type: 'text' },
    language: { type: 'text' },
    place: { type: 'text', nullable: true, transformer: absent },
    windowFrom: { type: 'timestamptz', nullable: true, transformer: absent },
    windowTo: { type: 'timestamptz', nullable: true, transformer: absent },
    helpersWanted: { type: 'integer' },
    helpersFound: { type: 'integer' },
    credits: { type: 'integer' },
    deadline: { type: 'timestamptz' },
    status: { type: 'text' },
    heldFrom: { type: 'text', nullable: true, transformer: absent },
    statusReason: { type: 'text', nullable: true, transformer: absent },
    meetingPlace: { type: 'text', nullable: true, transformer: absent },
    meetingAt: { type: 'timestamptz', nullable: true, transformer: absent },
    meetingAgreedBy: { type: 'uuid', array: true },
    doneBy: { type: 'uuid', nullable: true, transformer: absent },
    doneAt: { type: 'timestamptz', nullable: true, transformer: absent },
    completedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    repostedAsId: { type: 'uuid', nullable: true, transformer: absent },
    draftedAt: { type: 'timestamptz' },
    postedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
