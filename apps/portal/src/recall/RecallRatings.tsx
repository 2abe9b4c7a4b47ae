import { useState, type ReactElement } from 'react';
import { Button, DateTimeText, isUserError, ResultNotice, Stack, useTexts, type Outcome } from '@guildhall/ui';
import { useAction, useIntent } from '../graph/use-action.js';
import styles from '../quiz/quiz.module.css';
import { rateCardDocument, type ShownCard } from './recall-documents.js';

type RecallRatingsProps = { readonly card: ShownCard; readonly onRated: () => void };
type Rating = NonNullable<ShownCard['choices']>[number]['rating'];

/** How well it was remembered, each with the day it would come back. */
export function RecallRatings({ card, onRated }: RecallRatingsProps): ReactElement {
  const { t } = useTexts();
  const [busy, setBusy] = useState<Rating>();
  const [told, setTold] = useState<Outcome>();
  const send = useAction(rateCardDocument, (data) => data.rateRecallCard);
  const intend = useIntent();
  // What was wrong is suggested to come back soon; the last word is the member's.
  const suggested: Rating = card.outcome?.isRight === true ? 'GOOD' : 'AGAIN';
  const rate = async (rating: Rating): Promise<void> => {
    setBusy(rating);
    const next = await intend((idempotencyKey) => send({ input: { cardId: card.id, rating, idempotencyKey } }));
    setBusy(undefined);
    const hasFailed = next.problem !== undefined || (next.result !== undefined && isUserError(next.result));
    setTold(hasFailed ? next : undefined);
    if (!hasFailed) onRated();
  };
  return (
    <Stack gap="small">
      <p>{t('recall.howWell')}</p>
      <div className={styles.ratings} role="group" aria-label={t('recall.howWell')}>
        {(card.choices ?? []).map(({ rating, dueAt }) => (
          <Button
            key={rating}
            look={rating === suggested ? 'primary' : 'plain'}
            isBusy={busy !== undefined}
            onPress={() => void rate(rating)}
          >
            <span>
              {t(`recall.rating.${rating}`)}
              <br />
              <small>
                <DateTimeText instant={dueAt} show="day" />
              </small>
            </span>
          </Button>
        ))}
      </div>
      <ResultNotice outcome={told} />
    </Stack>
  );
}
