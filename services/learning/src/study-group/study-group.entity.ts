import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { StudyGroup } from './study-group.js';
import type { StudyPlace } from './study-place.js';
import type { StudyReport } from './study-report.js';

/** The table `study_group`. */
export const StudyGroupEntity = new EntitySchema<StudyGroup>({
  name: 'StudyGroup',
  tableName: 'study_group',
  columns: {
    id: { type: 'uuid', primary: true },
    title: { type: 'text' },
    about: { type: 'text' },
    course: { type: 'text' },
    constituencyId: { type: 'uuid', nullable: true, transformer: absent },
    style: { type: 'text' },
    setting: { type: 'text' },
    whereabouts: { type: 'text' },
    language: { type: 'text' },
    times: { type: 'jsonb' },
    membersMin: { type: 'integer' },
    capacity: { type: 'integer' },
    admission: { type: 'text' },
    status: { type: 'text' },
    lastDay: { type: 'text' },
    endsAt: { type: 'timestamptz' },
    plannedUntil: { type: 'timestamptz', nullable: true, transformer: absent },
    organiserId: { type: 'uuid', nullable: true, transformer: absent },
    foundedAt: { type: 'timestamptz' },
    rulesVersion: { type: 'integer' },
    version: { type: 'integer' },
  },
});

/** The table `study_place`, without the turn, which the database gives. */
export const StudyPlaceEntity = new EntitySchema<StudyPlace>({
  name: 'StudyPlace',
  tableName: 'study_place',
  columns: {
    id: { type: 'uuid', primary: true },
    groupId: { type: 'uuid' },
    memberId: { type: 'uuid' },
    status: { type: 'text' },
    since: { type: 'timestamptz' },
    reason: { type: 'text', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});

/** The table `study_report`. */
export const StudyReportEntity = new EntitySchema<StudyReport>({
  name: 'StudyReport',
  tableName: 'study_report',
  columns: {
    id: { type: 'uuid', primary: true },
    groupId: { type: 'uuid' },
    reporterId: { type: 'uuid' },
    reason: { type: 'text' },
    words: { type: 'text' },
    reportedAt: { type: 'timestamptz' },
    outcome: { type: 'text', nullable: true, transformer: absent },
    decidedById: { type: 'uuid', nullable: true, transformer: absent },
    decidedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    note: { type: 'text', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});
