import {
  ActionButton,
  Card,
  Cluster,
  DialogAction,
  Notice,
  SoftText,
  Stack,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { lazy } from 'react';
import { FlagCaseDocument, UnflagCaseDocument } from '../generated/file-side/graphql.js';
import { StepCard } from '../safeguarding/StepCard.js';
import type { FileSideProps } from './FileSidePage.js';

const ProposeStepForm = lazy(async () => ({
  default: (await import('../safeguarding/ProposeStepForm.js')).ProposeStepForm,
}));

/** Whether somebody is in danger, and the steps outside without consent that two persons answer for. */
export function ProtectionCard({ item, onDone }: FileSideProps): ReactElement {
  const { t } = useTexts();
  const flag = useGraphMutation(FlagCaseDocument);
  const unflag = useGraphMutation(UnflagCaseDocument);
  const { id: caseId, viewerActions, flaggedAt, safeguardingSteps } = item;
  return (
    <Card>
      <h2>{t('safeguarding.title')}</h2>
      {flaggedAt ? (
        <Notice tone="warn">{t('safeguarding.flagged')}</Notice>
      ) : (
        <SoftText>{t('safeguarding.notFlagged')}</SoftText>
      )}
      <Stack>
        {safeguardingSteps.map((step) => (
          <StepCard key={step.id} {...{ step, onDone }} />
        ))}
      </Stack>
      <Cluster>
        <ActionButton
          {...{ viewerActions, onDone }}
          action="FLAG"
          label={t('safeguarding.flag')}
          onRun={async () => {
            const { data, problem } = await flag({ input: { caseId } });
            return { result: data?.flagCase, problem };
          }}
        />
        <ActionButton
          {...{ viewerActions, onDone }}
          action="UNFLAG"
          label={t('safeguarding.unflag')}
          onRun={async () => {
            const { data, problem } = await unflag({ input: { caseId } });
            return { result: data?.unflagCase, problem };
          }}
        />
        <DialogAction {...{ viewerActions }} action="PROPOSE_STEP" label={t('safeguarding.propose')}>
          {(shut) => (
            <ProposeStepForm
              caseId={caseId}
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
