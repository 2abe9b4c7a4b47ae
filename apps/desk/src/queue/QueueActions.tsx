import { ActionButton, DialogAction, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { AskEmergency } from '../emergency/AskEmergency.js';
import type { QueueEntryFragment } from '../generated/queue/graphql.js';
import { AcknowledgeCaseDocument, SignpostCaseDocument } from '../generated/queue/graphql.js';
import { TriageForm } from './TriageForm.js';
import { AssignForm } from './AssignForm.js';

/** The case to act on, and what follows. */
export type QueueActionsProps = {
  readonly entry: QueueEntryFragment;
  readonly onDone: () => void;
};

/** What whoever shares out the work may do to a case now. */
export function QueueActions({ entry, onDone }: QueueActionsProps): ReactElement {
  const { t } = useTexts();
  const acknowledge = useGraphMutation(AcknowledgeCaseDocument);
  const signpost = useGraphMutation(SignpostCaseDocument);
  const { viewerActions, id: caseId } = entry;
  const finish = (close: () => void) => () => {
    close();
    onDone();
  };
  return (
    <>
      <ActionButton
        {...{ viewerActions, onDone }}
        action="ACKNOWLEDGE"
        label={t('queue.acknowledge')}
        onRun={async () => {
          const { data, problem } = await acknowledge({ input: { caseId } });
          return { result: data?.acknowledgeCase, problem };
        }}
      />
      <DialogAction {...{ viewerActions }} action="TRIAGE" label={t('queue.triage')}>
        {(close) => <TriageForm entry={entry} onDone={finish(close)} />}
      </DialogAction>
      <DialogAction
        {...{ viewerActions }}
        action="ASSIGN"
        label={t(entry.assignee ? 'queue.reassign' : 'queue.assign')}
      >
        {(close) => <AssignForm entry={entry} onDone={finish(close)} />}
      </DialogAction>
      <ActionButton
        {...{ viewerActions, onDone }}
        action="SIGNPOST"
        label={t('queue.signpost')}
        look="quiet"
        confirm={{ title: t('queue.signpostTitle'), body: t('queue.signpostBody'), label: t('queue.signpostYes') }}
        onRun={async () => {
          const { data, problem } = await signpost({ input: { caseId } });
          return { result: data?.signpostCase, problem };
        }}
      />
      <AskEmergency caseId={caseId} />
    </>
  );
}
