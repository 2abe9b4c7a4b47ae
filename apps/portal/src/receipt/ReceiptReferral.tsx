import type { ReactElement } from 'react';
import {
  ActionButton,
  Card,
  CheckboxesField,
  Form,
  SoftText,
  useForm,
  useReferralFieldNames,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { Facts } from '../parts/Facts.js';
import { Prose } from '../parts/Rows.js';
import { StatusWord } from '../parts/StatusWord.js';
import { consentByReceiptDocument, withdrawConsentByReceiptDocument, type ShownReceipt } from './receipt-documents.js';

type Props = {
  readonly code: string;
  readonly referral: ShownReceipt['referrals'][number];
  readonly onChange: () => void;
};

/** A request to a department in an anonymous case: what it may see is decided with the code, item by item. */
export function ReceiptReferral({ code, referral, onChange }: Props): ReactElement {
  const { t } = useTexts();
  const { wordsOf } = useReferralFieldNames();
  const department = referral.department ?? t('referral.department');
  const withdraw = useAction(withdrawConsentByReceiptDocument, (data) => data.withdrawConsentByReceipt);
  const seen = referral.fields.filter(({ consented }) => consented);
  return (
    <Card>
      <h2>{t('referral.title', { department })}</h2>
      <StatusWord family="referral" status={referral.status} />
      {referral.viewerActions.includes('CONSENT') ? (
        <Consent {...{ code, referral, onChange, department }} />
      ) : (
        seen.length > 0 && (
          <Facts
            facts={seen.map(({ name, value }) => ({
              name: wordsOf(name) ?? t('case.erased'),
              value: value ?? t('case.erased'),
            }))}
          />
        )
      )}
      {referral.answer && (
        <>
          <h3>{t('referral.answer', { department })}</h3>
          <Prose>{referral.answer}</Prose>
        </>
      )}
      {referral.status === 'WITHDRAWN' && <SoftText>{t('referral.seesNothing')}</SoftText>}
      <ActionButton
        viewerActions={referral.viewerActions}
        action="WITHDRAW"
        look="danger"
        label={referral.status === 'DRAFTED' ? t('referral.refuse') : t('referral.withdraw')}
        confirm={{ title: t('referral.withdrawTitle'), body: t('referral.withdrawBody', { department }) }}
        onRun={() => withdraw({ input: { code, referralId: referral.id } })}
        onDone={onChange}
      />
    </Card>
  );
}

function Consent({ code, referral, onChange, department }: Props & { readonly department: string }): ReactElement {
  const { t } = useTexts();
  const { wordsOf } = useReferralFieldNames();
  const consent = useAction(consentByReceiptDocument, (data) => data.consentByReceipt);
  const chosen: readonly string[] = referral.fields.filter((field) => field.consented).map(({ id }) => id);
  const form = useForm({
    initial: { fieldIds: chosen },
    submit: ({ fieldIds }) => consent({ input: { code, referralId: referral.id, fieldIds } }),
    onDone: onChange,
  });
  const now = form.values['fieldIds'];
  return (
    <Form form={form} submitLabel={t('referral.consent', { count: typeof now === 'object' ? now.length : 0 })}>
      <CheckboxesField
        name="fieldIds"
        label={t('referral.choose', { department })}
        hint={t('referral.chooseHint')}
        options={referral.fields.map((field) => ({
          value: field.id,
          label: `${wordsOf(field.name) ?? t('case.erased')}: ${field.value ?? ''}`,
        }))}
      />
    </Form>
  );
}
