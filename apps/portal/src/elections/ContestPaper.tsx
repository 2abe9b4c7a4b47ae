import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Button, Card, Cluster, Notice, SoftText, Stack, useTexts, Veiled } from '@guildhall/ui';
import { choose, stateOf, type Choice, type ChoiceAction } from './ballot-choice.js';
import type { PaperContest } from './ballot-documents.js';
import { CandidateRow, standsNow } from './CandidateRow.js';
import { ConfirmBlank } from './ConfirmBlank.js';
import styles from './elections.module.css';
import { markOf, nextFocus, type PaperButton } from './next-focus.js';
import { paperOf } from './paper-of.js';
import { RankedRow } from './RankedRow.js';
import { StepHeading } from './StepHeading.js';
import { useElectionWords } from './use-election-words.js';

type ContestPaperProps = {
  readonly contest: PaperContest;
  /** Which contest of how many it is. */
  readonly lead: string;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
};

/** One contest of the ballot paper: the ranking, and everybody who can be added to it. */
export function ContestPaper({ contest, lead, choice, onChoose }: ContestPaperProps): ReactElement {
  const { t } = useTexts();
  const press = usePress({ contest, choice, onChoose });
  const state = stateOf(choice);
  const { position, seats } = contest;
  return (
    <Card>
      <SoftText isSmall>{lead}</SoftText>
      <StepHeading>{position.title}</StepHeading>
      <SoftText>{t('elections.rankLead', { count: seats })}</SoftText>
      <div ref={press.root}>
        {state === 'BLANK' || state === 'SKIPPED' ? (
          <Stack>
            <Notice tone="warn">{t(state === 'BLANK' ? 'elections.isBlank' : 'elections.isSkipped')}</Notice>
            <Cluster>
              <Button onPress={() => press.act({ kind: 'RANK' })}>{t('elections.rankAfterAll')}</Button>
            </Cluster>
          </Stack>
        ) : (
          <Lists {...{ contest, choice }} onPress={press.press} onClear={() => press.act({ kind: 'CLEAR' })} />
        )}
      </div>
      <p role="status">
        <Veiled>{press.said}</Veiled>
      </p>
      {state !== 'BLANK' && state !== 'SKIPPED' && (
        <Cluster>
          <ConfirmBlank onBlank={() => press.act({ kind: 'BLANK' })} />
          <Button look="quiet" onPress={() => press.act({ kind: 'SKIP' })}>
            {t('elections.skip')}
          </Button>
        </Cluster>
      )}
    </Card>
  );
}

/** Carries out presses, says what became of them, and keeps the focus on a button that is there. */
function usePress({ contest, choice, onChoose }: Omit<ContestPaperProps, 'lead'>) {
  const { t } = useTexts();
  const { nameOf } = useElectionWords();
  const root = useRef<HTMLDivElement>(null);
  const wanted = useRef<PaperButton>(undefined);
  const [said, setSaid] = useState('');
  const standing = paperOf(contest.candidates)
    .filter(standsNow)
    .map(({ id }) => id);
  useEffect(() => {
    if (wanted.current === undefined) return;
    root.current?.querySelector<HTMLElement>(`[data-press="${markOf(wanted.current)}"]`)?.focus();
    wanted.current = undefined;
  });
  const act = (action: ChoiceAction): void => {
    const after = choose(choice, action, standing);
    if (after === choice) return;
    wanted.current = nextFocus(action, { before: choice, after }, standing);
    onChoose(after);
    const person = contest.candidates.find(({ id }) => 'candidateId' in action && id === action.candidateId);
    const place = after.ranking.indexOf(person?.id ?? '') + 1;
    const words = { name: person && nameOf(person), place, count: after.ranking.length };
    setSaid(t(`elections.said.${action.kind}`, words));
  };
  return { root, said, act, press: ({ does, candidateId }: PaperButton) => act({ kind: does, candidateId }) };
}

type ListsProps = Pick<ContestPaperProps, 'contest' | 'choice'> & {
  readonly onPress: (button: PaperButton) => void;
  readonly onClear: () => void;
};

function Lists({ contest, choice: { ranking }, onPress, onClear }: ListsProps): ReactElement {
  const { t } = useTexts();
  const ranked = ranking.flatMap((wanted) => contest.candidates.find(({ id }) => id === wanted) ?? []);
  const others = paperOf(contest.candidates).filter(({ id }) => !ranking.includes(id));
  return (
    <Stack>
      <h3>{t('elections.yourRanking')}</h3>
      {ranked.length === 0 ? (
        <SoftText>{t('elections.rankingNone')}</SoftText>
      ) : (
        <>
          <ol className={styles.ranking} aria-label={t('elections.yourRanking')}>
            {ranked.map((candidate, index) => (
              <RankedRow key={candidate.id} {...{ candidate, onPress }} place={index + 1} count={ranked.length} />
            ))}
          </ol>
          <SoftText isSmall>{t('elections.rankKeys')}</SoftText>
          <Cluster>
            <Button look="quiet" onPress={onClear}>
              {t('elections.clear')}
            </Button>
          </Cluster>
        </>
      )}
      {others.length > 0 && (
        <>
          <h3>{t(ranked.length === 0 ? 'elections.onThePaper' : 'elections.notRanked')}</h3>
          <ul
            className={styles.ranking}
            aria-label={t(ranked.length === 0 ? 'elections.onThePaper' : 'elections.notRanked')}
          >
            {others.map((candidate) => (
              <CandidateRow key={candidate.id} {...{ candidate, onPress }} nextPlace={ranked.length + 1} />
            ))}
          </ul>
        </>
      )}
    </Stack>
  );
}
