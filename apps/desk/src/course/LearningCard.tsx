import { Card, Cluster, DialogAction, SoftText, StatusBadge, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { CauseForm, type CauseFormProps } from './CauseForm.js';
import type { CoursePartProps } from './CoursePage.js';
import { LessonForm } from './LessonForm.js';

/** What a case comes from, coarsely, and what everybody can learn from it. */
export function LearningCard({
  item,
  onDone,
  departments,
}: CoursePartProps & Pick<CauseFormProps, 'departments'>): ReactElement {
  const { t } = useTexts();
  const { cause, lesson } = item;
  const finish = (shut: () => void) => () => {
    shut();
    onDone();
  };
  return (
    <Card>
      <h2>{t('course.learning')}</h2>
      <h3>{t('course.cause')}</h3>
      {cause ? (
        <p>
          {t(`cause.${cause.cause}`)} · {cause.department?.name ?? t('course.noDepartment')}{' '}
          <StatusBadge tone={cause.isCounted ? 'good' : 'neutral'}>
            {t(cause.isCounted ? 'course.counted' : 'course.notCounted')}
          </StatusBadge>
        </p>
      ) : (
        <SoftText>{t('course.noCause')}</SoftText>
      )}
      <h3>{t('course.lesson')}</h3>
      {lesson ? (
        <>
          <p>{lesson.words}</p>
          <SoftText isSmall>
            {t(`lessonStatus.${lesson.status}`)}
            {lesson.returnReason && `: ${t(`lessonReturn.${lesson.returnReason}`)}`}
          </SoftText>
        </>
      ) : (
        <SoftText>{t('course.noLesson')}</SoftText>
      )}
      <Cluster>
        <DialogAction viewerActions={item.canNameCause ? ['NAME'] : []} action="NAME" label={t('course.nameCause')}>
          {(shut) => <CauseForm caseId={item.id} departments={departments} onDone={finish(shut)} />}
        </DialogAction>
        <DialogAction
          viewerActions={item.canProposeLesson ? ['PROPOSE'] : []}
          action="PROPOSE"
          label={t('course.proposeLesson')}
        >
          {(shut) => <LessonForm caseId={item.id} words={lesson?.words ?? ''} onDone={finish(shut)} />}
        </DialogAction>
      </Cluster>
    </Card>
  );
}
