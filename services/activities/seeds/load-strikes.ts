import { planDemoStrikes, type DemoStrike, type DemoUnion } from '@guildhall/demo';
import { insertRows, type Row, type SeedOptions } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { giveStrike } from '../src/strike/strike.js';

/** The zone of the demo union's campus. */
const zone = 'Europe/London';

/** Loads the strikes of the demo union under the rules of today, with the appeals against them. */
export async function loadStrikes(
  manager: EntityManager,
  union: DemoUnion,
  options: Pick<SeedOptions, 'anchor' | 'size'>,
): Promise<void> {
  const strikes = planDemoStrikes(union, options);
  await insertRows(manager, 'strike', strikes.map(strikeRow));
  const late = strikes.filter(({ kind }) => kind === 'LATE_CANCEL').map(({ registrationId }) => registrationId);
  await manager.query(
    `update registration set status = 'LATE_CANCELLED' where id = any($1::uuid[]) and status = 'CANCELLED'`,
    [late],
  );
}

function strikeRow({ id, registrationId, activityId, memberId, kind, givenAt, appeal }: DemoStrike): Row {
  const about = { registration: { id: registrationId, memberId }, activity: { id: activityId } };
  const { weight, rulesVersion, expiresAt, appealUntil } = giveStrike(kind, about, { id, now: givenAt, zone });
  return {
    id,
    registration_id: registrationId,
    activity_id: activityId,
    member_id: memberId,
    kind,
    weight,
    rules_version: rulesVersion,
    given_at: givenAt,
    expires_at: expiresAt,
    appeal_until: appealUntil,
    ...appealRow(appeal),
    version: 1,
  };
}

const notAppealed = { words: null, appealed_at: null };
const notDecided = { reasons: null, decider_id: null, decided_at: null };

function appealRow(appeal: DemoStrike['appeal']): Row {
  if (appeal === undefined) return { status: 'GIVEN', ...notAppealed, ...notDecided };
  const { words, appealedAt, won } = appeal;
  const appealed = { words, appealed_at: appealedAt };
  if (won === undefined) return { status: 'APPEALED', ...appealed, ...notDecided };
  return {
    status: 'WON',
    ...appealed,
    reasons: won.reasons,
    decider_id: won.deciderId,
    decided_at: won.decidedAt,
  };
}
