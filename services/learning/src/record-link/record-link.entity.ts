import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { RecordLink } from './record-link.js';

/** The table `record_link`, without the digest of its token. */
export const RecordLinkEntity = new EntitySchema<RecordLink>({
  name: 'RecordLink',
  tableName: 'record_link',
  columns: {
    id: { type: 'uuid', primary: true },
    memberId: { type: 'uuid' },
    note: { type: 'text' },
    shownAs: { type: 'text' },
    language: { type: 'text' },
    createdAt: { type: 'timestamptz' },
    expiresAt: { type: 'timestamptz' },
    withdrawnAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
