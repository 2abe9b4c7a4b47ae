import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  SoftText,
  Stack,
  Timeline,
  useTexts,
  type TimelineStep,
} from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { ProgressBar } from '../parts/Rows.js';
import { StatusWord } from '../parts/StatusWord.js';
import type { ShownEnrolment, ShownStep } from './path-document.js';

const startDocument = graphql(`
  mutation StartStep($input: StartStepInput!) {
    startStep(input: $input) {
      __typename
    }
  }
`);

const completeDocument = graphql(`
  mutation CompleteStep($input: CompleteStepInput!) {
    completeStep(input: $input) {
      __typename
    }
  }
`);

const dropDocument = graphql(`
  mutation DropEnrolment($input: DropEnrolmentInput!) {
    dropEnrolment(input: $input) {
      __typename
    }
  }
`);

type EnrolledProps = { readonly enrolment: ShownEnrolment; readonly onChange: () => void };

/** The steps of a path the viewer is on, with what can be done about the open one. */
export function Enrolled({ enrolment, onChange }: EnrolledProps): ReactElement {
  const { t } = useTexts();
  const drop = useAction(dropDocument, (data) => data.dropEnrolment);
  const { steps, status } = enrolment;
  const passed = steps.filter((step) => step.status === 'PASSED').length;
  const current = steps.find((step) => step.status !== 'PASSED' && step.status !== 'LOCKED');
  return (
    <Card>
      <Cluster>
        <StatusWord family="enrolment" status={status} />
        <span>{t('learning.passed', { passed, of: steps.length })}</span>
      </Cluster>
      <ProgressBar label={t('learning.progress')} value={passed} max={steps.length} />
      <Timeline
        steps={steps.map((progress) => ({
          key: progress.step.id,
          title: progress.step.title,
          state: stateOf(progress, current),
          detail: <StepDetail progress={progress} enrolmentId={enrolment.id} onChange={onChange} />,
        }))}
      />
      <Cluster>
        <ActionButton
          viewerActions={enrolment.viewerActions}
          action="DROP"
          look="quiet"
          label={t('path.drop')}
          confirm={{ title: t('path.dropTitle'), body: t('path.dropBody'), label: t('path.drop') }}
          onRun={() => drop({ input: { enrolmentId: enrolment.id } })}
          onDone={onChange}
        />
      </Cluster>
    </Card>
  );
}

function stateOf(progress: ShownStep, current: ShownStep | undefined): TimelineStep['state'] {
  if (progress.status === 'PASSED') return 'done';
  return progress.step.id === current?.step.id ? 'now' : 'next';
}

type DetailProps = { readonly progress: ShownStep; readonly enrolmentId: string; readonly onChange: () => void };

function StepDetail({ progress, enrolmentId, onChange }: DetailProps): ReactElement {
  const { t } = useTexts();
  const { step, status, passedAt, viewerActions } = progress;
  const start = useAction(startDocument, (data) => data.startStep);
  const complete = useAction(completeDocument, (data) => data.completeStep);
  const input = { enrolmentId, stepId: step.id };
  const isOpen = status !== 'PASSED' && status !== 'LOCKED';
  return (
    <Stack gap="small">
      <span>
        {t(`stepKind.${step.kind}`)}
        {step.activityKind && `: ${t(`activityKind.${step.activityKind}`)}`} · {t(`status.step.${status}`)}
        {passedAt && (
          <>
            {' '}
            <DateTimeText instant={passedAt} show="day" />
          </>
        )}
      </span>
      {step.resource && (
        <Link to="/library/$resourceId" params={{ resourceId: step.resource.id }}>
          {step.resource.title}
        </Link>
      )}
      {isOpen && step.kind === 'ATTEND' && (
        <>
          <SoftText isSmall>{t('path.attend')}</SoftText>
          <Link to="/activities" search={step.activityKind ? { kind: step.activityKind } : {}}>
            {t('path.findActivity')}
          </Link>
        </>
      )}
      <Cluster>
        <ActionButton
          viewerActions={viewerActions}
          action="START"
          label={t('path.start')}
          onRun={() => start({ input })}
          onDone={onChange}
        />
        <ActionButton
          viewerActions={viewerActions}
          action="COMPLETE"
          look="primary"
          label={t(`path.complete.${step.kind}`)}
          onRun={() => complete({ input })}
          onDone={onChange}
        />
      </Cluster>
    </Stack>
  );
}
