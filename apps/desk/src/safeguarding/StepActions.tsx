import { ActionButton, Cluster, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import {
  ConfirmSafeguardingStepDocument,
  DeclineSafeguardingStepDocument,
  TakeSafeguardingStepDocument,
  TellSafeguardingStepDocument,
} from '../generated/safeguarding/graphql.js';
import type { StepCardProps } from './StepCard.js';

/** What the viewer may do to a step now; the one who proposed it never confirms it. */
export function StepActions({ step: { id: stepId, viewerActions }, onDone }: StepCardProps): ReactElement {
  const { t } = useTexts();
  const confirm = useGraphMutation(ConfirmSafeguardingStepDocument);
  const decline = useGraphMutation(DeclineSafeguardingStepDocument);
  const take = useGraphMutation(TakeSafeguardingStepDocument);
  const tell = useGraphMutation(TellSafeguardingStepDocument);
  const ask = (action: string) => ({
    title: t(`safeguarding.${action}Title`),
    body: t(`safeguarding.${action}Body`),
    label: t(`safeguarding.${action}`),
  });
  return (
    <Cluster>
      <ActionButton
        {...{ viewerActions, onDone }}
        action="CONFIRM"
        label={t('safeguarding.confirm')}
        look="primary"
        confirm={ask('confirm')}
        onRun={async () => {
          const { data, problem } = await confirm({ input: { stepId } });
          return { result: data?.confirmSafeguardingStep, problem };
        }}
      />
      <ActionButton
        {...{ viewerActions, onDone }}
        action="DECLINE"
        label={t('safeguarding.decline')}
        confirm={ask('decline')}
        onRun={async () => {
          const { data, problem } = await decline({ input: { stepId } });
          return { result: data?.declineSafeguardingStep, problem };
        }}
      />
      <ActionButton
        {...{ viewerActions, onDone }}
        action="TAKE"
        label={t('safeguarding.take')}
        look="primary"
        confirm={ask('take')}
        onRun={async () => {
          const { data, problem } = await take({ input: { stepId } });
          return { result: data?.takeSafeguardingStep, problem };
        }}
      />
      <ActionButton
        {...{ viewerActions, onDone }}
        action="TELL"
        label={t('safeguarding.tell')}
        confirm={ask('tell')}
        onRun={async () => {
          const { data, problem } = await tell({ input: { stepId } });
          return { result: data?.tellSafeguardingStep, problem };
        }}
      />
    </Cluster>
  );
}
