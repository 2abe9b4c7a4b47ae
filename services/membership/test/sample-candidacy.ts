import type { Candidacy, CandidacyAppeal, Candidate } from '../src/candidate/candidate.js';
import { fixedId, memberIds } from './personas.js';

/** The instant of the samples: nominations are open at it, and it is in time for an appeal. */
export const sampleNow = new Date('2026-10-05T09:00:00.000Z');

const candidate: Candidate = {
  id: fixedId<'Candidate'>(801),
  contestId: fixedId<'Contest'>(800),
  memberId: memberIds.ada,
  name: 'Ada',
  isReopen: false,
  status: 'NOMINATED',
  statusReason: undefined,
  statements: [],
  ballotPlace: undefined,
  decidedBy: undefined,
  decidedAt: undefined,
  appealUntil: undefined,
  nominatedAt: sampleNow,
  changedAt: sampleNow,
  version: 1,
};

/** When the samples that were decided about were. */
export const decidedAt = new Date('2026-10-02T09:00:00.000Z');

/** Ada, nominated once for an office of the union, in an election that otto runs and sys keeps the other key of. */
export function sampleCandidacy(
  changes: Partial<Candidate> = {},
  {
    election,
    ...facts
  }: Partial<Omit<Candidacy, 'election' | 'candidate'>> & {
    readonly election?: Partial<Candidacy['election']>;
  } = {},
): Candidacy {
  return {
    candidate: { ...candidate, ...changes },
    election: {
      id: fixedId<'Election'>(799),
      status: 'NOMINATIONS',
      nominationsOpenAt: new Date('2026-10-01T09:00:00.000Z'),
      nominationsCloseAt: new Date('2026-10-08T09:00:00.000Z'),
      rulesVersion: 1,
      secondTrustee: 'sys',
      ...election,
    },
    positionKind: 'UNION_OFFICER',
    appeal: undefined,
    nominationCount: 1,
    isViewerInvolved: false,
    ...facts,
  };
}

/** What a candidate who was refused or taken out looks like: it was decided by otto and can be appealed against. */
export const decidedByOtto = {
  statusReason: 'Not a student here.',
  decidedBy: 'otto',
  decidedAt,
  appealUntil: new Date('2026-10-06T22:59:59.999Z'),
} as const;

/** An appeal of ada's against otto's decision, open unless changed. */
export function sampleAppeal(changes: Partial<CandidacyAppeal> = {}): CandidacyAppeal {
  return {
    id: fixedId<'CandidacyAppeal'>(802),
    candidateId: candidate.id,
    againstBy: 'otto',
    againstAt: decidedAt,
    words: 'I am.',
    madeAt: sampleNow,
    isGranted: undefined,
    reason: undefined,
    decidedBy: undefined,
    decidedAt: undefined,
    version: 1,
    ...changes,
  };
}
