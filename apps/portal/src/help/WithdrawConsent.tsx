import type { ReactElement } from 'react';
import { ActionButton, CheckboxField, useTexts } from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import type { ShownReferral } from './case-document.js';

const withdrawDocument = graphql(`
  mutation WithdrawReferralConsent($input: WithdrawReferralConsentInput!) {
    withdrawReferralConsent(input: $input) {
      __typename
    }
  }
`);

type WithdrawProps = { readonly referral: ShownReferral; readonly onChange: () => void };

/** Takes consent back. Of a matter that was sent on, it is asked whether the later departments keep what they were shown. */
export function WithdrawConsent({ referral, onChange }: WithdrawProps): ReactElement | null {
  const { t } = useTexts();
  const withdraw = useAction(withdrawDocument, (data) => data.withdrawReferralConsent);
  const { id: referralId, status, viewerActions, response } = referral;
  const department = referral.department?.name ?? t('referral.department');
  const label = status === 'DRAFTED' ? t('referral.refuse') : t('referral.withdraw');
  const title = status === 'DRAFTED' ? t('referral.refuseTitle') : t('referral.withdrawTitle');
  const body = t('referral.withdrawBody', { department });
  if (response?.decision !== 'REDIRECT')
    return (
      <ActionButton
        viewerActions={viewerActions}
        action="WITHDRAW"
        look="danger"
        label={label}
        confirm={{ title, body, label }}
        onRun={() => withdraw({ input: { referralId } })}
        onDone={onChange}
      />
    );
  return (
    <FormAction
      viewerActions={viewerActions}
      action="WITHDRAW"
      look="danger"
      label={label}
      title={title}
      lead={body}
      initial={{ keepRedirected: false }}
      onRun={({ keepRedirected }) => withdraw({ input: { referralId, keepRedirected } })}
      onDone={onChange}
    >
      <CheckboxField name="keepRedirected" label={t('referral.keepRedirected')} />
    </FormAction>
  );
}
