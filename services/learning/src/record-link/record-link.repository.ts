import { toPage, type Actor, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import { updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { RecordLinkEntity } from './record-link.entity.js';
import { recordLinkRules } from './record-link-rules.js';
import type { ChosenItem, PlannedLink, RecordLink, RecordLinkId } from './record-link.js';
import { recordLinkPolicy, visibleRecordLinks } from './record-link.policy.js';

/** Reads and writes links; their member's own, or the one whose token is shown. */
export type RecordLinkRepository = ReturnType<typeof createRecordLinkRepository>;

type ItemRow = { link_id: RecordLinkId; evidence_id: string | null; credential_id: string | null };

/** A repository over one connection or transaction. */
export function createRecordLinkRepository(manager: EntityManager) {
  const visible = (actor: Actor): SelectQueryBuilder<RecordLink> =>
    manager
      .createQueryBuilder(RecordLinkEntity, 'link')
      .where('link.memberId = :own', { own: visibleRecordLinks(actor).own ?? null });

  return {
    /** Nobody else makes or ends a link of this member until the transaction ends. */
    lock: async (memberId: Id<'Member'>): Promise<void> =>
      void (await manager.query(`select pg_advisory_xact_lock(hashtextextended('record-links:' || $1, 0))`, [
        memberId,
      ])),

    /** One link of the actor's own, or nothing. */
    findOwn: (actor: Actor, id: RecordLinkId): Promise<RecordLink | null> =>
      visible(actor).andWhere('link.id = :id', { id }).getOne(),

    /** How many links of the actor's own open at an instant. */
    countOpen: (actor: Actor, now: Date): Promise<number> =>
      visible(actor).andWhere('link.withdrawnAt is null and link.expiresAt > :now', { now }).getCount(),

    /** A member's links, newest first; nothing for anybody but the member. */
    async pageOf(
      actor: Actor,
      memberId: Id<'Member'>,
      { first, after }: PageRequest,
    ): Promise<Page<RecordLink> | null> {
      if (!recordLinkPolicy.canRead(actor, memberId)) return null;
      const query = visible(actor).andWhere('link.memberId = :memberId', { memberId });
      if (after !== undefined)
        query.andWhere('(link.createdAt, link.id) < (:createdAt, :id)', { createdAt: after[0], id: after[1] });
      const rows = await query
        .orderBy('link.createdAt', 'DESC')
        .addOrderBy('link.id', 'DESC')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ createdAt, id }) => [createdAt.toISOString(), id]);
    },

    /**
     * The link that a token opens at an instant. Unknown, ended and withdrawn ones are nothing alike, and so is the link of
     * somebody who is no member of the union any more.
     */
    async findOpen(digest: Uint8Array, now: Date): Promise<RecordLink | null> {
      return manager
        .createQueryBuilder(RecordLinkEntity, 'link')
        .innerJoin('actor_member', 'member', 'member.member_id = link.memberId')
        .where('link.token_digest = :digest', { digest: Buffer.from(digest) })
        .andWhere('link.withdrawnAt is null and link.expiresAt > :now', { now })
        .getOne();
    },

    /** What was chosen for links that were read already, in order. */
    async listItems(ids: readonly RecordLinkId[]): Promise<ReadonlyMap<RecordLinkId, readonly ChosenItem[]>> {
      const rows: readonly ItemRow[] = await manager.query(
        'select link_id, evidence_id, credential_id from record_link_item where link_id = any($1::uuid[]) order by link_id, position',
        [ids],
      );
      const byLink = Map.groupBy(rows, (row) => row.link_id);
      return new Map([...byLink].map(([id, items]) => [id, items.map(toItem)]));
    },

    /** When links that were read already were opened, the last times first. */
    async listViews(ids: readonly RecordLinkId[]): Promise<ReadonlyMap<RecordLinkId, readonly Date[]>> {
      const rows: readonly { link_id: RecordLinkId; viewed_at: Date }[] = await manager.query(
        'select link_id, viewed_at from record_link_view where link_id = any($1::uuid[]) order by link_id, viewed_at desc, id desc',
        [ids],
      );
      const byLink = Map.groupBy(rows, (row) => row.link_id);
      return new Map([...byLink].map(([id, views]) => [id, views.map((view) => view.viewed_at)]));
    },

    /** Writes a new link with what was chosen. */
    async add({ link, items }: PlannedLink, digest: Uint8Array): Promise<void> {
      await manager.query(
        `insert into record_link (id, member_id, token_digest, note, shown_as, language, created_at, expires_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          link.id,
          link.memberId,
          Buffer.from(digest),
          link.note,
          link.shownAs,
          link.language,
          link.createdAt,
          link.expiresAt,
          link.version,
        ],
      );
      await manager.query(
        `insert into record_link_item (link_id, position, evidence_id, credential_id)
         select $1, i.nth, i.evidence_id, i.credential_id
         from unnest($2::uuid[], $3::uuid[]) with ordinality as i(evidence_id, credential_id, nth)`,
        [
          link.id,
          items.map(({ evidenceId }) => evidenceId ?? null),
          items.map(({ credentialId }) => credentialId ?? null),
        ],
      );
    },

    /** Writes a changed link. */
    save: (link: RecordLink): Promise<RecordLink> => updateRow(manager, RecordLinkEntity, link),

    /** Remembers that a link was opened, the time alone; the oldest times are forgotten. Tells whether it was the first. */
    async addView(
      id: RecordLinkId,
      view: { readonly id: Id<'RecordLinkView'>; readonly viewedAt: Date },
    ): Promise<boolean> {
      const [row]: readonly { before: number }[] = await manager.query(
        'select count(*)::int as before from record_link_view where link_id = $1',
        [id],
      );
      await manager.query('insert into record_link_view (link_id, viewed_at, id) values ($1, $2, $3)', [
        id,
        view.viewedAt,
        view.id,
      ]);
      await manager.query(
        `delete from record_link_view where link_id = $1 and id not in (
           select id from record_link_view where link_id = $1 order by viewed_at desc, id desc limit $2)`,
        [id, recordLinkRules.viewsKept],
      );
      return row?.before === 0;
    },
  };
}

function toItem({ evidence_id: evidenceId, credential_id: credentialId }: ItemRow): ChosenItem {
  return evidenceId === null
    ? ({ evidenceId: undefined, credentialId } as ChosenItem)
    : ({ evidenceId, credentialId: undefined } as ChosenItem);
}
