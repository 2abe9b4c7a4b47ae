import type { Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { IdentityPurpose, Layer, Place, Pseudonym, Vault } from './sealing.js';

/** Whose words may be read: by the student, by those who work on the case, by departments through a referral that was sent and not withdrawn, by the advice manager as a second person. */
export type SealedScope = {
  readonly student: Pseudonym | undefined;
  readonly assignee: string | undefined;
  readonly departmentIds: readonly Id<'Department'>[];
  /** The subject of an advice manager in office. */
  readonly manager?: string | undefined;
  /** Without an instant nothing that is open for a time opens. */
  readonly now?: Date;
};

/** Where a new text goes, and who may read it. */
export type SealedTarget = Place & {
  readonly layer: Layer;
  readonly referralId?: Id<'Referral'>;
  /** Who wrote a private text. */
  readonly author?: string;
};

/** A sealed text that the viewer may read, with the facts that say as whom. */
export type ReadableText = Place & {
  readonly text: string;
  readonly layer: Layer;
  readonly student: Pseudonym;
  readonly assignee: string | undefined;
  readonly secondWorker: string | undefined;
  /** For what the student's identity stands open; only of texts of that layer, and only for the worker. */
  readonly openedFor: IdentityPurpose | undefined;
  readonly referralId: Id<'Referral'> | undefined;
  readonly departmentId: Id<'Department'> | undefined;
  /** The viewer's own assignment to the case, which is why they may read. */
  readonly assignmentId: string | undefined;
  /** The consent by which the viewer acts for the student. */
  readonly representationId: string | undefined;
};

type KeyRow = { key_id: string; data_key: Buffer | null };

type SealedRow = KeyRow & {
  case_id: Id<'Case'>;
  place: string;
  content: Buffer;
  layer: Layer;
  student: Pseudonym;
  assignee: string | null;
  second_worker: string | null;
  opened_for: IdentityPurpose | null;
  referral_id: Id<'Referral'> | null;
  department_id: Id<'Department'> | null;
  assignment_id: string | null;
  representation_id: string | null;
};

/** Who may open which layer; checked with the row itself, so that no caller can forget it. */
const readable = `
  select s.case_id, s.place, s.content, s.layer, s.referral_id, f.student, f.assignee, f.second_worker, f.key_id, f.data_key,
    r.department_id, o.purpose as opened_for,
    (select a.id from case_assignment a where a.case_id = f.id and a.subject = $4 order by a.assigned_at desc limit 1) as assignment_id,
    acts.id as representation_id
  from unnest($1::uuid[], $2::text[]) as wanted(case_id, place)
  join sealed_text s using (case_id, place)
  join case_file f on f.id = s.case_id
  left join referral r on r.id = s.referral_id
  left join identity_opening o on s.layer = 'IDENTITY' and o.case_id = f.id and o.subject = f.assignee and f.assignee = $4
    and o.closed_at is null and o.opened_at <= $6::timestamptz and o.closes_at > $6::timestamptz
  left join case_representative acts on acts.case_id = f.id and acts.representative = $3 and f.student <> $3
    and acts.withdrawn_at is null and acts.named_at <= $6::timestamptz and acts.ends_at > $6::timestamptz
  where f.data_key is not null and (
    (s.layer in ('CASE', 'RELEASED') and (f.student = $3 or f.assignee = $4 or f.second_worker = $4 or acts.id is not null))
    or (s.layer = 'IDENTITY' and (f.student = $3 or o.id is not null))
    or (f.student is distinct from $3 and (
      (s.layer in ('INTERNAL', 'SAFEGUARDING') and (f.assignee = $4 or f.second_worker = $4))
      or (s.layer = 'PRIVATE' and s.author = $4 and (f.assignee = $4 or f.second_worker = $4))
      or (s.layer = 'SAFEGUARDING' and $7::text is not null and not is_behind_wall(f.id, $7))))
    or (s.layer in ('RELEASED', 'DEPARTMENT') and r.department_id = any($5::uuid[]) and r.sent_at is not null and r.withdrawn_at is null))`;

/** Seals and opens the words of cases; only this repository and the vault ever hold a data key. */
export type SealedTextRepository = ReturnType<typeof createSealedTextRepository>;

/** A repository over one connection or transaction. */
export function createSealedTextRepository(manager: EntityManager, vault: Vault) {
  return {
    /** Seals a text under the key of its case; a text that stands in the place already is replaced. */
    async write({ caseId, place, layer, referralId, author }: SealedTarget, text: string): Promise<void> {
      const [key]: readonly KeyRow[] = await manager.query('select key_id, data_key from case_file where id = $1', [
        caseId,
      ]);
      if (key?.data_key == null) throw new Error('an erased case takes no words');
      const content = await vault.seal({ keyId: key.key_id, dataKey: key.data_key }, { caseId, place }, text);
      await manager.query(
        `insert into sealed_text (case_id, place, layer, referral_id, content, author) values ($1, $2, $3, $4, $5, $6)
         on conflict (case_id, place) do update set content = excluded.content, layer = excluded.layer, author = excluded.author`,
        [caseId, place, layer, referralId ?? null, content, author ?? null],
      );
    },

    /** Moves texts of a case to another layer. */
    async move(caseId: Id<'Case'>, places: readonly string[], layer: Layer): Promise<void> {
      await manager.query('update sealed_text set layer = $3 where case_id = $1 and place = any($2::text[])', [
        caseId,
        places,
        layer,
      ]);
    },

    /** Opens those of the texts that the scope may read; the others are simply not there. */
    async listReadable(
      { student, assignee, departmentIds, manager: adviceManager, now }: SealedScope,
      places: readonly Place[],
    ): Promise<readonly ReadableText[]> {
      const rows: readonly SealedRow[] = await manager.query(readable, [
        places.map(({ caseId }) => caseId),
        places.map(({ place }) => place),
        student ?? null,
        assignee ?? null,
        departmentIds,
        now ?? null,
        adviceManager ?? null,
      ]);
      const opened = rows.map(async (row) => {
        const place = { caseId: row.case_id, place: row.place };
        if (row.data_key === null) return [];
        const text = await vault.open({ keyId: row.key_id, dataKey: row.data_key }, place, row.content);
        return [
          {
            ...place,
            text,
            layer: row.layer,
            student: row.student,
            assignee: row.assignee ?? undefined,
            secondWorker: row.second_worker ?? undefined,
            openedFor: row.opened_for ?? undefined,
            referralId: row.referral_id ?? undefined,
            departmentId: row.department_id ?? undefined,
            assignmentId: row.assignment_id ?? undefined,
            representationId: row.representation_id ?? undefined,
          },
        ];
      });
      return (await Promise.all(opened)).flat();
    },
  };
}
