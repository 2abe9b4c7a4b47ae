import type { Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { Layer, Place, Pseudonym, Vault } from './sealing.js';

/** Whose words may be read: by the student, by the assigned worker, by departments through a referral that was sent and not withdrawn. */
export type SealedScope = {
  readonly student: Pseudonym | undefined;
  readonly assignee: string | undefined;
  readonly departmentIds: readonly Id<'Department'>[];
};

/** Where a new text goes, and who may read it. */
export type SealedTarget = Place & { readonly layer: Layer; readonly referralId?: Id<'Referral'> };

/** A sealed text that the viewer may read, with the facts that say as whom. */
export type ReadableText = Place & {
  readonly text: string;
  readonly student: Pseudonym;
  readonly assignee: string | undefined;
  readonly referralId: Id<'Referral'> | undefined;
  readonly departmentId: Id<'Department'> | undefined;
};

type KeyRow = { key_id: string; data_key: Buffer | null };

type SealedRow = KeyRow & {
  case_id: Id<'Case'>;
  place: string;
  content: Buffer;
  student: Pseudonym;
  assignee: string | null;
  referral_id: Id<'Referral'> | null;
  department_id: Id<'Department'> | null;
};

/** Who may open which layer; checked with the row itself, so that no caller can forget it. */
const readable = `
  select s.case_id, s.place, s.content, s.referral_id, f.student, f.assignee, f.key_id, f.data_key, r.department_id
  from unnest($1::uuid[], $2::text[]) as wanted(case_id, place)
  join sealed_text s using (case_id, place)
  join case_file f on f.id = s.case_id
  left join referral r on r.id = s.referral_id
  where f.data_key is not null and (
    (s.layer <> 'DEPARTMENT' and (f.student = $3 or f.assignee = $4))
    or (s.layer <> 'CASE' and r.department_id = any($5::uuid[]) and r.sent_at is not null and r.withdrawn_at is null))`;

/** Seals and opens the words of cases; only this repository and the vault ever hold a data key. */
export type SealedTextRepository = ReturnType<typeof createSealedTextRepository>;

/** A repository over one connection or transaction. */
export function createSealedTextRepository(manager: EntityManager, vault: Vault) {
  return {
    /** Seals a text under the key of its case; a text that stands in the place already is replaced. */
    async write({ caseId, place, layer, referralId }: SealedTarget, text: string): Promise<void> {
      const [key]: readonly KeyRow[] = await manager.query('select key_id, data_key from case_file where id = $1', [
        caseId,
      ]);
      if (key?.data_key == null) throw new Error('an erased case takes no words');
      const content = await vault.seal({ keyId: key.key_id, dataKey: key.data_key }, { caseId, place }, text);
      await manager.query(
        `insert into sealed_text (case_id, place, layer, referral_id, content) values ($1, $2, $3, $4, $5)
         on conflict (case_id, place) do update set content = excluded.content, layer = excluded.layer`,
        [caseId, place, layer, referralId ?? null, content],
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
      { student, assignee, departmentIds }: SealedScope,
      places: readonly Place[],
    ): Promise<readonly ReadableText[]> {
      const rows: readonly SealedRow[] = await manager.query(readable, [
        places.map(({ caseId }) => caseId),
        places.map(({ place }) => place),
        student ?? null,
        assignee ?? null,
        departmentIds,
      ]);
      const opened = rows.map(async (row) => {
        const place = { caseId: row.case_id, place: row.place };
        if (row.data_key === null) return [];
        const text = await vault.open({ keyId: row.key_id, dataKey: row.data_key }, place, row.content);
        return [
          {
            ...place,
            text,
            student: row.student,
            assignee: row.assignee ?? undefined,
            referralId: row.referral_id ?? undefined,
            departmentId: row.department_id ?? undefined,
          },
        ];
      });
      return (await Promise.all(opened)).flat();
    },
  };
}
