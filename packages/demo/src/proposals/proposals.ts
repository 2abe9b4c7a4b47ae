import type { Id } from '@guildhall/kernel';
import { departmentId } from '../cases/departments.js';
import { proposalPlaces, proposalTemplates, type ProposalTemplate } from '../corpus/proposal-texts.js';
import type { DemoContext } from '../demo-context.js';
import type { DemoMember } from '../people/members.js';
import { entryAt, type RandomStream } from '../random-stream.js';
import { after, dayMs, hourMs } from '../season.js';
import { namedSketches } from './named-proposals.js';
import type { DemoDecision, DemoProposal, DemoProposalStatus, DemoProposalText } from './proposal.js';

/** What decides about one proposal; everything else follows from it and from chance. */
export type ProposalSketch = {
  readonly id?: Id<'Proposal'>;
  /** The beginning of the title of its template. */
  readonly template: string;
  readonly place?: number;
  readonly status: DemoProposalStatus;
  readonly ageDays: number;
  readonly authorId?: Id<'Member'>;
  readonly seconders?: readonly Id<'Member'>[];
  readonly endorsers?: readonly Id<'Member'>[];
  /** How much of the threshold it has. */
  readonly share?: number;
  readonly texts?: number;
  readonly needsCouncil?: boolean;
  readonly decision?: DemoDecision;
  readonly hasDraft?: boolean;
  readonly ratings?: DemoProposal['ratings'];
  readonly verdicts?: DemoProposal['verdicts'];
  readonly mergeIntoId?: Id<'Proposal'>;
  /** Its last step was a few days ago, so that its clock still runs. */
  readonly isFresh?: boolean;
};

const toAnswer = ['DRAFT', 'SCREENING', 'GATHERING', 'QUALIFIED', 'REFERRED', 'ACKNOWLEDGED', 'ANSWERED'] as const;
const toDelivery = [...toAnswer, 'IN_DELIVERY', 'DELIVERED'] as const;

/** The way to each state. */
const ways: Readonly<Record<DemoProposalStatus, readonly DemoProposalStatus[]>> = {
  DRAFT: ['DRAFT'],
  SCREENING: ['DRAFT', 'SCREENING'],
  NOT_FILED: ['DRAFT', 'SCREENING', 'NOT_FILED'],
  APPEALED: ['DRAFT', 'SCREENING', 'NOT_FILED', 'APPEALED'],
  MERGED: ['DRAFT', 'SCREENING', 'GATHERING', 'MERGED'],
  GATHERING: ['DRAFT', 'SCREENING', 'GATHERING'],
  WITHDRAWN: ['DRAFT', 'SCREENING', 'GATHERING', 'WITHDRAWN'],
  LAPSED: ['DRAFT', 'SCREENING', 'GATHERING', 'LAPSED'],
  QUALIFIED: toAnswer.slice(0, 4),
  ADOPTED: [...toAnswer.slice(0, 4), 'ADOPTED'],
  REFERRED: toAnswer.slice(0, 5),
  ACKNOWLEDGED: toAnswer.slice(0, 6),
  ANSWERED: toAnswer,
  RECONSIDERED: [...toAnswer, 'RECONSIDERED'],
  IN_DELIVERY: toDelivery.slice(0, 8),
  DELIVERED: toDelivery,
  REOPENED: [...toDelivery, 'REOPENED'],
  CLOSED: [...toDelivery, 'CLOSED'],
};

/** How long each state lasts at most, in days; the time to gather support is always this long. */
const lasts: Partial<Record<DemoProposalStatus, number>> = { DRAFT: 4, SCREENING: 3, GATHERING: 28, DELIVERED: 14 };
const gatheringDays = 28;
const reached: readonly DemoProposalStatus[] = ways.CLOSED.slice(3);
const isPublic = (status: DemoProposalStatus): boolean => ways[status].includes('GATHERING');

/** 160 proposals of a full union and 60 of a small one, where departments would else be too quiet; the named ones first; a third of the others reach their threshold (domain reference). */
export function demoUnionProposals(context: DemoContext, members: readonly DemoMember[]): readonly DemoProposal[] {
  const random = context.stream('proposals');
  const students = members.filter(({ status }) => status === 'ACTIVE').map(({ id }) => id);
  const rest = Array.from({ length: Math.max(60, context.scaled(160)) - namedSketches.length }, (_, index) =>
    someSketch(random, index),
  );
  return [...namedSketches, ...rest].map((sketch) => proposalOf(context, random, { sketch, students }));
}

function someSketch(random: RandomStream, index: number): ProposalSketch {
  const status = random.weighted<DemoProposalStatus>([
    ['LAPSED', 45],
    ['NOT_FILED', 6],
    ['SCREENING', 2],
    ['GATHERING', 5],
    ['WITHDRAWN', 4],
    ['QUALIFIED', 1],
    ['REFERRED', 2],
    ['ACKNOWLEDGED', 3],
    ['ANSWERED', 14],
    ['IN_DELIVERY', 5],
    ['DELIVERED', 2],
    ['CLOSED', 11],
  ]);
  const ages: Partial<Record<DemoProposalStatus, number>> = {
    SCREENING: 5,
    GATHERING: 26,
    QUALIFIED: 40,
    REFERRED: 45,
  };
  const oldest = ages[status] ?? 340;
  const template = entryAt(proposalTemplates, index % proposalTemplates.length);
  return {
    template: template.title.slice(0, 12),
    place: 1 + Math.floor(index / proposalTemplates.length),
    status,
    ageDays: random.between(Math.min(4, oldest), oldest) + (oldest > 100 ? 60 : 0),
    share: random.between(10, 95) / 100,
    ...(status === 'ANSWERED' && {
      decision: random.weighted<DemoDecision>([
        ['DECLINED', 60],
        ['PARTLY', 15],
        ['ALTERNATIVE', 15],
        ['ALREADY_DONE', 10],
      ]),
    }),
  };
}

type Made = { readonly sketch: ProposalSketch; readonly students: readonly Id<'Member'>[] };

function proposalOf({ anchor }: DemoContext, random: RandomStream, { sketch, students }: Made): DemoProposal {
  const { status } = sketch;
  const template = templateOf(sketch.template);
  const steps = freshSteps(
    sketch,
    anchor,
    stepsOf(random, { status, draftedAt: after(anchor, -sketch.ageDays * dayMs), anchor }),
  );
  const draftedAt = entryAt(steps, 0).at;
  const authorId = sketch.authorId ?? random.pick(students);
  const seconders = sketch.seconders ?? pickSome(random, students, { count: 2, but: [authorId] });
  const threshold = Math.max(20, Math.ceil((students.length * 50) / 10_000));
  const texts = textsOf(template, sketch, draftedAt);
  const endorsers = endorsersOf(random, { sketch, students, steps, threshold, authorId });
  return {
    id: sketch.id ?? random.idAt<'Proposal'>(draftedAt),
    authorId,
    authorNamed: sketch.authorId !== undefined || random.chance(0.7),
    status,
    needsCouncil: sketch.needsCouncil ?? false,
    departmentId: departmentId(template.slug),
    supportingIds: template.slug !== 'money' && random.chance(0.25) ? [departmentId('money')] : [],
    isComplex: random.chance(0.4),
    texts,
    seconders: seconders.map((memberId, index) => ({ memberId, hasAccepted: status !== 'DRAFT' || index === 0 })),
    draftedAt,
    steps,
    constituencySize: students.length,
    threshold,
    endorsers,
    ...(sketch.mergeIntoId && { mergeIntoId: sketch.mergeIntoId }),
    ...replyOf(random, { sketch, template, steps }),
    milestones: milestonesOf(template, { steps, isDelivered: isDelivered(steps) }),
  };
}

const isDelivered = (steps: DemoProposal['steps']): boolean => steps.some(({ status }) => status === 'DELIVERED');

/** What was said to a proposal, and what its supporters thought of that. */
function replyOf(
  random: RandomStream,
  made: { readonly sketch: ProposalSketch; readonly template: ProposalTemplate; readonly steps: DemoProposal['steps'] },
) {
  const { sketch, template, steps } = made;
  const isAnswered = steps.some(({ status }) => status === 'ANSWERED');
  const none = { yes: 0, no: 0 };
  return {
    ...(sketch.status === 'APPEALED' && {
      appeal: 'It is about everybody, not about me: 400 of us stand there every day.',
    }),
    ...(isAnswered && {
      decision: sketch.decision ?? random.weighted([['ACCEPTED', 65] as const, ['PARTLY', 35] as const]),
    }),
    answer: template.answer,
    ...(sketch.hasDraft && { draft: template.answer }),
    ratings: sketch.ratings ?? (isAnswered ? { yes: random.between(0, 8), no: random.between(0, 4) } : none),
    verdicts: sketch.verdicts ?? (isDelivered(steps) ? { yes: random.between(2, 9), no: random.between(0, 2) } : none),
  };
}

function templateOf(start: string): ProposalTemplate {
  const found = proposalTemplates.find(({ title }) => title.startsWith(start));
  if (found === undefined) throw new RangeError(`no proposal begins with ${start}`);
  return found;
}

function textsOf(
  template: ProposalTemplate,
  { place = 0, texts = 1 }: ProposalSketch,
  draftedAt: Date,
): readonly DemoProposalText[] {
  const places = proposalPlaces[template.language];
  const named = entryAt(places, place % places.length);
  const fill = (words: string): string => {
    const filled = words.replaceAll('{place}', named);
    return filled.slice(0, 1).toUpperCase() + filled.slice(1);
  };
  return Array.from({ length: texts }, (_, index) => ({
    number: index + 1,
    language: template.language,
    title: fill(template.title),
    background: fill(template.background),
    problem: fill(template.problem),
    suggestion:
      index === 0 ? fill(template.suggestion) : `${fill(template.suggestion)} Begin before the clocks go back.`,
    writtenAt: after(draftedAt, index * 12 * dayMs),
  }));
}

function stepsOf(
  random: RandomStream,
  {
    status,
    draftedAt,
    anchor,
  }: { readonly status: DemoProposalStatus; readonly draftedAt: Date; readonly anchor: Date },
): DemoProposal['steps'] {
  const way = ways[status];
  const share = (anchor.getTime() - draftedAt.getTime()) / way.length;
  let at = draftedAt;
  return way.map((step, index) => {
    const before = way[index - 1];
    if (before !== undefined) {
      const isWholeGathering = before === 'GATHERING' && step === 'LAPSED';
      const longest = (lasts[before] ?? 40) * dayMs;
      const wait = isWholeGathering ? gatheringDays * dayMs : Math.min(share, longest) * (0.5 + random.next() / 2);
      at = after(at, wait);
    }
    return { status: step, at };
  });
}

/** What waits for supporters was done a few days ago, or their time would be over. */
function freshSteps(
  { status, isFresh }: ProposalSketch,
  anchor: Date,
  steps: DemoProposal['steps'],
): DemoProposal['steps'] {
  const last = entryAt(steps, steps.length - 1).at;
  if (status !== 'DELIVERED' && isFresh !== true) return steps;
  const shift = after(anchor, -4 * dayMs).getTime() - last.getTime();
  return steps.map((step) => ({ ...step, at: after(step.at, shift) }));
}

function endorsersOf(
  random: RandomStream,
  made: Made & { readonly steps: DemoProposal['steps']; readonly threshold: number; readonly authorId: Id<'Member'> },
): DemoProposal['endorsers'] {
  const { sketch, students, steps, threshold, authorId } = made;
  const opened = steps.find(({ status }) => status === 'GATHERING')?.at;
  if (opened === undefined || !isPublic(sketch.status)) return [];
  const count = endorserCount(sketch, threshold);
  const named = sketch.endorsers ?? [];
  const others = pickSome(random, students, { count: count - named.length, but: [authorId, ...named] });
  const closed = steps[steps.findIndex(({ status }) => status === 'GATHERING') + 1]?.at ?? after(opened, 2 * hourMs);
  const span = Math.max(hourMs, closed.getTime() - opened.getTime());
  const last = sketch.texts ?? 1;
  return [...named, ...others].map((memberId, index) => ({
    memberId,
    textNumber: index < named.length || random.chance(0.5) ? 1 : last,
    at: after(opened, Math.floor((span * index) / (count + 1))),
  }));
}

/** As many as were asked for once that was reached; else a share of them, never none and never all. */
function endorserCount({ status, share = 0.5 }: ProposalSketch, threshold: number): number {
  const isReached = reached.includes(status) || ['ADOPTED', 'RECONSIDERED', 'REOPENED'].includes(status);
  return isReached ? threshold : Math.min(threshold - 1, Math.max(1, Math.round(threshold * share)));
}

function milestonesOf(
  { slug }: ProposalTemplate,
  { steps, isDelivered }: { readonly steps: DemoProposal['steps']; readonly isDelivered: boolean },
): DemoProposal['milestones'] {
  if (!steps.some(({ status }) => status === 'IN_DELIVERY')) return [];
  const first = slug === 'housing' ? 'Survey with tenants' : 'Plan with the union';
  return [
    { title: first, dueInDays: 14, isDone: true },
    { title: 'Order and contracts', dueInDays: 35, isDone: isDelivered },
    { title: 'Work on the spot', dueInDays: 70, isDone: isDelivered },
  ];
}

function pickSome(
  random: RandomStream,
  from: readonly Id<'Member'>[],
  { count, but }: { readonly count: number; readonly but: readonly Id<'Member'>[] },
): readonly Id<'Member'>[] {
  const taken = new Set(but);
  const picked: Id<'Member'>[] = [];
  while (picked.length < count && taken.size < from.length) {
    const one = random.pick(from);
    if (!taken.has(one)) {
      taken.add(one);
      picked.push(one);
    }
  }
  return picked;
}
