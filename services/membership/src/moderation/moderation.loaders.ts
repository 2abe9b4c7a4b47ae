import DataLoader from 'dataloader';
import type { Actor } from '@guildhall/kernel';
import type { Repositories } from '../deps.js';
import type { ModeratedWords } from './moderated.subject.js';
import { moderatedSubjects } from './moderated.subjects.js';
import type { Decision, ModerationItem, ModerationItemId, Subject, SubjectKind } from './moderation.js';
import type { Report } from './report.js';

/** What moderators read beside an item, for one request; whoever loads by an item was shown it. */
export function createModerationLoaders(actor: Actor, repositories: Repositories) {
  const { reports } = repositories;
  return {
    reportsOf: new DataLoader(async (ids: readonly ModerationItemId[]) =>
      grouped<Report>(ids, await reports.listReports(ids)),
    ),
    decisionsOf: new DataLoader(async (ids: readonly ModerationItemId[]) =>
      grouped<Decision>(ids, await reports.listDecisions(ids)),
    ),
    wordsOf: new DataLoader<Subject, ModeratedWords | undefined, string>(
      (subjects) =>
        loadByKind(subjects, (kind, ids) => moderatedSubjects[kind]?.list(repositories, ids) ?? [], keyOfWords),
      { cacheKeyFn: keyOf },
    ),
    /** What moderation knows of things that the actor wrote. */
    ownItemOf: new DataLoader<Subject, ModerationItem | undefined, string>(
      (subjects) =>
        loadByKind(
          subjects,
          (kind, ids) => reports.listOwn(actor, { kind, ids }),
          (item) => item.subjectId,
        ),
      { cacheKeyFn: keyOf },
    ),
  };
}

const keyOf = ({ kind, id }: Subject): string => `${kind}:${id}`;
const keyOfWords = ({ id }: ModeratedWords): string => id;

function grouped<Row extends { readonly itemId: ModerationItemId }>(
  ids: readonly ModerationItemId[],
  rows: readonly Row[],
): readonly (readonly Row[])[] {
  const byItem = Map.groupBy(rows, ({ itemId }) => itemId);
  return ids.map((id) => byItem.get(id) ?? []);
}

/** One read for each kind among the subjects. */
async function loadByKind<Row>(
  subjects: readonly Subject[],
  read: (kind: SubjectKind, ids: readonly Subject['id'][]) => Promise<readonly Row[]> | readonly Row[],
  idOf: (row: Row) => string,
): Promise<readonly (Row | undefined)[]> {
  const found = new Map<string, Row>();
  for (const [kind, ofKind] of Map.groupBy(subjects, (subject) => subject.kind)) {
    const rows = await read(
      kind,
      ofKind.map(({ id }) => id),
    );
    for (const row of rows) found.set(`${kind}:${idOf(row)}`, row);
  }
  return subjects.map((subject) => found.get(keyOf(subject)));
}
