import {
  claimChance,
  demoMembers,
  fixedId,
  planDemoAchievements,
  type DemoAchievement,
  type DemoUnion,
} from '@guildhall/demo';
import type { Id } from '@guildhall/kernel';
import { addJobs, insertRows, type SeedOptions } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { evidenceMeeting, type Criterion } from '../src/achievement/criterion.js';
import { credentialEnds, revokedAt } from '../src/credential/credential-rules.js';
import type { Evidence } from '../src/record/evidence.js';
import type { RecordFact } from '../src/record/record-fact.js';
import { evidenceOf, loadRecord } from './demo-record.js';
import { toEvidence, type EvidenceRow } from '../src/record/record-rows.js';
import { loadAdasLink } from './load-record-link.js';

const dayMs = 86_400_000;

/** A credential as it is loaded. */
type PlannedCredential = {
  readonly id: Id<'Credential'>;
  readonly subjectId: Id<'CredentialSubject'>;
  readonly memberId: Id<'Member'>;
  readonly achievement: DemoAchievement;
  readonly evidence: readonly Evidence[];
  readonly status: 'ISSUED' | 'SUSPENDED' | 'REVOKED' | 'EXPIRED';
  readonly issuedAt: Date;
  readonly expiresAt: Date | undefined;
  readonly suspendedAt: Date | undefined;
  readonly endedAt: Date | undefined;
};

/** Loads achievements, the credentials that members of the demo union claimed by their evidence, and a link of Ada's. */
export async function loadCredentials(
  manager: EntityManager,
  union: DemoUnion,
  { anchor, size, onProgress }: Omit<SeedOptions, 'environment'>,
): Promise<void> {
  const achievements = planDemoAchievements({ anchor });
  await insertRows(
    manager,
    'achievement',
    achievements.map((one) => achievementRow(one, secondOfficer(union))),
  );
  const rows: readonly EvidenceRow[] = await manager.query(
    `select e.* from evidence e where e.kind in ('ATTENDANCE', 'LED_ACTIVITY', 'VERIFIED_HOURS', 'MANDATE', 'DELIVERED_PROPOSAL') order by e.happened_at, e.id`,
  );
  const facts = correctedFacts(union, { anchor });
  await loadRecord(manager, facts, anchor);
  const lost = evidenceOf(facts);
  const corrected = new Set(lost.map(({ memberId }) => memberId));
  const byMember = Map.groupBy(rows.map(toEvidence), ({ memberId }) => memberId);
  const planned = achievements.flatMap((achievement) => {
    const claims = planClaims(achievement, byMember, { anchor, size });
    if (achievement.slug !== 'first-hours') return claims;
    return [...claims.filter(({ memberId }) => !corrected.has(memberId)), ...planCorrected(achievement, lost, anchor)];
  });
  onProgress(`Loading ${planned.length} credentials.`);
  await insertRows(manager, 'credential', planned.map(credentialRow));
  await addJobs(manager, planned.flatMap(jobsOf));
  const { memberId: adaId } = demoMembers.ada;
  const ids = planned.filter(({ memberId }) => memberId === adaId).map(({ id }) => id);
  await loadAdasLink(manager, ids, anchor);
}

/** Uma writes; another union officer publishes, or one of before where there is no other. */
function secondOfficer({ mandates, positions }: DemoUnion): string {
  const offices = new Set(positions.filter(({ kind }) => kind === 'UNION_OFFICER').map(({ id }) => id));
  const other = mandates.find(
    ({ positionId, memberId }) => offices.has(positionId) && memberId !== demoMembers.uma.memberId,
  );
  return other?.memberId ?? fixedId('former-union-officer');
}

function achievementRow({ status, publishedAt, ...one }: DemoAchievement, second: string) {
  // The draft was written by the other officer, so that Uma has something to publish.
  const isDraft = status === 'DRAFT';
  return {
    id: one.id,
    series_id: one.seriesId,
    number: 1,
    title_en: one.titleEn,
    title_zh: one.titleZh,
    summary_en: one.summaryEn,
    summary_zh: one.summaryZh,
    criteria: one.criteria,
    skills: one.skills,
    valid_days: one.validDays,
    author_id: isDraft ? second : demoMembers.uma.memberId,
    publisher_id: isDraft ? null : second,
    status,
    published_at: publishedAt,
    version: 1,
  };
}

type When = Pick<SeedOptions, 'anchor' | 'size'>;

/** Those who could and did: each member's own chance decides, so that a larger union moves nobody. */
function planClaims(
  achievement: DemoAchievement,
  byMember: ReadonlyMap<Id<'Member'>, readonly Evidence[]>,
  { anchor, size }: When,
): readonly PlannedCredential[] {
  if (achievement.status === 'DRAFT') return [];
  const criteria = achievement.criteria as readonly Criterion[];
  const able = [...byMember].flatMap(([memberId, list]) => {
    const chance = claimChance(achievement.slug, memberId);
    const met = evidenceMeeting(criteria, list, anchor);
    return met === undefined ? [] : [{ memberId, chance, evidence: met }];
  });
  // Ada holds the first and can claim others.
  const { memberId: adaId } = demoMembers.ada;
  const placeOf = ({ memberId, chance }: (typeof able)[number]): number => (memberId === adaId ? -1 : chance.order);
  const inOrder = able
    .filter(({ memberId }) => memberId !== adaId || achievement.slug === 'first-hours')
    .sort((one, other) => placeOf(one) - placeOf(other));
  const share = size === 'full' ? achievement.claims : Math.ceil(achievement.claims / 20);
  return inOrder
    .slice(0, share)
    .map(({ memberId, chance, evidence }) => issuedCredential(achievement, { memberId, chance, evidence, anchor }));
}

type Claim = {
  readonly memberId: Id<'Member'>;
  readonly chance: ReturnType<typeof claimChance>;
  readonly evidence: readonly Evidence[];
  readonly anchor: Date;
};

function issuedCredential(
  achievement: DemoAchievement,
  { memberId, chance, evidence, anchor }: Claim,
): PlannedCredential {
  const last = Math.max(...evidence.map(({ happenedAt }) => happenedAt.getTime()));
  const issuedAt = new Date(Math.min(last + chance.daysAfter * dayMs, anchor.getTime()));
  const expiresAt = credentialEnds(issuedAt, achievement.validDays);
  const isOver = expiresAt !== undefined && expiresAt <= anchor;
  return {
    id: chance.credentialId,
    subjectId: chance.subjectId,
    memberId,
    achievement,
    evidence,
    status: isOver ? 'EXPIRED' : 'ISSUED',
    issuedAt,
    expiresAt,
    suspendedAt: undefined,
    endedAt: isOver ? expiresAt : undefined,
  };
}

/** Hours that a host took back, so that one credential waits for a correction and one was revoked. */
function correctedFacts({ members }: DemoUnion, { anchor }: Pick<When, 'anchor'>): readonly RecordFact[] {
  const named = new Set<string>(Object.values(demoMembers).map(({ memberId }) => memberId));
  const others = members.filter(({ id, status }) => status === 'ACTIVE' && !named.has(id)).slice(0, 2);
  return others.flatMap(({ id }, index): readonly RecordFact[] => {
    const aggregateId = fixedId(`corrected-hours/${index + 1}`);
    const of = { source: 'activities', aggregate: 'VerifiedHours', aggregateId, kind: 'VERIFIED_HOURS' } as const;
    const at = new Date(anchor.getTime() - 40 * dayMs);
    const stands = { memberIds: [id], at, until: undefined, minutes: 180, detail: {} };
    const takenBackAt = new Date(anchor.getTime() - (index === 0 ? 2 : 20) * dayMs);
    return [
      { ...of, sequence: 0, says: 'STANDS', ...stands },
      { ...of, sequence: 1, says: 'TAKEN_BACK', at: takenBackAt },
    ];
  });
}

/** What became of credentials that rest on such hours alone: asked for before, they are suspended, then revoked. */
function planCorrected(
  achievement: DemoAchievement,
  lost: readonly Evidence[],
  anchor: Date,
): readonly PlannedCredential[] {
  return lost.flatMap((evidence) => {
    const { memberId, takenBackAt: suspendedAt } = evidence;
    if (suspendedAt === undefined) return [];
    const claim = {
      memberId,
      chance: claimChance(`corrected-${achievement.slug}`, memberId),
      evidence: [evidence],
      anchor,
    };
    const ends = revokedAt(suspendedAt);
    const isRevoked = ends <= anchor;
    const issuedAt = new Date(anchor.getTime() - 30 * dayMs);
    const state = isRevoked ? ({ status: 'REVOKED', endedAt: ends } as const) : ({ status: 'SUSPENDED' } as const);
    return [{ ...issuedCredential(achievement, claim), issuedAt, suspendedAt, ...state }];
  });
}

function credentialRow({ achievement, evidence, ...one }: PlannedCredential, index: number) {
  return {
    id: one.id,
    member_id: one.memberId,
    subject_id: one.subjectId,
    achievement_id: achievement.id,
    series_id: achievement.seriesId,
    criteria: achievement.criteria,
    evidence_ids: evidence.map(({ id }) => id),
    status: one.status,
    issued_at: one.issuedAt,
    expires_at: one.expiresAt,
    suspended_at: one.suspendedAt,
    ended_at: one.endedAt,
    reason: one.status === 'REVOKED' ? 'EVIDENCE_TAKEN_BACK' : undefined,
    list_number: 1,
    // Spread over the list without an order: 40,503 and the length have no factor in common.
    list_index: (index * 40_503 + 7_919) % 131_072,
    version: 1,
  };
}

function jobsOf({ id: credentialId, status, expiresAt, suspendedAt }: PlannedCredential) {
  const payload = { credentialId };
  const isLiving = status === 'ISSUED' || status === 'SUSPENDED';
  const ends =
    isLiving && expiresAt !== undefined
      ? [{ task: 'expire-credential', payload, runAt: expiresAt, key: `expire-credential:${credentialId}` }]
      : [];
  const mends =
    status === 'SUSPENDED' && suspendedAt !== undefined
      ? [
          {
            task: 'revoke-credential',
            payload,
            runAt: revokedAt(suspendedAt),
            key: `revoke-credential:${credentialId}`,
          },
        ]
      : [];
  return [...ends, ...mends];
}
