import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Card, DateTimeText, EmptyState, SoftText, Stack, useTexts } from '@guildhall/ui';
import { ProgressBar } from '../parts/Rows.js';
import type { ShownCard, ShownRecall } from './recall-documents.js';
import { RecallCardView } from './RecallCardView.js';

type RecallSessionProps = { readonly recall: ShownRecall; readonly onRated: () => void };

/** What is due today, one card after the other. */
export function RecallSession({ recall, onRated }: RecallSessionProps): ReactElement {
  const { t } = useTexts();
  const [rated, setRated] = useState<ReadonlySet<string>>(new Set());
  const heading = useRef<HTMLHeadingElement>(null);
  const card: ShownCard | undefined = recall.due.edges.map(({ node }) => node).find(({ id }) => !rated.has(id));
  const { dueCount, reviewedToday, nextDueAt, pausedAt } = recall;
  useEffect(() => {
    // The next question is read aloud; the first one waits for whoever arrives at the page.
    if (rated.size > 0) heading.current?.focus();
  }, [rated]);
  const isDone = card === undefined;
  return (
    <Card>
      <h2 ref={heading} tabIndex={-1}>
        {isDone ? t(pausedAt ? 'recall.paused' : 'recall.done') : t('recall.today', { count: dueCount })}
      </h2>
      {!pausedAt && (
        <ProgressBar label={t('recall.progress')} value={reviewedToday} max={reviewedToday + (isDone ? 0 : dueCount)} />
      )}
      {isDone ? (
        <EmptyState picture="letter" title={t(pausedAt ? 'recall.restTitle' : 'recall.doneTitle')}>
          {!pausedAt && nextDueAt && (
            <>
              {t('recall.next')} <DateTimeText instant={nextDueAt} show="day" isRelative />
            </>
          )}
        </EmptyState>
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
