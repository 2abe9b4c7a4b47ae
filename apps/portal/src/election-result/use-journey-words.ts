import { useTexts, type Translate } from '@guildhall/ui';
import type { CountedCandidate, CountModel } from './count-model.js';
import { sayNames, sayWorth } from './format-votes.js';
import type { JourneyStory, Leg } from './journey-story.js';
import type { CountedContest } from './result-documents.js';

/** Says the way of a vote, a sentence for each thing that happened to it and one for each part of it in the end. */
export type TellJourney = (story: JourneyStory, contest: Pick<CountedContest, 'candidates'>) => readonly string[];

/** The words for the way of a vote through a count. */
export function useJourneyWords(count: CountModel, nameOf: (id: string | undefined) => string): TellJourney {
  const { t, language } = useTexts();
  return (story, contest) => {
    const skipped = contest.candidates.filter(({ id }) => story.skipped.includes(id)).map(({ name }) => name);
    return [
      ...(skipped.length > 0 ? [t('electionResult.way.skipped', { names: sayNames(skipped, language) })] : []),
      ...(story.legs.length === 0 ? [t('electionResult.way.blank')] : []),
      ...story.legs.map((leg) => sayLeg(leg, { t, language, nameOf })),
      ...story.parts.map(({ holder, value }) => {
        const end = endOf(count.candidates.find(({ id }) => id === holder));
        return t(`electionResult.end.${end}`, { name: nameOf(holder), worth: sayWorth(value, language) });
      }),
    ];
  };
}

function endOf(holder: CountedCandidate | undefined): string {
  if (holder === undefined) return 'nobody';
  return holder.isReopen ? `reopen.${holder.fate.kind}` : holder.fate.kind;
}

type Reader = {
  readonly t: Translate;
  readonly language: string;
  readonly nameOf: (id: string | undefined) => string;
};

function sayLeg({ stage, holder, value, moved }: Leg, { t, language, nameOf }: Reader): string {
  if (moved === undefined) return t('electionResult.way.first', { name: nameOf(holder) });
  const how = holder === undefined ? 'stranded' : 'moved';
  return t(`electionResult.way.${moved.by}.${how}`, {
    stage,
    from: nameOf(moved.from),
    name: nameOf(holder),
    worth: sayWorth(value, language),
    stayed: sayWorth(moved.stayed, language),
  });
}
