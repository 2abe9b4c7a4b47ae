import { commitmentOf } from '@guildhall/lot';
import type { PersonActor } from '@guildhall/kernel';
import type { Election } from '../src/election/election.js';
import { actors, fixedId } from './personas.js';

/** An election that otto plans and sys holds the second key of; its instants are days of October and November 2026. */
export const sampleElection: Election = {
  id: fixedId<'Election'>(800),
  title: 'Spring election',
  groupId: undefined,
  fillsId: undefined,
  status: 'PLANNED',
  resumesTo: undefined,
  statusReason: undefined,
  campaignRules: 'Be fair.',
  rulesVersion: 1,
  returningOfficer: 'otto',
  secondTrustee: 'sys',
  seed: 'north wind',
  seedCommitment: commitmentOf('north wind'),
  nominationsOpenAt: new Date('2026-10-12T08:00:00Z'),
  nominationsCloseAt: new Date('2026-10-19T16:00:00Z'),
  campaignOpensAt: new Date('2026-10-23T08:00:00Z'),
  votingOpensAt: new Date('2026-10-26T08:00:00Z'),
  votingClosesAt: new Date('2026-10-28T16:00:00Z'),
  mandatesStartAt: new Date('2026-11-16T00:00:00Z'),
  complaintsUntil: undefined,
  announcedAt: undefined,
  declaredAt: undefined,
  version: 1,
};

/** A returning officer of no union membership. */
export const otto: PersonActor = { ...actors.sys, subject: 'otto', appointments: ['RETURNING_OFFICER'] };
