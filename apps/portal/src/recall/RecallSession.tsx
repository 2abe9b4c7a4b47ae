import { useEffect, useRef, useState, type ReactElement, type RefObject } from 'react';
import { Card, DateTimeText, EmptyState, SoftText, Stack, useTexts } from '@guildhall/ui';
import { ProgressBar } from '../parts/Rows.js';
import type { ShownCard, ShownRecall } from './recall-documents.js';
import { RecallCardView } from './RecallCardView.js';

type RecallSessionProps = { readonly recall: ShownRecall; readonly onRated: () => void };

/** What is due today, one card after the other. */
export function RecallSession({ recall, onRated }: RecallSessionProps): ReactElement {
  const [rated, setRated] = useState<ReadonlySet<string>>(new Set());
  const heading = useRef<HTMLHeadingElement>(null);
  const card: ShownCard | undefined = recall.due.edges.map(({ node }) => node).find(({ id }) => !rated.has(id));
  useEffect(() => {
    // The next question is read aloud; the first one waits for whoever arrives at the page.
    if (rated.size > 0) heading.current?.focus();
  }, [rated]);
  return (
    <Card>
      <SessionHead recall={recall} isDone={card === undefined} heading={heading} />
      {card === undefined ? (
        <Nothing recall={recall} />
      ) : (
        <Stack gap="small">
          {card.quiz?.title && <SoftText isSmall>{card.quiz.title}</SoftText>}
          <RecallCardView
            key={card.id}
            card={card}
            onRated={() => {
              setRated((known) => new Set(known).add(card.id));
              onRated();
            }}
          />
        </Stack>
      )}
    </Card>
  );
}

type SessionHeadProps = {
  readonly recall: ShownRecall;
  readonly isDone: boolean;
  readonly heading: RefObject<HTMLHeadingElement | null>;
};

/** How much of today is done. */
function SessionHead({ recall, isDone, heading }: SessionHeadProps): ReactElement {
  const { t } = useTexts();
  const { dueCount, reviewedToday, pausedAt } = recall;
  const doneWord = t(pausedAt ? 'recall.paused' : 'recall.done');
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {isDone ? doneWord : t('recall.today', { count: dueCount })}
      </h2>
      {!pausedAt && (
        <ProgressBar label={t('recall.progress')} value={reviewedToday} max={reviewedToday + (isDone ? 0 : dueCount)} />
      )}
    </>
  );
}

function Nothing({ recall: { pausedAt, nextDueAt } }: { readonly recall: ShownRecall }): ReactElement {
  const { t } = useTexts();
  return (
    <EmptyState picture="letter" title={t(pausedAt ? 'recall.restTitle' : 'recall.doneTitle')}>
      {!pausedAt && nextDueAt && (
        <>
          {t('recall.next')} <DateTimeText instant={nextDueAt} show="day" isRelative />
        </>
      )}
    </EmptyState>
  );
}
