import { ActionButton, Cluster, DialogAction, StatusBadge, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { JudgeEvidenceDocument } from '../generated/approval-forms/graphql.js';
import type { WaitingActivityFragment } from '../generated/approvals/graphql.js';
import { ReasonForm } from './ReasonForm.js';

type Item = NonNullable<WaitingActivityFragment['approval']>['evidence'][number];

const tones = { MISSING: 'warn', GIVEN: 'info', ACCEPTED: 'good', RETURNED: 'danger' } as const;

/** The evidence of an activity, judged item by item. */
export function EvidenceList({
  activityId,
  evidence,
  onDone,
}: {
  readonly activityId: string;
  readonly evidence: readonly Item[];
  readonly onDone: () => void;
}): ReactElement | null {
  const { t } = useTexts();
  if (evidence.length === 0) return null;
  return (
    <>
      <h3>{t('approvals.evidence')}</h3>
      {evidence.map((item) => (
        <section key={item.kind}>
          <Cluster>
            <strong>{t(`evidence.${item.kind}`)}</strong>
            <StatusBadge tone={tones[item.status]}>{t(`approvals.status.${item.status}`)}</StatusBadge>
          </Cluster>
          {item.statement !== null && <p>{item.statement}</p>}
          {typeof item.link === 'string' && (
            <a href={item.link} rel="noreferrer">
              {item.link}
            </a>
          )}
          {item.note !== null && <p>{item.note}</p>}
          <Judge activityId={activityId} item={item} onDone={onDone} />
        </section>
      ))}
    </>
  );
}

function Judge({
  activityId,
  item: { kind, viewerActions },
  onDone,
}: {
  readonly activityId: string;
  readonly item: Item;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const judge = useGraphMutation(JudgeEvidenceDocument);
  const name = t(`evidence.${kind}`);
  return (
    <Cluster>
      <ActionButton
        viewerActions={viewerActions}
        action="ACCEPT"
        label={t('approvals.accept', { name })}
        onRun={async () => {
          const { data, problem } = await judge({ input: { activityId, kind, isAccepted: true } });
          return { result: data?.judgeEvidence, problem };
        }}
        onDone={onDone}
      />
      <DialogAction viewerActions={viewerActions} action="RETURN" label={t('approvals.return', { name })}>
        {(close) => (
          <ReasonForm
            name="note"
            label={t('approvals.missing')}
            submitLabel={t('approvals.return', { name })}
            onRun={async (note) => {
              const { data, problem } = await judge({ input: { activityId, kind, isAccepted: false, note } });
              return { result: data?.judgeEvidence, problem };
            }}
            onDone={() => {
              close();
              onDone();
            }}
          />
        )}
      </DialogAction>
    </Cluster>
  );
}
