import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { DateTimeText, SoftText, useTexts } from '@guildhall/ui';
import { ProgressBar } from '../parts/Rows.js';
import type { ShownStep } from './path-document.js';

/** What passes a step by itself, how much of it there is, and where to find more. */
export function StepProgressText({ progress }: { readonly progress: ShownStep }): ReactElement | null {
  const { t } = useTexts();
  const { step, status, have, passesAt } = progress;
  if (status === 'PASSED') return null;
  const needed = step.daysRequired ?? step.hoursRequired;
  return (
    <>
      {needed != null && have != null && (
        <>
          <span>{t(`path.have.${step.kind}`, { have, needed })}</span>
          <ProgressBar label={t(`stepKind.${step.kind}`)} value={have} max={needed} />
        </>
      )}
      {passesAt && (
        <span>
          {t('path.passesAt')} <DateTimeText instant={passesAt} show="day" />
        </span>
      )}
      <Hint progress={progress} />
    </>
  );
}

function Hint({ progress: { step, status } }: { readonly progress: ShownStep }): ReactElement | null {
  const { t } = useTexts();
  switch (step.kind) {
    case 'ATTEND':
      return (
        <>
          <SoftText isSmall>{t('path.attend')}</SoftText>
          <Link to="/activities" search={step.activityKind ? { kind: step.activityKind } : {}}>
            {t('path.findActivity')}
          </Link>
        </>
      );
    case 'VERIFIED_HOURS':
      return (
        <>
          <SoftText isSmall>{t('path.serve')}</SoftText>
          <Link to="/service">{t('path.findService')}</Link>
        </>
      );
    case 'QUIZ':
      return status === 'LOCKED' || step.quiz == null ? null : (
        <Link to="/learning/quiz/$quizId" params={{ quizId: step.quiz.id }}>
          {t('path.toQuiz')}
        </Link>
      );
    case 'HOLD_MANDATE':
    case 'TEACH':
      return <SoftText isSmall>{t(`path.byItself.${step.kind}`)}</SoftText>;
    default:
      return null;
  }
}
