import type { ReactElement } from 'react';
import { ActionButton, Cluster, Notice, StatusBadge, TextAreaField, TextField, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { Prose, Row } from '../parts/Rows.js';
import { judgeDocument, provideDocument } from './prepare-documents.js';
import type { Prepared } from './PreparePart.js';

type Item = NonNullable<Prepared['approval']>['evidence'][number];

const tones = { MISSING: 'warn', GIVEN: 'info', ACCEPTED: 'good', RETURNED: 'danger' } as const;

/** One kind of evidence: what is said, where it stands, and what can be done. */
export function EvidenceRow({
  activityId,
  item,
  onChange,
}: {
  readonly activityId: string;
  readonly item: Item;
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTexts();
  const { kind, status, statement, link, note, viewerActions } = item;
  return (
    <Row>
      <div>
        <Cluster>
          <strong>{t(`evidence.${kind}`)}</strong>
          <StatusBadge tone={tones[status]}>{t(`approval.status.${status}`)}</StatusBadge>
        </Cluster>
        {statement !== null && <Prose>{statement}</Prose>}
        {typeof link === 'string' && (
          <p>
            <a href={link} rel="noreferrer">
              {link}
            </a>
          </p>
        )}
        {note !== null && <Notice tone="warn">{note}</Notice>}
        <Judge {...{ activityId, kind, viewerActions, onChange }} />
        <Provide {...{ activityId, item, onChange }} />
      </div>
    </Row>
  );
}

function Provide({
  activityId,
  item: { kind, statement, link, viewerActions },
  onChange,
}: {
  readonly activityId: string;
  readonly item: Item;
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTexts();
  const provide = useAction(provideDocument, (data) => data.provideEvidence);
  const label = t(statement === null ? 'approval.provide' : 'approval.provideAnew');
  return (
    <FormAction
      viewerActions={viewerActions}
      action="PROVIDE"
      label={label}
      title={t(`evidence.${kind}`)}
      lead={t(`evidenceHint.${kind}`)}
      initial={{ statement: statement ?? '', link: link ?? '' }}
      onRun={(values) => provide({ input: { activityId, kind, ...values } })}
      onDone={onChange}
    >
      <TextAreaField name="statement" label={t('approval.statement')} rows={6} />
      <TextField name="link" label={t('approval.link')} hint={t('approval.linkHint')} isOptional />
    </FormAction>
  );
}

function Judge({
  activityId,
  kind,
  viewerActions,
  onChange,
}: Pick<Item, 'kind' | 'viewerActions'> & {
  readonly activityId: string;
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTexts();
  const judge = useAction(judgeDocument, (data) => data.judgeEvidence);
  return (
    <Cluster>
      <ActionButton
        viewerActions={viewerActions}
        action="ACCEPT"
        label={t('approval.accept')}
        onRun={() => judge({ input: { activityId, kind, isAccepted: true } })}
        onDone={onChange}
      />
      <FormAction
        viewerActions={viewerActions}
        action="RETURN"
        label={t('approval.return')}
        initial={{ note: '' }}
        onRun={({ note }) => judge({ input: { activityId, kind, isAccepted: false, note } })}
        onDone={onChange}
      >
        <TextAreaField name="note" label={t('approval.note')} hint={t('organiser.reasonHint')} rows={4} />
      </FormAction>
    </Cluster>
  );
}
