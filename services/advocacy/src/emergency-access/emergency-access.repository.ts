import { toPage, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Pseudonym, Vault } from '../sealing/sealing.js';
import type { CaseViewer } from '../sealing/viewer.js';
import { EmergencyAccessEntity, EmergencyGuardianEntity } from './emergency-access.entity.js';
import type { CaseMessage } from '../case/case.js';
import type { EmergencyAccess, EmergencyAccessId, EmergencyMessage } from './emergency-access.js';
import { visibleEmergencies, type EmergencyViewer } from './emergency-access.policy.js';
import { emergencyWordsPlace, type EmergencyGuardian } from './guardian.js';

/** An emergency access with the two sides of its case, for telling them. */
export type EmergencyAccessFile = {
  readonly access: EmergencyAccess;
  readonly student: Pseudonym;
  readonly assignee: string | undefined;
};

type MessageRow = { id: Id<'CaseMessage'>; author: CaseMessage['author']; sent_at: Date };

type KeyRow = { key_id: string; data_key: Buffer | null; student: Pseudonym; assignee: string | null };

/** Those who could decide as second person: advice managers and guardians in office, no officer, not the student, nobody behind a wall. */
const secondPersons = `
  select distinct candidate.subject from (
    select a.subject from actor_appointment a where a.role = 'ADVICE_MANAGER' and a.starts_at <= $3 and a.ends_at > $3
    union select g.subject from emergency_guardian g where g.starts_at <= $3 and g.ends_at > $3) candidate
  where candidate.subject <> $2 and not is_behind_wall($1::uuid, candidate.subject)
    and not exists (select 1 from actor_mandate d join actor_member m using (member_id)
      where m.subject = candidate.subject and d.kind = 'UNION_OFFICER' and d.starts_at <= $3 and d.ends_at > $3)`;

/** Reads and writes emergency accesses; every read takes the viewer. */
export type EmergencyAccessRepository = ReturnType<typeof createEmergencyAccessRepository>;

/** A repository over one connection or transaction. */
export function createEmergencyAccessRepository(manager: EntityManager, vault: Vault) {
  const visible = (viewer: EmergencyViewer): SelectQueryBuilder<EmergencyAccess> => {
    const { all, isSecondPerson, subject, self } = visibleEmergencies(viewer);
    return manager
      .createQueryBuilder(EmergencyAccessEntity, 'access')
      .innerJoin('case_file', 'file', 'file.id = access.caseId')
      .where(
        `(:all or (:isSecondPerson and file.student is distinct from :self and not is_behind_wall(file.id, :subject)))`,
        { all, isSecondPerson, self: self ?? null, subject: subject ?? null },
      );
  };
  return {
    /** The viewer with what only this noun knows of them. */
    async viewerOf(viewer: CaseViewer, now: Date): Promise<EmergencyViewer> {
      const { actor } = viewer;
      const rows: readonly unknown[] = await manager.query(
        'select 1 from emergency_guardian where subject = $1 and starts_at <= $2 and ends_at > $2',
        [actor.kind === 'person' ? actor.subject : null, now],
      );
      return { ...viewer, isGuardian: rows.length > 0 };
    },

    /** One emergency access, or nothing when missing or hidden. */
    findVisible: (viewer: EmergencyViewer, id: EmergencyAccessId): Promise<EmergencyAccess | null> =>
      visible(viewer).andWhere('access.id = :id', { id }).getOne(),

    /** What the viewer sees, the newest first. */
    async page(viewer: EmergencyViewer, { first, after }: PageRequest): Promise<Page<EmergencyAccess>> {
      const query = visible(viewer);
      if (after !== undefined)
        query.andWhere('(access.askedAt, access.id) < (:askedAfter, :idAfter)', {
          askedAfter: after[0],
          idAfter: after[1],
        });
      const rows = await query
        .orderBy('access.askedAt', 'DESC')
        .addOrderBy('access.id', 'DESC')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ askedAt, id }) => [askedAt.toISOString(), id]);
    },

    /** Those of the cases, as far as the viewer is their student and has been told by now. */
    listTold: (viewer: CaseViewer, caseIds: readonly Id<'Case'>[], now: Date): Promise<readonly EmergencyAccess[]> =>
      manager
        .createQueryBuilder(EmergencyAccessEntity, 'access')
        .innerJoin('case_file', 'file', 'file.id = access.caseId')
        .where('access.caseId = any(:caseIds) and file.student = :self', { caseIds, self: viewer.self ?? null })
        .andWhere('access.decidedAt is not null and coalesce(access.tellBy, access.decidedAt) <= :now', { now })
        .orderBy('access.askedAt')
        .addOrderBy('access.id')
        .getMany(),

    /** Adds a request with its words, sealed under the key of the case. */
    async add(access: EmergencyAccess, words: string): Promise<EmergencyAccess> {
      const [key]: readonly KeyRow[] = await manager.query(
        'select key_id, data_key, student, assignee from case_file where id = $1',
        [access.caseId],
      );
      if (key?.data_key == null) throw new Error('an erased case takes no words');
      const place = { caseId: access.caseId, place: emergencyWordsPlace(access.id) };
      const content = await vault.seal({ keyId: key.key_id, dataKey: key.data_key }, place, words);
      await manager.query(
        `insert into emergency_access (id, case_id, reason, words, status, asked_by, asked_at, tell_later_ground, tell_by, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          access.id,
          access.caseId,
          access.reason,
          content,
          access.status,
          access.askedBy,
          access.askedAt,
          access.tellLaterGround ?? null,
          access.tellBy ?? null,
          access.version,
        ],
      );
      return access;
    },

    save: (access: EmergencyAccess): Promise<EmergencyAccess> => updateRow(manager, EmergencyAccessEntity, access),

    /** The sides of the case behind an access that the caller was shown. */
    async sidesOf({ caseId }: EmergencyAccess): Promise<Pick<EmergencyAccessFile, 'student' | 'assignee'>> {
      const [row]: readonly KeyRow[] = await manager.query('select student, assignee from case_file where id = $1', [
        caseId,
      ]);
      if (row === undefined) throw new Error('an emergency access belongs to a case');
      return { student: row.student, assignee: row.assignee ?? undefined };
    },

    /** Whether the person has an open request or access for the case; what the clock closed already is written down first. */
    async hasOpen(
      caseId: Id<'Case'>,
      askedBy: string,
      { now, lapsedBefore }: { readonly now: Date; readonly lapsedBefore: Date },
    ): Promise<boolean> {
      await manager.query(`select pg_advisory_xact_lock(hashtext('emergency_access'), hashtext($1::text))`, [caseId]);
      await manager.query(
        `update emergency_access set status = case status when 'ASKED' then 'LAPSED' else 'ENDED' end,
           ended_at = expires_at, version = version + 1
         where case_id = $1 and asked_by = $2 and (
           (status = 'GRANTED' and expires_at <= $3) or (status = 'ASKED' and asked_at <= $4))`,
        [caseId, askedBy, now, lapsedBefore],
      );
      const rows: readonly unknown[] = await manager.query(
        `select 1 from emergency_access where case_id = $1 and asked_by = $2 and status in ('ASKED', 'GRANTED')`,
        [caseId, askedBy],
      );
      return rows.length > 0;
    },

    /** The conversation of the case behind an access that the viewer may read now, the newest first. */
    async pageMessages(access: EmergencyAccess, { first, after }: PageRequest): Promise<Page<EmergencyMessage>> {
      const rows: readonly MessageRow[] = await manager.query(
        `select id, author, sent_at from case_message where case_id = $1
           and ($2::timestamptz is null or (sent_at, id) < ($2, $3::uuid)) order by sent_at desc, id desc limit $4`,
        [access.caseId, after?.[0] ?? null, after?.[1] ?? null, first + 1],
      );
      const messages = rows.map(({ id, author, sent_at: sentAt }) => ({ id, author, sentAt, access }));
      return toPage(messages, first, ({ id, sentAt }) => [sentAt.toISOString(), id]);
    },

    /** Who could decide on the access as its second person. */
    async listSecondPersons({ caseId, askedBy }: EmergencyAccess, now: Date): Promise<readonly string[]> {
      const rows: readonly { subject: string }[] = await manager.query(secondPersons, [caseId, askedBy, now]);
      return rows.map(({ subject }) => subject);
    },

    /** Guardians whose time is not over, by name. */
    listGuardians: (now: Date): Promise<readonly EmergencyGuardian[]> =>
      manager
        .createQueryBuilder(EmergencyGuardianEntity, 'guardian')
        .where('guardian.endsAt > :now', { now })
        .orderBy('guardian.subject')
        .addOrderBy('guardian.startsAt')
        .limit(100)
        .getMany(),

    findGuardian: (id: EmergencyGuardian['id']): Promise<EmergencyGuardian | null> =>
      manager.createQueryBuilder(EmergencyGuardianEntity, 'guardian').where('guardian.id = :id', { id }).getOne(),

    /** Whether the subject is a guardian at any instant of the term; others who ask wait until the transaction ends. */
    async isGuardianIn({ subject, startsAt, endsAt }: EmergencyGuardian): Promise<boolean> {
      await manager.query(`select pg_advisory_xact_lock(hashtext('emergency_guardian'))`);
      const rows: readonly unknown[] = await manager.query(
        'select 1 from emergency_guardian where subject = $1 and starts_at < $3 and ends_at > $2 limit 1',
        [subject, startsAt, endsAt],
      );
      return rows.length > 0;
    },

    addGuardian: (guardian: EmergencyGuardian): Promise<EmergencyGuardian> =>
      insertRow(manager, EmergencyGuardianEntity, guardian),
    saveGuardian: (guardian: EmergencyGuardian): Promise<EmergencyGuardian> =>
      updateRow(manager, EmergencyGuardianEntity, guardian),
  };
}
