import { useState, type ReactElement } from 'react';
import { Button, Card, Cluster, IconButton, Notice, SoftText, useTexts } from '@guildhall/ui';
import type { CountModel } from './count-model.js';
import styles from './journey.module.css';
import { followVote } from './journey-story.js';
import { JourneyPath } from './JourneyPath.js';
import type { CountedContest } from './result-documents.js';
import { useCountWords } from './use-count-words.js';
import { useJourneyWords } from './use-journey-words.js';

type JourneyProps = { readonly contest: CountedContest; readonly count: CountModel };

/** The reader's own vote, ranked again from memory and followed through the count, on this device alone. */
export function JourneyCard({ contest, count }: JourneyProps): ReactElement {
  const { t } = useTexts();
  const [ranking, setRanking] = useState<readonly string[]>([]);
  return (
    <Card>
      <h2>{t('electionResult.journeyTitle')}</h2>
      <SoftText>{t('electionResult.journeyLead')}</SoftText>
      <Notice>{t('electionResult.journeyPrivate')}</Notice>
      <Ranking {...{ contest, ranking }} onChange={setRanking} />
      <div role="status">{ranking.length > 0 && <Told {...{ contest, count, ranking }} />}</div>
    </Card>
  );
}

type RankingProps = {
  readonly contest: CountedContest;
  readonly ranking: readonly string[];
  readonly onChange: (ranking: readonly string[]) => void;
};

function Ranking({ contest, ranking, onChange }: RankingProps): ReactElement {
  const { t } = useTexts();
  const nameOf = (id: string): string => {
    const found = contest.candidates.find((candidate) => candidate.id === id);
    return found === undefined || found.isReopen ? t('electionResult.reopen') : found.name;
  };
  const raise = (place: number): void => {
    const [one, other] = [ranking[place - 1], ranking[place]];
    if (one === undefined || other === undefined) return;
    onChange(ranking.with(place - 1, other).with(place, one));
  };
  const left = contest.candidates.filter(({ id }) => !ranking.includes(id));
  return (
    <>
      {ranking.length > 0 && (
        <ol className={styles.ranking} aria-label={t('electionResult.yourRanking')}>
          {ranking.map((id, place) => (
            <li key={id}>
              <span className={styles.place}>{place + 1}</span>
              <span>{nameOf(id)}</span>
              <span className={styles.buttons}>
                {place > 0 && (
                  <IconButton
                    icon="up"
                    label={t('electionResult.raise', { name: nameOf(id) })}
                    onPress={() => raise(place)}
                  />
                )}
                <IconButton
                  icon="cross"
                  label={t('electionResult.takeOut', { name: nameOf(id) })}
                  onPress={() => onChange(ranking.filter((each) => each !== id))}
                />
              </span>
            </li>
          ))}
        </ol>
      )}
      {left.length > 0 && (
        <div role="group" aria-label={t('electionResult.rankNext', { place: ranking.length + 1 })}>
          <p>{t('electionResult.rankNext', { place: ranking.length + 1 })}</p>
          <ul className={styles.choices}>
            {left.map(({ id }) => (
              <li key={id}>
                <Button icon="plus" onPress={() => onChange([...ranking, id])}>
                  {nameOf(id)}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {ranking.length > 0 && (
        <Cluster>
          <Button look="quiet" onPress={() => onChange([])}>
            {t('electionResult.startAgain')}
          </Button>
        </Cluster>
      )}
    </>
  );
}

function Told({ contest, count, ranking }: JourneyProps & { readonly ranking: readonly string[] }): ReactElement {
  const { t } = useTexts();
  const story = followVote(contest, ranking);
  const { nameOf } = useCountWords(count);
  const sentences = useJourneyWords(count, nameOf)(story, contest);
  return (
    <>
      <h3>{t('electionResult.journeyTold')}</h3>
      {story.legs.length > 0 && <JourneyPath {...{ count, story }} />}
      <ul className={styles.told}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
