import { DialogAction, Notice, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { SuspendElectionDocument, VoidElectionDocument } from '../generated/election-steps/graphql.js';
import type { ElectionProps } from './ElectionView.js';
import { WordsForm } from './WordsForm.js';

/** Halting and voiding, each with what it does before the public reason is written. */
export function HaltActions({ election: { id: electionId, viewerActions }, onChange }: ElectionProps): ReactElement {
  const { t } = useTexts();
  const suspend = useGraphMutation(SuspendElectionDocument);
  const annul = useGraphMutation(VoidElectionDocument);
  const finish = (close: () => void) => (): void => {
    close();
    onChange();
  };
  const shared = { name: 'reason', label: t('elections.publicReason'), hint: t('elections.everybodyReads') } as const;
  return (
    <>
      <DialogAction
        {...{ viewerActions }}
        action="SUSPEND"
        look="danger"
        label={t('elections.suspend')}
        title={t('elections.suspendTitle')}
      >
        {(close) => (
          <WordsForm
            {...shared}
            submitLabel={t('elections.suspend')}
            isGrave
            onRun={async (reason) => {
              const { data, problem } = await suspend({ input: { electionId, reason } });
              return { result: data?.suspendElection, problem };
            }}
            onDone={finish(close)}
          >
            <Notice tone="warn">{t('elections.suspendWarning')}</Notice>
          </WordsForm>
        )}
      </DialogAction>
      <DialogAction
        {...{ viewerActions }}
        action="VOID"
        look="danger"
        label={t('elections.void')}
        title={t('elections.voidTitle')}
      >
        {(close) => (
          <WordsForm
            {...shared}
            submitLabel={t('elections.void')}
            isGrave
            onRun={async (reason) => {
              const { data, problem } = await annul({ input: { electionId, reason } });
              return { result: data?.voidElection, problem };
            }}
            onDone={finish(close)}
          >
            <Notice tone="warn">{t('elections.voidWarning')}</Notice>
          </WordsForm>
        )}
      </DialogAction>
    </>
  );
}
