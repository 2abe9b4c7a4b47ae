import { memberOf, toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { MemberId } from '../references/member.js';
import type { RegistrationId } from '../registration/registration.js';
import { StrikeEntity } from './strike.entity.js';
import { countsSql, type Strike, type StrikeId } from './strike.js';
import { strikePolicy, visibleStrikes } from './strike.policy.js';

/** Reads and writes strikes. Reads of rows take the actor; the sums that delay a registration name nobody to anybody. */
export type StrikeRepository = ReturnType<typeof createStrikeRepository>;

/** What somebody may decide on: appeals of others over what they did not organise. Decided ones stay with who decided. */
const decidable = `(strike.member_id <> :decider and (strike.status = 'APPEALED' or strike.decider_id = :decider)
  and not exists (
    select 1 from activity a where a.id = strike.activity_id and (a.group_id = any(:exceptGroups) or a.organiser_id = :decider))
  and not exists (
    select 1 from team_place t where t.activity_id = strike.activity_id and t.member_id = :decider and t.status = 'ON_TEAM'))`;

/** A repository over one connection or transaction. */
export function createStrikeRepository(manager: EntityManager) {
  const visible = (actor: Actor): SelectQueryBuilder<Strike> => {
    const { memberId, decides } = visibleStrikes(actor);
    const query = manager.createQueryBuilder(StrikeEntity, 'strike');
    const own = 'strike.member_id = :own';
    return decides === undefined
      ? query.where(`(${own})`, { own: memberId ?? null })
      : query.where(`(${own} or ${decidable})`, {
          own: memberId ?? null,
          decider: decides.deciderId,
          exceptGroups: decides.exceptGroupIds,
        });
  };

  return {
    /** One strike, or nothing when missing or hidden. */
    findVisible: (actor: Actor, id: StrikeId): Promise<Strike | null> =>
      visible(actor).andWhere('strike.id = :id', { id }).getOne(),

    /** As `findVisible`, and nobody else changes it until the transaction ends. */
    findVisibleLocked: (actor: Actor, id: StrikeId): Promise<Strike | null> =>
      visible(actor).andWhere('strike.id = :id', { id }).setLock('pessimistic_write').getOne(),

    /** The actor's own strikes, the newest first. */
    async pageOwn(actor: Actor, { first, after }: PageRequest): Promise<Page<Strike>> {
      const query = visible(actor).andWhere('strike.memberId = :self', {
        self: visibleStrikes(actor).memberId ?? null,
      });
      if (after !== undefined)
        query.andWhere('(strike.givenAt, strike.id) < (:at, :id)', { at: after[0], id: after[1] });
      const rows = await query
        .orderBy('strike.givenAt', 'DESC')
        .addOrderBy('strike.id', 'DESC')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ givenAt, id }) => [givenAt.toISOString(), id]);
    },

    /** Appeals that wait for a decision which is the actor's to make, the oldest first. */
    async pageAppeals(actor: Actor, { first, after }: PageRequest): Promise<Page<Strike>> {
      if (!strikePolicy.canDecideAny(actor)) return toPage([], first, () => []);
      const query = visible(actor).andWhere(`strike.status = 'APPEALED' and strike.memberId is distinct from :self`, {
        self: memberOf(actor) ?? null,
      });
      if (after !== undefined)
        query.andWhere('(strike.appealedAt, strike.id) > (:at, :id)', { at: after[0], id: after[1] });
      const rows = await query
        .orderBy('strike.appealedAt')
        .addOrderBy('strike.id')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ appealedAt, id }) => [appealedAt?.toISOString() ?? '', id]);
    },

    /** What the strikes of members that count now weigh together; nothing for those without one. */
    async listWeights(memberIds: readonly MemberId[], now: Date): Promise<ReadonlyMap<MemberId, number>> {
      const rows: readonly { member_id: MemberId; weight: number }[] = await manager.query(
        `select member_id, sum(weight)::int as weight from strike
         where member_id = any($1::uuid[]) and ${countsSql('$2')} group by member_id`,
        [memberIds, now],
      );
      return new Map(rows.map((row) => [row.member_id, row.weight]));
    },

    /** When the last strike of the actor that counts now is over; nothing when none counts. */
    async findOwnEnd(actor: Actor, now: Date): Promise<Date | undefined> {
      const [row]: readonly { until: Date | null }[] = await manager.query(
        `select max(expires_at) as until from strike where member_id = $1 and ${countsSql('$2')}`,
        [visibleStrikes(actor).memberId ?? null, now],
      );
      return row?.until ?? undefined;
    },

    /** Adds strikes for registrations that have none, and returns those that were added. */
    async addMissing(strikes: readonly Strike[]): Promise<readonly Strike[]> {
      if (strikes.length === 0) return [];
      const rows: readonly { id: StrikeId }[] = await manager.query(
        `insert into strike (id, registration_id, activity_id, member_id, kind, status, weight, rules_version, given_at, expires_at, appeal_until, version)
         select id, registration_id, activity_id, member_id, kind, status, weight, rules_version, given_at, expires_at, appeal_until, 1
         from jsonb_populate_recordset(null::strike, $1::jsonb)
         on conflict (registration_id) where status <> 'TAKEN_BACK' do nothing returning id`,
        [JSON.stringify(strikes.map(toRow))],
      );
      const added = new Set(rows.map(({ id }) => id));
      return strikes.filter(({ id }) => added.has(id));
    },

    /** The strike of a registration that was not taken back, whoever asks; nobody else changes it until the transaction ends. */
    findStandingLocked: (registrationId: RegistrationId): Promise<Strike | null> =>
      manager
        .createQueryBuilder(StrikeEntity, 'strike')
        .where(`strike.registrationId = :registrationId and strike.status <> 'TAKEN_BACK'`, { registrationId })
        .setLock('pessimistic_write')
        .getOne(),

    save: (strike: Strike): Promise<Strike> => updateRow(manager, StrikeEntity, strike),
  };
}

function toRow(strike: Strike) {
  return {
    ...strike,
    registration_id: strike.registrationId,
    activity_id: strike.activityId,
    member_id: strike.memberId,
    rules_version: strike.rulesVersion,
    given_at: strike.givenAt,
    expires_at: strike.expiresAt,
    appeal_until: strike.appealUntil,
  };
}
