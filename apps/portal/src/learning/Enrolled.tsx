import type { ReactElement } from 'react';
import { ActionButton, Card, Cluster, Stack, Timeline, useTexts, type TimelineStep } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { ProgressBar } from '../parts/Rows.js';
import { StatusWord } from '../parts/StatusWord.js';
import type { ShownEnrolment, ShownStep } from './path-document.js';
import { dropDocument } from './step-documents.js';
import { StepDetail } from './StepDetail.js';
import { StepMap } from './StepMap.js';
import { UpgradePart } from './UpgradePart.js';

type EnrolledProps = { readonly enrolment: ShownEnrolment; readonly onChange: () => void };

/** The steps of a path the viewer is on, as a map and one by one, with what can be done about the open ones. */
export function Enrolled({ enrolment, onChange }: EnrolledProps): ReactElement {
  const { t } = useTexts();
  const drop = useAction(dropDocument, (data) => data.dropEnrolment);
  const { steps, status } = enrolment;
  const passed = steps.filter((step) => step.status === 'PASSED').length;
  const current = steps.find((step) => step.status !== 'PASSED' && step.status !== 'LOCKED');
  return (
    <Stack>
      {enrolment.upgrade && <UpgradePart enrolment={enrolment} upgrade={enrolment.upgrade} onChange={onChange} />}
      <Card>
        <Cluster>
          <StatusWord family="enrolment" status={status} />
          <span>{t('learning.passed', { passed, of: steps.length })}</span>
        </Cluster>
        <ProgressBar label={t('learning.progress')} value={passed} max={steps.length} />
        <StepMap steps={steps} />
      </Card>
      <Card>
        <h2>{t('path.steps')}</h2>
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
    </Stack>
  );
}

function stateOf(progress: ShownStep, current: ShownStep | undefined): TimelineStep['state'] {
  if (progress.status === 'PASSED') return 'done';
  return progress.step.id === current?.step.id ? 'now' : 'next';
}
