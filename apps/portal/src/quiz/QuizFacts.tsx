import type { ReactElement } from 'react';
import { DateTimeText, Notice, useTexts, type Tone } from '@guildhall/ui';
import { Facts } from '../parts/Facts.js';
import type { ShownQuiz } from './quiz-documents.js';

/** How a quiz is passed and how the viewer did so far. */
export function QuizFacts({ quiz }: { readonly quiz: ShownQuiz }): ReactElement {
  const { t } = useTexts();
  const { published, viewerBestPercent, viewerAttemptsLeft } = quiz;
  return (
    <Facts
      facts={[
        { name: t('quiz.questions'), value: published?.drawCount },
        { name: t('quiz.passMark'), value: published && t('quiz.percent', { percent: published.passPercent }) },
        {
          name: t('quiz.time'),
          value: published && limitOf(t, published.timeLimitMinutes),
        },
        { name: t('quiz.left'), value: viewerAttemptsLeft },
        {
          name: t('quiz.best'),
          value: viewerBestPercent == null ? undefined : t('quiz.percent', { percent: viewerBestPercent }),
        },
      ]}
    />
  );
}

type Words = ReturnType<typeof useTexts>['t'];
const limitOf = (t: Words, minutes: number | null | undefined): string =>
  minutes == null ? t('quiz.noLimit') : t('quiz.minutes', { count: minutes });

const tones: Readonly<Record<string, Tone>> = { LOCKED: 'warn', WAITING: 'warn', USED_UP: 'warn', CLOSED: 'warn' };

/** Why no attempt can begin now; nothing when one can. */
export function StandingNotice({
  quiz,
}: {
  readonly quiz: Pick<ShownQuiz, 'viewerStanding' | 'viewerNextAttemptAt'>;
}): ReactElement | null {
  const { t } = useTexts();
  const { viewerStanding, viewerNextAttemptAt } = quiz;
  if (viewerStanding === 'READY' || viewerStanding === 'RUNNING') return null;
  return (
    <Notice tone={tones[viewerStanding] ?? 'info'}>
      {t(`quiz.standing.${viewerStanding}`)}{' '}
      {viewerStanding === 'WAITING' && <DateTimeText instant={viewerNextAttemptAt} isRelative />}
    </Notice>
  );
}
