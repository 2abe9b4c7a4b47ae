import { ActionButton, Card, Cluster, DialogAction, Notice, SoftText, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { SignpostConflictDocument } from '../generated/oversight/graphql.js';
import { AssignForm } from '../queue/AssignForm.js';
import type { WatchedCaseProps } from './OversightPage.js';

/** On which side names of the case stand in another one, never in which, and the two ways on. */
export function ConflictCard({ entry, onDone }: WatchedCaseProps): ReactElement | null {
  const { t } = useTexts();
  const signpost = useGraphMutation(SignpostConflictDocument);
  const { id: caseId, viewerActions, conflictSides, status } = entry;
  if (conflictSides.length === 0) return null;
  return (
    <Card>
      <h2>{t('conflict.title')}</h2>
      {status === 'CONFLICT' && <Notice tone="warn">{t('conflict.decide')}</Notice>}
      <ul>
        {conflictSides.map((side) => (
          <li key={side}>{t(`conflictSide.${side}`)}</li>
        ))}
      </ul>
      <SoftText>{t('conflict.lead')}</SoftText>
      <Cluster>
        <DialogAction {...{ viewerActions }} action="ASSIGN" label={t('conflict.assign')}>
          {(shut) => (
            <AssignForm
              entry={entry}
              onDone={() => {
                shut();
                onDone();
              }}
            />
          )}
        </DialogAction>
        <ActionButton
          {...{ viewerActions, onDone }}
          action="SIGNPOST"
          label={t('queue.signpost')}
          confirm={{ title: t('queue.signpostTitle'), body: t('queue.signpostBody'), label: t('queue.signpostYes') }}
          onRun={async () => {
            const { data, problem } = await signpost({ input: { caseId } });
            return { result: data?.signpostCase, problem };
          }}
        />
      </Cluster>
    </Card>
  );
}
