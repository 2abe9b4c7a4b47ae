import { useState, type ReactElement } from 'react';
import { Card, Notice, SoftText, useTexts } from '@guildhall/ui';
import type { CountModel } from './count-model.js';
import styles from './journey.module.css';
import { followVote } from './journey-story.js';
import { JourneyPath } from './JourneyPath.js';
import { RankFromMemory } from './RankFromMemory.js';
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
      <RankFromMemory {...{ contest, ranking }} onChange={setRanking} />
      <div role="status">{ranking.length > 0 && <Told {...{ contest, count, ranking }} />}</div>
    </Card>
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
