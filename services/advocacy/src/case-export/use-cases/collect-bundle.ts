import { systemActor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Case, CaseMessage } from '../../case/case.js';
import { casePlaces } from '../../case/place.js';
import { stagesOf } from '../../course/course.js';
import type { Repositories } from '../../deps.js';
import { timedTasks } from '../../deadline/timed-tasks.js';
import { stateOf } from '../../deadline/deadline.js';
import type { CaseViewer } from '../../sealing/viewer.js';
import { attachmentPlaces, type AttachmentId } from '../../attachment/attachment.js';
import type { BundledFile, BundleSection, BundleSource } from '../bundle.js';

type Collected = Pick<
  Unit<Repositories>,
  'cases' | 'courses' | 'deadlines' | 'departments' | 'exports' | 'referrals' | 'sealedTexts'
>;

/** What a bundle is made with: whose names are taken out, and the files that are in it. */
export type BundleWishes = {
  readonly redactions: readonly string[];
  readonly files: readonly BundledFile[];
  readonly now: Date;
};

/** As whom a bundle is gathered: it is the student's own, and what they cannot read is not in it. */
export function bundleViewer({ student }: Case): CaseViewer {
  return { actor: systemActor(timedTasks.buildExport), self: student };
}

/** Gathers everything that student and case worker share of a case, with its dates and outcomes, in the order it is read. */
export async function collectBundle(
  unit: Collected,
  item: Case,
  { redactions, files, now }: BundleWishes,
): Promise<BundleSource> {
  const viewer = bundleViewer(item);
  const places = await unit.exports.listSharedPlaces(item.id);
  const opened = await unit.sealedTexts.listReadable(
    { student: item.student, assignee: undefined, departmentIds: [], now },
    places.map((place) => ({ caseId: item.id, place })),
  );
  const words = new Map(opened.map(({ place, text }) => [place, text]));
  const messages = await listMessages(unit, viewer, item);
  const sections = [
    factsSection(item),
    ...told(words),
    ...messages.map((message) => messageSection(message, words)),
    ...(await referralSections(unit, { viewer, item, words })),
    ...(await courseSections(unit, item, { words, now })),
    ...attachmentSection(files, words),
    ...remaining(words, messages),
  ];
  const facts = {
    matter: item.matter,
    stage: item.stage,
    status: item.status,
    outcome: item.outcome ?? null,
    openedAt: item.openedAt,
    closedAt: item.closedAt ?? null,
  };
  const attachments = files.flatMap(({ attachment, content }) =>
    content === undefined ? [] : [{ name: nameOf(attachment.id, words), content }],
  );
  return { title: 'File of a case', sections, facts, redactions, attachments, at: now.toISOString() };
}

async function listMessages({ cases }: Collected, viewer: CaseViewer, { id }: Case): Promise<readonly CaseMessage[]> {
  const all: CaseMessage[] = [];
  for (let after: readonly string[] | undefined = undefined; ;) {
    const page = await cases.pageMessages(viewer, id, { first: 100, after });
    all.push(...page.edges.map(({ node }) => node));
    const last = all.at(-1);
    if (!page.pageInfo.hasNextPage || last === undefined) return all;
    after = [last.sentAt.toISOString(), last.id];
  }
}

function factsSection({ matter, stage, status, openedAt, closedAt }: Case): BundleSection {
  return {
    title: 'The case',
    lines: [
      `Matter: ${matter}`,
      `Stage: ${stage}`,
      `Status: ${status}`,
      `Opened: ${openedAt.toISOString()}`,
      ...(closedAt === undefined ? [] : [`Closed: ${closedAt.toISOString()}`]),
    ],
  };
}

type Words = ReadonlyMap<string, string>;

function told(words: Words): readonly BundleSection[] {
  return section('Name of the student', words.get(casePlaces.contactName))
    .concat(section('Other parties', listOf(words.get(casePlaces.otherParties))))
    .concat(section('What the student wrote', words.get(casePlaces.narrative)));
}

function section(title: string, text: string | undefined): BundleSection[] {
  return text === undefined || text === '' ? [] : [{ title, lines: [text] }];
}

function listOf(text: string | undefined): string | undefined {
  const names: unknown = text === undefined ? [] : JSON.parse(text);
  return Array.isArray(names) ? names.join(', ') : undefined;
}

function messageSection({ id, author, sentAt }: CaseMessage, words: Words): BundleSection {
  return { title: `Message of ${author}, ${sentAt.toISOString()}`, lines: [words.get(casePlaces.message(id)) ?? ''] };
}

async function referralSections(
  { referrals, departments }: Collected,
  { viewer, item, words }: { readonly viewer: CaseViewer; readonly item: Case; readonly words: Words },
): Promise<readonly BundleSection[]> {
  const files = await referrals.listOfCases(viewer, [item.id]);
  const names = new Map(
    (await departments.listByIds(files.map(({ referral }) => referral.departmentId))).map(({ id, name }) => [id, name]),
  );
  return files.map(({ referral }) => ({
    title: `Referral to ${names.get(referral.departmentId) ?? 'a department'}`,
    lines: [
      `Status: ${referral.status}`,
      ...(referral.sentAt === undefined ? [] : [`Sent: ${referral.sentAt.toISOString()}`]),
      ...(referral.dueAt === undefined ? [] : [`Due: ${referral.dueAt.toISOString()}`]),
      ...(referral.decision === undefined ? [] : [`Decision: ${referral.decision}`]),
      ...[...words]
        .filter(([place]) => place.startsWith(`referral/${referral.id}/`))
        .map(([place, text]) => labelled(place, text)),
    ],
  }));
}

/** `referral/ID/question/ID/answer` reads "answer: …"; fields of a referral are stored with their names. */
function labelled(place: string, text: string): string {
  const parts = place.split('/');
  const label = parts.length === 5 ? parts[4] : parts[2];
  const field: unknown = label === 'field' ? JSON.parse(text) : undefined;
  if (typeof field === 'object' && field !== null && 'name' in field && 'value' in field)
    return `${String(field.name)}: ${String(field.value)}`;
  return `${label ?? 'text'}: ${text}`;
}

async function courseSections(
  { courses, deadlines }: Collected,
  item: Case,
  { words, now }: { readonly words: Words; readonly now: Date },
): Promise<readonly BundleSection[]> {
  const stages = stagesOf(item, await courses.listStages([item.id])).map((record) => ({
    title: `Stage ${record.stage}`,
    lines: [
      `Opened: ${record.openedAt.toISOString()}`,
      ...(record.endedAt === undefined ? [] : [`Ended: ${record.endedAt.toISOString()}`]),
      ...(record.outcome === undefined ? [] : [`Outcome: ${record.outcome}`]),
      ...(record.redress.length === 0 ? [] : [`Redress: ${record.redress.join(', ')}`]),
      ...section('', words.get(`outcome/${record.stage}`)).flatMap(({ lines }) => lines),
    ],
  }));
  const dates = (await deadlines.listOf([item.id], now)).map(
    (deadline) =>
      `${deadline.kind}: from ${deadline.startsAt.toISOString()} to ${deadline.dueAt.toISOString()}, ${stateOf(deadline, now)}` +
      deadline.pauses
        .map(({ basis, from, to }) => `; paused (${basis}) from ${from.toISOString()} to ${to?.toISOString() ?? 'now'}`)
        .join(''),
  );
  return [...stages, { title: 'Deadlines', lines: dates }];
}

/** Names inside attached files stay as they are, and the page says so. */
function attachmentSection(files: readonly BundledFile[], words: Words): readonly BundleSection[] {
  if (files.length === 0) return [];
  const lines = files.map(
    ({ attachment, content }) =>
      `${nameOf(attachment.id, words)}${content === undefined ? ' (not in this archive: too large)' : ''}`,
  );
  return [{ title: 'Attachments, as they were sent', lines }];
}

function nameOf(id: AttachmentId, words: Words): string {
  return words.get(attachmentPlaces.name(id)) ?? 'attachment';
}

/** Whatever is shared and has no place above stands at the end: a bundle leaves out nothing. */
function remaining(words: Words, messages: readonly CaseMessage[]): readonly BundleSection[] {
  const known = new Set<string>([
    casePlaces.narrative,
    casePlaces.contactName,
    casePlaces.otherParties,
    casePlaces.outcome,
    ...messages.map(({ id }) => casePlaces.message(id)),
  ]);
  return [...words]
    .filter(([place]) => !known.has(place) && !/^(?:referral|outcome|attachment|attachment-name)\//.test(place))
    .map(([place, text]) => ({ title: `Further: ${place.split('/')[0] ?? place}`, lines: [text] }));
}
