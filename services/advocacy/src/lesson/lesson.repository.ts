import { toPage, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import { ConcurrentWrite } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { CaseId, CaseMatter } from '../case/case.js';
import type { Vault } from '../sealing/sealing.js';
import type { CaseViewer } from '../sealing/viewer.js';
import { checkableLessons } from './lesson.policy.js';
import type { Lesson, LessonReturnReason, LessonStatus } from './lesson.js';

type LessonRow = {
  id: Id<'Lesson'>;
  case_id: CaseId | null;
  matter: CaseMatter;
  status: LessonStatus;
  return_reason: LessonReturnReason | null;
  proposed_at: Date;
  key_id: string | null;
  data_key: Buffer | null;
  content: Buffer | null;
  words: string | null;
  decided_at: Date | null;
  shown_at: Date | null;
  version: number;
};

const place = 'lesson';

/** As many students must have had a case of the matter in the year up to the publication. */
const ripe = `
  update lesson set shown_at = $1::timestamptz, version = version + 1
  where status = 'PUBLISHED' and shown_at is null and (
    select count(distinct file.student) from case_file file
    where file.matter = lesson.matter and file.opened_at > $1::timestamptz - interval '12 months' and file.opened_at <= $1::timestamptz) >= $2`;

/** Keeps lessons: sealed under a key of their own until they are published, in plain words from then on. */
export type LessonRepository = ReturnType<typeof createLessonRepository>;

/** A repository over one connection or transaction. */
export function createLessonRepository(manager: EntityManager, vault: Vault) {
  const open = async (rows: readonly LessonRow[]): Promise<readonly Lesson[]> =>
    Promise.all(
      rows.map(async (row) => ({
        id: row.id,
        caseId: row.case_id ?? undefined,
        matter: row.matter,
        status: row.status,
        returnReason: row.return_reason ?? undefined,
        proposedAt: row.proposed_at,
        decidedAt: row.decided_at ?? undefined,
        shownAt: row.shown_at ?? undefined,
        words: row.words ?? (await unseal(row)),
        version: row.version,
      })),
    );
  const unseal = ({ id, key_id: keyId, data_key: dataKey, content }: LessonRow): Promise<string> => {
    if (keyId === null || dataKey === null || content === null) throw new Error('a lesson has words, sealed or not');
    return vault.open({ keyId, dataKey }, { ownerId: id, place }, content);
  };

  return {
    /** The lessons of cases that the viewer was shown. */
    listOfCases: async (caseIds: readonly CaseId[]): Promise<readonly Lesson[]> =>
      open(await manager.query('select * from lesson where case_id = any($1::uuid[])', [caseIds])),

    /** Lessons that wait for the second reading, oldest first. */
    async pageWaiting(viewer: CaseViewer, { first, after }: PageRequest): Promise<Page<Lesson>> {
      const { all, allBut } = checkableLessons(viewer);
      const rows: readonly LessonRow[] = await manager.query(
        `select l.* from lesson l join case_file f on f.id = l.case_id
         where l.status = 'PROPOSED' and $1 and f.student is distinct from $2 and ($3::timestamptz is null or (l.proposed_at, l.id) > ($3, $4::uuid))
         order by l.proposed_at, l.id limit $5`,
        [all, allBut ?? null, after?.[0] ?? null, after?.[1] ?? null, first + 1],
      );
      return toPage(await open(rows), first, ({ id, proposedAt }) => [proposedAt.toISOString(), id]);
    },

    /** One lesson that waits for the viewer's second reading, or nothing when missing or hidden. */
    async findWaiting(viewer: CaseViewer, id: Id<'Lesson'>): Promise<Lesson | null> {
      const { all, allBut } = checkableLessons(viewer);
      const rows: readonly LessonRow[] = await manager.query(
        `select l.* from lesson l join case_file f on f.id = l.case_id where l.id = $1 and $2 and f.student is distinct from $3`,
        [id, all, allBut ?? null],
      );
      return (await open(rows))[0] ?? null;
    },

    /** What everybody may read, the newest first. */
    async pagePublic({ first, after }: PageRequest): Promise<Page<Lesson>> {
      const rows: readonly LessonRow[] = await manager.query(
        `select * from lesson where shown_at is not null and ($1::timestamptz is null or (shown_at, id) < ($1, $2::uuid))
         order by shown_at desc, id desc limit $3`,
        [after?.[0] ?? null, after?.[1] ?? null, first + 1],
      );
      return toPage(await open(rows), first, ({ id, shownAt, proposedAt }) => [
        (shownAt ?? proposedAt).toISOString(),
        id,
      ]);
    },

    /** Writes the one lesson of a case, sealed; proposed again it takes the place of what stood there. */
    async propose(lesson: Lesson): Promise<void> {
      // Of two proposals at once the second finds the first and takes its place.
      await manager.query('select 1 from case_file where id = $1 for no key update', [lesson.caseId]);
      await manager.query('delete from lesson where case_id = $1', [lesson.caseId]);
      const key = await vault.newKey(lesson.id);
      const content = await vault.seal(key, { ownerId: lesson.id, place }, lesson.words);
      await manager.query(
        `insert into lesson (id, case_id, matter, status, proposed_at, key_id, data_key, content, version)
         values ($1, $2, $3, 'PROPOSED', $4, $5, $6, $7, $8)`,
        [lesson.id, lesson.caseId, lesson.matter, lesson.proposedAt, key.keyId, key.dataKey, content, lesson.version],
      );
    },

    /** Publishes in plain words and forgets the case, or returns with a reason. */
    async decide(
      { id, words, version }: Lesson,
      reason: LessonReturnReason | undefined,
      decided: { readonly by: string; readonly at: Date },
    ): Promise<void> {
      const change =
        reason === undefined
          ? `status = 'PUBLISHED', words = $5::text, case_id = null, key_id = null, data_key = null, content = null`
          : `status = 'RETURNED', return_reason = $5`;
      const [rows]: [readonly unknown[], number] = await manager.query(
        `update lesson set ${change}, decided_by = $3, decided_at = $4, version = version + 1 where id = $1 and version = $2 returning id`,
        [id, version, decided.by, decided.at, reason ?? words],
      );
      if (rows.length === 0) throw new ConcurrentWrite();
    },

    /** Lets published lessons join the public list once enough students had such a case. */
    showRipe: (now: Date, students: number): Promise<unknown> => manager.query(ripe, [now, students]),
  };
}
