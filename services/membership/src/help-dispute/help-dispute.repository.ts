import { toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { HelpRequestId } from '../help-request/help-request.js';
import type { MemberId } from '../member/member.js';
import { HelpDisputeEntity } from './help-dispute.entity.js';
import type { HelpDispute } from './help-dispute.js';
import { decidesDisputes } from './help-dispute.policy.js';

/** Reads and writes disputes; who may see them follows from their request, and the queue is the officers'. */
export type HelpDisputeRepository = ReturnType<typeof createHelpDisputeRepository>;

/** A repository over one connection or transaction. */
export function createHelpDisputeRepository(manager: EntityManager) {
  const all = () => manager.createQueryBuilder(HelpDisputeEntity, 'dispute');
  return {
    /** The disputes about requests that the caller may see the course of. */
    listOf: (requestIds: readonly HelpRequestId[]): Promise<readonly HelpDispute[]> =>
      all().where('dispute.requestId = any(:requestIds)', { requestIds }).getMany(),

    /** What waits for a decision of the officer's, the oldest first: nothing that they took part in or that somebody they are blocked with did. */
    async pageWaiting(actor: Actor, { first, after }: PageRequest): Promise<Page<HelpDispute>> {
      const member = decidesDisputes(actor);
      if (member === undefined) return toPage<HelpDispute>([], first, ({ id }) => [id]);
      const query = all()
        .innerJoin('HelpRequest', 'r', 'r.id = dispute.request_id')
        .where("dispute.decision is null and r.status = 'DISPUTED'")
        .andWhere('r.requester_id <> :member and not is_blocked(r.requester_id, :member)', { member })
        .andWhere(
          `not exists (select 1 from help_match m where m.request_id = r.id and (m.helper_id = :member or is_blocked(m.helper_id, :member)))`,
        );
      if (after !== undefined)
        query.andWhere('(dispute.raisedAt, dispute.id) > (:at, :id)', { at: after[0], id: after[1] });
      const rows = await query
        .orderBy('dispute.raisedAt')
        .addOrderBy('dispute.id')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ raisedAt, id }) => [raisedAt.toISOString(), id]);
    },

    /** The dispute about a request, for deciding it. */
    findOf: (requestId: HelpRequestId): Promise<HelpDispute | null> =>
      all().where('dispute.requestId = :requestId', { requestId }).getOne(),

    /** Who of the union's officers could decide: not those named. */
    async listDeciders(notAmong: readonly string[], now: Date): Promise<readonly MemberId[]> {
      const rows: readonly { member_id: MemberId }[] = await manager.query(
        `select distinct member_id from actor_mandate
         where kind = 'UNION_OFFICER' and starts_at <= $2 and ends_at > $2 and not member_id = any($1)`,
        [notAmong, now],
      );
      return rows.map((row) => row.member_id);
    },

    add: (dispute: HelpDispute): Promise<HelpDispute> => insertRow(manager, HelpDisputeEntity, dispute),
    save: (dispute: HelpDispute): Promise<HelpDispute> => updateRow(manager, HelpDisputeEntity, dispute),
  };
}
