import type { TimelineStep } from '@guildhall/ui';
import { Card, Cluster, DateTimeText, DialogAction, SoftText, StatusBadge, Timeline, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { Course, CoursePartProps } from './CoursePage.js';
import { LetterForm } from './LetterForm.js';

/** The stages a case has been in, each with its own outcome, and what opens the external one. */
export function StagesCard({ item, onDone }: CoursePartProps): ReactElement {
  const { t } = useTexts();
  const steps = item.stages.map((stage): TimelineStep => ({
    key: stage.stage,
    title: t(`stage.${stage.stage}`),
    state: stage.endedAt ? 'done' : 'now',
    detail: <StageFacts stage={stage} />,
  }));
  return (
    <Card>
      <h2>{t('course.stages')}</h2>
      <Timeline steps={steps} />
      {item.completedAt && (
        <SoftText>
          {t('course.completedAt')} <DateTimeText instant={item.completedAt} show="day" />
        </SoftText>
      )}
      {item.reopening && (
        <>
          <h3>{t('course.reopening')}</h3>
          <p>
            {t(`newFact.${item.reopening.fact}`)} · {t(`reopening.${item.reopening.decision ?? 'WAITING'}`)}
          </p>
          <p>{item.reopening.statement ?? t('case.erasedWords')}</p>
        </>
      )}
      <Cluster>
        <DialogAction viewerActions={item.courseActions} action="RECORD_COMPLETION" label={t('course.letter')}>
          {(shut) => (
            <LetterForm
              caseId={item.id}
              onDone={() => {
                shut();
                onDone();
              }}
            />
          )}
        </DialogAction>
      </Cluster>
    </Card>
  );
}

function StageFacts({ stage }: { readonly stage: Course['stages'][number] }): ReactElement {
  const { t } = useTexts();
  return (
    <>
      <DateTimeText instant={stage.openedAt} show="day" />
      {stage.endedAt && (
        <>
          {' – '}
          <DateTimeText instant={stage.endedAt} show="day" />
        </>
      )}
      {stage.outcome && (
        <>
          {' '}
          <StatusBadge tone="good">{t(`outcome.${stage.outcome}`)}</StatusBadge>{' '}
          {stage.redress.map((kind) => t(`redress.${kind}`)).join(t('case.listSeparator'))}
        </>
      )}
      {stage.summary && (
        <>
          <br />
          {stage.summary}
        </>
      )}
    </>
  );
}
