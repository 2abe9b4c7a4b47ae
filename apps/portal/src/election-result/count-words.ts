import type { Translate } from '@guildhall/ui';
import type { CountedStage, CountModel } from './count-model.js';
import { sayNames, sayVotes, sayWorth, shareOf } from './format-votes.js';

/** Says a count in the reader's words. */
export type CountWords = {
  /** Everybody who is counted by their name; re-opening nominations by what it is called in the reader's language. */
  nameOf(id: string | undefined): string;
  /** What a stage did, in a few words for the head of a column. */
  headOf(stage: CountedStage): string;
  /** Everything that happened at a stage, a sentence each. */
  sentencesOf(stage: CountedStage): readonly string[];
};

type Reader = { readonly t: Translate; readonly language: string };

/** The words of one count for a reader. */
export function createCountWords(count: CountModel, { t, language }: Reader): CountWords {
  const known = new Map(count.candidates.map((one) => [one.id, one]));
  const nameOf = (id: string | undefined): string => {
    const one = id === undefined ? undefined : known.get(id);
    if (one === undefined) return t('electionResult.nobody');
    return one.isReopen ? t('electionResult.reopen') : one.name;
  };
  const names = (ids: readonly string[]): string => sayNames(ids.map(nameOf), language);
  const course = { count, t, language, nameOf, names, isReopen: (id: string) => known.get(id)?.isReopen === true };
  return {
    nameOf,
    headOf: ({ kind, from }) => t(`electionResult.head.${kind}`, { name: nameOf(from) }),
    sentencesOf: (stage) => [
      ...saidOfTie(stage, course),
      saidOfMove(stage, course),
      ...saidOfFlows(stage, course),
      ...saidOfElected(stage, course),
    ],
  };
}

type Course = Reader & {
  readonly count: CountModel;
  readonly nameOf: (id: string | undefined) => string;
  readonly names: (ids: readonly string[]) => string;
  readonly isReopen: (id: string) => boolean;
};

function saidOfTie({ kind, tie }: CountedStage, { t, names, nameOf }: Course): readonly string[] {
  if (tie === undefined) return [];
  const by = tie.decidedAtStage === undefined ? 'lot' : 'stage';
  return [
    t(`electionResult.tie.${by}.${kind}`, {
      names: names(tie.between),
      name: nameOf(tie.chosen),
      stage: tie.decidedAtStage,
    }),
  ];
}

function saidOfMove(stage: CountedStage, { count, t, language, nameOf }: Course): string {
  const { kind, from, share } = stage;
  const before = count.stages[stage.number - 2];
  const votes = before?.votes.get(from ?? '') ?? 0;
  return t(`electionResult.move.${kind === 'EXCLUSION' && votes === 0 ? 'NO_VOTES' : kind}`, {
    name: nameOf(from),
    valid: count.valid.toLocaleString(language),
    quota: sayVotes(count.quota, language),
    surplus: share && sayVotes(share.surplus, language),
    factor: share && sayWorth(shareOf(share), language),
    votes: sayVotes(votes, language),
  });
}

/** To whom votes went, the most first, and what nobody could be given. */
function saidOfFlows(stage: CountedStage, { count, t, language, nameOf }: Course): readonly string[] {
  const before = count.stages[stage.number - 2];
  if (before === undefined) return [];
  const gains = count.candidates
    .map(({ id }) => ({ id, gained: (stage.votes.get(id) ?? 0) - (before.votes.get(id) ?? 0) }))
    .filter(({ id, gained }) => id !== stage.from && gained > 0)
    .toSorted((a, b) => b.gained - a.gained)
    .map(({ id, gained }) => t('electionResult.gained', { name: nameOf(id), votes: sayVotes(gained, language) }));
  const stranded = stage.nonTransferable - before.nonTransferable;
  return [
    ...(gains.length > 0 ? [t('electionResult.gains', { gains: sayNames(gains, language) })] : []),
    ...(stranded > 0 ? [t('electionResult.stranded', { votes: sayVotes(stranded, language) })] : []),
  ];
}

function saidOfElected(stage: CountedStage, { count, t, names, isReopen }: Course): readonly string[] {
  const people = stage.elected.filter((id) => !isReopen(id));
  const isAtQuota = (id: string): boolean => (stage.votes.get(id) ?? 0) >= count.quota;
  const [reached, last] = [people.filter(isAtQuota), people.filter((id) => !isAtQuota(id))];
  return [
    ...(reached.length > 0 ? [t('electionResult.reached', { names: names(reached), count: reached.length })] : []),
    ...(last.length > 0 ? [t('electionResult.lastLeft', { names: names(last), count: last.length })] : []),
    ...(people.length < stage.elected.length ? [t('electionResult.reopenReached')] : []),
  ];
}
