import type { ReactElement } from 'react';
import { ActionButton, Cluster, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import {
  publishDocument,
  retireDocument,
  sendBackDocument,
  submitDocument,
  type ShownVersion,
} from './edit-documents.js';

type VersionActionsProps = { readonly version: ShownVersion; readonly onChange: () => void };

/** What the viewer may do to a version: hand it over, give it back, publish it, close it. */
export function VersionActions({ version, onChange }: VersionActionsProps): ReactElement {
  const { t } = useTexts();
  const input = { quizVersionId: version.id };
  const submit = useAction(submitDocument, (data) => data.submitQuizVersion);
  const sendBack = useAction(sendBackDocument, (data) => data.sendBackQuizVersion);
  const publish = useAction(publishDocument, (data) => data.publishQuizVersion);
  const retire = useAction(retireDocument, (data) => data.retireQuizVersion);
  const of = { viewerActions: version.viewerActions, onDone: onChange };
  return (
    <Cluster>
      <ActionButton
        {...of}
        action="PUBLISH"
        look="primary"
        label={t('quizEdit.publish')}
        confirm={{ title: t('quizEdit.publishTitle'), body: t('quizEdit.publishBody') }}
        onRun={() => publish({ input })}
      />
      <ActionButton {...of} action="SEND_BACK" label={t('quizEdit.sendBack')} onRun={() => sendBack({ input })} />
      <ActionButton {...of} action="SUBMIT" label={t('quizEdit.submit')} onRun={() => submit({ input })} />
      <ActionButton
        {...of}
        action="RETIRE"
        look="danger"
        label={t('quizEdit.retire')}
        confirm={{ title: t('quizEdit.retireTitle'), body: t('quizEdit.retireBody') }}
        onRun={() => retire({ input })}
      />
    </Cluster>
  );
}
