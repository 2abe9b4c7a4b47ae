import { demoMembers, planDemoLibrary, type DemoLibrary, type DemoLibraryEntry, type DemoUnion } from '@guildhall/demo';
import { insertRows, type Row, type SeedOptions } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { loadFiles, type DemoFile } from './load-files.js';

type Files = ReadonlyMap<string, DemoFile>;

/** Loads resources with their versions, and what members say about them and keep of them. */
export async function loadLibrary(
  manager: EntityManager,
  union: DemoUnion,
  options: Pick<SeedOptions, 'anchor' | 'environment'>,
): Promise<void> {
  const library = planDemoLibrary(union, options.anchor);
  const files = await loadFiles(manager, library, options);
  await insertRows(
    manager,
    'resource',
    library.entries.map((entry) => resourceRow(entry, files)),
  );
  await insertRows(
    manager,
    'resource_version',
    library.entries.flatMap((entry) => versionRows(entry, files)),
  );
  await loadJudgements(manager, library);
  await loadCollections(manager, library);
}

/** Rosa reviews, except what she wrote herself. */
function reviewerOf({ resource }: DemoLibraryEntry): string {
  const { rosa, uma } = demoMembers;
  return resource.authorId === rosa.memberId ? uma.memberId : rosa.memberId;
}

function contentRow({ resource, tags, courseIds, address }: DemoLibraryEntry, files: Files): Row {
  const { title, summary, body, language, subject, licence } = resource;
  const { fileId, kind } = files.get(resource.id) ?? { fileId: null, kind: resource.kind };
  return {
    ...{ title, summary, body, kind, language, subject, tags },
    licence: licence.replaceAll(/[-.]/g, '_'),
    course_ids: courseIds,
    file_id: fileId,
    address,
  };
}

function resourceRow(entry: DemoLibraryEntry, files: Files): Row {
  const { resource, status, revisedAt, work, flaggedAt } = entry;
  const isFirst = status === 'DRAFT' || status === 'IN_REVIEW';
  return {
    ...contentRow(entry, files),
    id: resource.id,
    author_id: resource.authorId,
    status,
    work: isFirst ? status : work,
    number: revisedAt === undefined ? 1 : 2,
    reviewer_id: isFirst ? undefined : reviewerOf(entry),
    published_at: resource.publishedAt,
    revised_at: revisedAt,
    flagged_at: flaggedAt,
    version: 1,
  };
}

/** The version that is shown, the shorter one before it, and what is in work. */
function versionRows(entry: DemoLibraryEntry, files: Files): readonly Row[] {
  const { resource, status, revisedAt, work } = entry;
  const { body, publishedAt, language } = resource;
  const isFirst = status === 'DRAFT' || status === 'IN_REVIEW';
  const content = contentRow(entry, files);
  const row = (number: number, changes: Row): Row => ({
    ...content,
    id: entry.versionIds[number - 1],
    resource_id: resource.id,
    author_id: resource.authorId,
    number,
    reviewer_id: undefined,
    submitted_at: publishedAt,
    version: 1,
    ...changes,
  });
  const created = publishedAt ?? new Date(idTime(resource.id));
  if (isFirst) return [row(1, { status, created_at: created, submitted_at: status === 'IN_REVIEW' ? created : null })];
  const reviewer_id = reviewerOf(entry);
  const shown = row(revisedAt === undefined ? 1 : 2, {
    ...{ status: 'PUBLISHED', created_at: created, reviewer_id },
    published_at: revisedAt ?? publishedAt,
    change_note: revisedAt === undefined ? null : notes[language],
  });
  const earlier = { body: body.slice(0, body.lastIndexOf('\n\n')), status: 'SUPERSEDED', created_at: created };
  const before = revisedAt === undefined ? [] : [row(1, { ...earlier, reviewer_id, published_at: publishedAt })];
  const next = { body: `${body}\n\n${additions[language]}`, status: work, created_at: created, submitted_at: created };
  return [...before, shown, ...(work === undefined ? [] : [row(Number(shown['number']) + 1, next)])];
}

const notes = { en: 'A further paragraph, asked for in the ratings.', 'zh-Hans': '根据评分意见补充了一段。' } as const;
const additions = {
  en: 'Tell us what is missing: a rating with two sentences is enough.',
  'zh-Hans': '还缺什么，请告诉我们：评分时写两句话就够了。',
} as const;

/** The instant that a version 7 UUID holds. */
function idTime(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
}

async function loadJudgements(manager: EntityManager, { ratings, reports, entries }: DemoLibrary): Promise<void> {
  const rated = ratings.map(({ id, resourceId, authorId, memberId, stars, reason, words, ratedAt }) => ({
    ...{ id, stars, reason, words },
    resource_id: resourceId,
    author_id: authorId,
    member_id: memberId,
    rated_at: ratedAt,
  }));
  await insertRows(manager, 'resource_rating', rated);
  const told = reports.map(({ id, resourceId, reporterId, reason, reportedAt }) => ({
    ...{ id, reason },
    resource_id: resourceId,
    reporter_id: reporterId,
    counts: true,
    reported_at: reportedAt,
  }));
  await insertRows(manager, 'resource_report', told);
  const held = entries.filter(({ status }) => status === 'HELD');
  const decisions = held.map(({ resource, flaggedAt }) => ({
    id: resource.id,
    resource_id: resource.id,
    decision: 'HOLD',
    decided_at: flaggedAt,
  }));
  await insertRows(manager, 'resource_decision', decisions);
}

async function loadCollections(manager: EntityManager, { collections }: DemoLibrary): Promise<void> {
  const rows = collections.map(({ id, ownerId, title, description, visibility, changedAt }) => ({
    ...{ id, title, description, visibility },
    owner_id: ownerId,
    changed_at: changedAt,
    version: 1,
  }));
  await insertRows(manager, 'resource_collection', rows);
  const items = collections.flatMap(({ id, resourceIds }) =>
    resourceIds.map((resourceId, index) => ({ collection_id: id, resource_id: resourceId, position: index + 1 })),
  );
  await insertRows(manager, 'resource_collection_item', items);
}
