import { systemActor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Case, CaseMessage } from '../../case/case.js';
import { stagesOf } from '../../course/course.js';
import type { Repositories } from '../../deps.js';
import { timedTasks } from '../../deadline/timed-tasks.js';
import { stateOf } from '../../deadline/deadline.js';
import type { CaseViewer } from '../../sealing/viewer.js';
import type { BundledFile, BundleSection, BundleSource } from '../bundle.js';
import {
  attachmentSection,
  factsSection,
  instant,
  labelled,
  messageSection,
  named,
  nameOf,
  remaining,
  section,
  told,
  type Words,
} from '../bundle-text.js';

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

async function referralSections(
  { referrals, departments }: Collected,
  { viewer, item, words }: { readonly viewer: CaseViewer; readonly item: Case; readonly words: Words },
): Promise<readonly BundleSection[]> {
  const files = await referrals.listOfCases(viewer, [item.id]);
  const names = new Map(
    (await departments.listByIds(files.map(({ referral }) => referral.departmentId))).map(({ id, name }) => [id, name]),
  );
  const fields = await referrals.listFields(
    viewer,
    files.map(({ referral }) => referral.id),
  );
  const consented = new Set<string>(fields.flatMap((field) => (field.consented ? [field.id] : [])));
  return files.map(({ referral }) => ({
    title: `Referral to ${names.get(referral.departmentId) ?? 'a department'}`,
    lines: [
      `Status: ${named(referral.status)}`,
      ...(referral.sentAt === undefined ? [] : [`Sent: ${instant(referral.sentAt)}`]),
      ...(referral.dueAt === undefined ? [] : [`Due: ${instant(referral.dueAt)}`]),
      ...(referral.decision === undefined ? [] : [`Decision: ${named(referral.decision)}`]),
      ...[...words]
        .filter(([place]) => place.startsWith(`referral/${referral.id}/`))
        .map(([place, text]) => labelled(place, text, consented)),
    ],
  }));
}

async function courseSections(
  { courses, deadlines }: Collected,
  item: Case,
  { words, now }: { readonly words: Words; readonly now: Date },
): Promise<readonly BundleSection[]> {
  const stages = stagesOf(item, await courses.listStages([item.id])).map((record) => ({
    title: `Stage: ${named(record.stage)}`,
    lines: [
      `Opened: ${instant(record.openedAt)}`,
      ...(record.endedAt === undefined ? [] : [`Ended: ${instant(record.endedAt)}`]),
      ...(record.outcome === undefined ? [] : [`Outcome: ${named(record.outcome)}`]),
      ...(record.redress.length === 0 ? [] : [`Redress: ${record.redress.map(named).join(', ')}`]),
      ...section('', words.get(`outcome/${record.stage}`)).flatMap(({ lines }) => lines),
    ],
  }));
  const dates = (await deadlines.listOf([item.id], now)).map(
    (deadline) =>
      `${named(deadline.kind)}: from ${instant(deadline.startsAt)} to ${instant(deadline.dueAt)}, ${named(stateOf(deadline, now)).toLowerCase()}` +
      deadline.pauses
        .map(
          ({ basis, from, to }) =>
            `; paused (${named(basis).toLowerCase()}) from ${instant(from)} to ${to === undefined ? 'now' : instant(to)}`,
        )
        .join(''),
  );
  return [...stages, { title: 'Deadlines', lines: dates }];
}
