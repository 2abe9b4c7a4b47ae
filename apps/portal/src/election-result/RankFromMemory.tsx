import type { ReactElement } from 'react';
import { Button, Cluster, IconButton, useTexts } from '@guildhall/ui';
import styles from './journey.module.css';
import type { CountedContest } from './result-documents.js';

type RankingProps = {
  readonly contest: CountedContest;
  /** Ids of candidates, the first preference first. */
  readonly ranking: readonly string[];
  readonly onChange: (ranking: readonly string[]) => void;
};

/** Ranks the candidates of a contest as somebody remembers it: press them in order, move them, take them out. */
export function RankFromMemory({ contest, ranking, onChange }: RankingProps): ReactElement {
  const { t } = useTexts();
  const nameOf = (id: string): string => {
    const found = contest.candidates.find((candidate) => candidate.id === id);
    return found === undefined || found.isReopen ? t('electionResult.reopen') : found.name;
  };
  const left = contest.candidates.filter(({ id }) => !ranking.includes(id));
  return (
    <>
      {ranking.length > 0 && <Ranked {...{ ranking, onChange, nameOf }} />}
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

type RankedProps = Omit<RankingProps, 'contest'> & { readonly nameOf: (id: string) => string };

function Ranked({ ranking, onChange, nameOf }: RankedProps): ReactElement {
  const { t } = useTexts();
  const raise = (place: number): void => {
    const [one, other] = [ranking[place - 1], ranking[place]];
    if (one === undefined || other === undefined) return;
    onChange(ranking.with(place - 1, other).with(place, one));
  };
  return (
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
  );
}
