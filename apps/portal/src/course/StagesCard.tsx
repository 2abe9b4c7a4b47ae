import type { ReactElement } from 'react';
import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  DialogAction,
  SoftText,
  StatusBadge,
  Timeline,
  useTexts,
  type TimelineStep,
} from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { Prose } from '../parts/Rows.js';
import type { CoursePartProps, ShownCourse } from './course-document.js';
import { ReopeningForm } from './ReopeningForm.js';

const acceptDocument = graphql(`
  mutation AcceptOutcome($input: CloseCaseInput!) {
    closeCase(input: $input) {
      __typename
    }
  }
`);

const furtherDocument = graphql(`
  mutation GoFurther($input: GoFurtherInput!) {
    goFurther(input: $input) {
      __typename
    }
  }
`);

/** The stages of the case with what each brought, and what the student may do with an outcome. */
export function StagesCard({ item, onChange }: CoursePartProps): ReactElement {
  const { t } = useTexts();
  const steps = item.stages.map((stage): TimelineStep => ({
    key: stage.stage,
    title: t(`stage.${stage.stage}`),
    state: stage.endedAt ? 'done' : 'now',
    detail: <Outcome stage={stage} />,
  }));
  return (
    <Card>
      <h2>{t('course.stages')}</h2>
      <Timeline steps={steps} />
      {item.completedAt && (
        <SoftText>
          {t('course.letter')} <DateTimeText instant={item.completedAt} show="day" />
        </SoftText>
      )}
      {item.reopening && (
        <>
          <p>
            {t(`course.newFact.${item.reopening.fact}`)} ·{' '}
            {t(`course.reopening.${item.reopening.decision ?? 'WAITING'}`)}
          </p>
          <Prose>{item.reopening.statement ?? t('course.erased')}</Prose>
        </>
      )}
      <Answers {...{ item, onChange }} />
    </Card>
  );
}

function Outcome({ stage }: { readonly stage: ShownCourse['stages'][number] }): ReactElement {
  const { t } = useTexts();
  return (
    <>
      <DateTimeText instant={stage.openedAt} show="day" />
      {stage.outcome && (
        <>
          {' '}
          <StatusBadge tone="good">{t(`outcome.${stage.outcome}`)}</StatusBadge>
        </>
      )}
      {stage.summary && (
        <>
          <br />
          {stage.summary}
        </>
      )}
      {stage.redress.length > 0 && (
        <>
          <br />
          {t('course.redress', { what: stage.redress.map((kind) => t(`course.redressKind.${kind}`)).join(', ') })}
        </>
      )}
    </>
  );
}

function Answers({ item, onChange }: CoursePartProps): ReactElement {
  const { t } = useTexts();
  const accept = useAction(acceptDocument, (data) => data.closeCase);
  const further = useAction(furtherDocument, (data) => data.goFurther);
  const input = { caseId: item.id };
  return (
    <Cluster>
      <ActionButton
        viewerActions={item.viewerActions}
        action="CLOSE"
        look="primary"
        label={t('course.accept')}
        confirm={{ title: t('course.acceptTitle'), body: t('course.acceptBody'), label: t('course.accept') }}
        onRun={() => accept({ input })}
        onDone={onChange}
      />
      <ActionButton
        viewerActions={item.courseActions}
        action="GO_FURTHER"
        label={t('course.further')}
        confirm={{ title: t('course.furtherTitle'), body: t('course.furtherBody'), label: t('course.further') }}
        onRun={() => further({ input })}
        onDone={onChange}
      />
      <DialogAction viewerActions={item.courseActions} action="ASK_REOPENING" label={t('course.ask')}>
        {(shut) => (
          <ReopeningForm
            caseId={item.id}
            onDone={() => {
              shut();
              onChange();
            }}
          />
        )}
      </DialogAction>
    </Cluster>
  );
}
