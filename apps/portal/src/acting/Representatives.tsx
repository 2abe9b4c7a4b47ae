import type { ReactElement } from 'react';
import {
  ActionButton,
  campusInstant,
  Card,
  DateTimeText,
  RadioField,
  SoftText,
  TextField,
  useTexts,
  useWebConfig,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { Row, Rows } from '../parts/Rows.js';
import { nameRepresentativeDocument, withdrawRepresentativeDocument, type ActingCase } from './acting-documents.js';

type Props = {
  readonly caseId: string;
  readonly representatives: ActingCase['representatives'];
  readonly accessActions: ActingCase['accessActions'];
  readonly onChange: () => void;
};

const scopes = ['READ', 'READ_AND_WRITE'] as const;

/** Whom the student lets act on the case, with dates, and the way to let somebody or to end it at once. */
export function Representatives({ caseId, representatives, accessActions, onChange }: Props): ReactElement {
  const { t } = useTexts();
  const withdraw = useAction(withdrawRepresentativeDocument, (data) => data.withdrawRepresentative);
  return (
    <Card>
      <h2>{t('acting.title')}</h2>
      <SoftText>{t('acting.lead')}</SoftText>
      <Rows>
        {representatives.map((one) => (
          <Row key={one.id}>
            <div>
              <strong>{one.name ?? t('case.erased')}</strong>
              <SoftText isSmall>
                {t(`acting.scope.${one.scope}`)} · {one.withdrawnAt ? t('acting.ended') : t('acting.until')}{' '}
                <DateTimeText instant={one.withdrawnAt ?? one.endsAt} show="day" />
              </SoftText>
            </div>
            <ActionButton
              viewerActions={one.viewerActions}
              action="WITHDRAW"
              look="danger"
              label={t('acting.withdraw')}
              confirm={{
                title: t('acting.withdrawTitle'),
                body: t('acting.withdrawBody'),
                label: t('acting.withdraw'),
              }}
              onRun={() => withdraw({ input: { representativeId: one.id } })}
              onDone={onChange}
            />
          </Row>
        ))}
      </Rows>
      <NameForm {...{ caseId, accessActions, onChange }} />
    </Card>
  );
}

function NameForm({ caseId, accessActions, onChange }: Omit<Props, 'representatives'>): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const name = useAction(nameRepresentativeDocument, (data) => data.nameRepresentative);
  return (
    <FormAction
      viewerActions={accessActions}
      action="NAME_REPRESENTATIVE"
      label={t('acting.name')}
      lead={t('acting.nameLead')}
      initial={{ subject: '', scope: 'READ', endsAt: '' }}
      onRun={({ subject, scope, endsAt }, idempotencyKey) =>
        name({
          input: {
            caseId,
            subject,
            scope: scopes.find((each) => each === scope) ?? 'READ',
            endsAt: endsAt === '' ? new Date(0).toISOString() : campusInstant(endsAt, campusZone, 1),
            idempotencyKey,
          },
        })
      }
      onDone={onChange}
    >
      <TextField name="subject" label={t('acting.subject')} hint={t('acting.subjectHint')} />
      <RadioField
        name="scope"
        label={t('acting.scopeLabel')}
        options={scopes.map((value) => ({ value, label: t(`acting.scope.${value}`) }))}
      />
      <TextField name="endsAt" type="date" label={t('acting.endsAt')} hint={t('acting.endsAtHint')} />
    </FormAction>
  );
}
