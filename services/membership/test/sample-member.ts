import { defaultAudiences, type Member } from '../src/member/member.js';
import { memberIds } from './personas.js';

const now = new Date('2026-10-05T09:00:00.000Z');

/** Ada's record, with the given differences. */
export function sampleMember(changes: Partial<Member> = {}): Member {
  return {
    id: memberIds.ada,
    subject: 'ada',
    studentNumber: 'N1',
    status: 'ACTIVE',
    statusReason: undefined,
    statusUntil: undefined,
    displayName: 'Ada',
    pronouns: undefined,
    bio: 'Hello',
    faculty: 'Arts',
    programme: 'History',
    level: 'UNDERGRADUATE',
    year: 1,
    interests: [],
    skills: [],
    languages: ['en'],
    audiences: defaultAudiences,
    joinedAt: now,
    version: 1,
    ...changes,
  };
}
