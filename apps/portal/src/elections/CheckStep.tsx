import type { ReactElement } from 'react';
import { Button, Card, Cluster, DateTimeText, Notice, SoftText, Stack, useTexts, Veiled } from '@guildhall/ui';
import { ballotsOf, choiceIn, stateOf, type Choice, type Choices } from './ballot-choice.js';
import type { PaperContest } from './ballot-documents.js';
import { CastNews } from './CastNews.js';
import styles from './elections.module.css';
import { StepHeading } from './StepHeading.js';
import type { CastState } from './use-cast.js';
import { useElectionWords } from './use-election-words.js';

/** What there is to check, how casting goes, and what can be done. */
export type CheckStepProps = {
  readonly contests: readonly PaperContest[];
  readonly choices: Choices;
  readonly closesAt: string;
  readonly cast: CastState;
  /** Goes to a contest by its number, to change it. */
  readonly onGo: (step: number) => void;
  readonly onCast: () => void;
};

/** The last look before casting: everything as it will be sealed, and the word that it is final. */
export function CheckStep({ contests, choices, closesAt, cast, onGo, onCast }: CheckStepProps): ReactElement {
  const { t } = useTexts();
  const ids = contests.map(({ id }) => id);
  const count = ballotsOf(choices, ids).length;
  const undecided = ids.filter((id) => stateOf(choiceIn(choices, id)) === 'UNDECIDED').length;
  const isBusy = cast.stage === 'SEALING' || cast.stage === 'SENDING';
  const isFixed = isBusy || cast.stage === 'UNKNOWN';
  return (
    <Card>
      <StepHeading>{t('elections.checkTitle')}</StepHeading>
      <SoftText>{t('elections.checkLead')}</SoftText>
      {contests.map((contest, index) => (
        <section key={contest.id} className={styles.candidate}>
          <div className={styles.chosen}>
            <h3>{contest.position.title}</h3>
            {!isFixed && (
              <Button look="quiet" onPress={() => onGo(index)}>
                {t('elections.change')} <Veiled>{contest.position.title}</Veiled>
              </Button>
            )}
          </div>
          <Chosen contest={contest} choice={choiceIn(choices, contest.id)} closesAt={closesAt} />
        </section>
      ))}
      {undecided > 0 && <Notice tone="warn">{t('elections.undecided', { count: undecided })}</Notice>}
      {undecided === 0 && count === 0 && <Notice>{t('elections.nothingToCast')}</Notice>}
      <Stack gap="small">
        <CastNews cast={cast} />
        {undecided === 0 && count > 0 && (
          <>
            {cast.stage === 'PAPER' && (
              <Notice tone="warn">
                <strong>{t('elections.finalTitle')}</strong>
                <span>{t('elections.finalBody')}</span>
              </Notice>
            )}
            <Cluster>
              <Button look="primary" isBusy={isBusy} onPress={onCast}>
                {t(cast.stage === 'UNKNOWN' ? 'elections.castAgain' : 'elections.cast', { count })}
              </Button>
            </Cluster>
            <SoftText isSmall>{t('elections.sealedHere')}</SoftText>
          </>
        )}
      </Stack>
    </Card>
  );
}

type ChosenProps = { readonly contest: PaperContest; readonly choice: Choice; readonly closesAt: string };

function Chosen({ contest, choice, closesAt }: ChosenProps): ReactElement {
  const { t } = useTexts();
  const { nameOf } = useElectionWords();
  const state = stateOf(choice);
  if (state === 'RANKED')
    return (
      <ol className={styles.preferences}>
        {choice.ranking.map((wanted) => {
          const candidate = contest.candidates.find(({ id }) => id === wanted);
          return <li key={wanted}>{candidate && nameOf(candidate)}</li>;
        })}
      </ol>
    );
  return (
    <p>
      {t(`elections.chosen.${state}`)}{' '}
      {state === 'SKIPPED' && (
        <>
          {t('elections.canVoteUntil')} <DateTimeText instant={closesAt} />
        </>
      )}
    </p>
  );
}
