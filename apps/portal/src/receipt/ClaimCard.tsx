import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Card, Form, TextField, useForm, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { claimCaseDocument } from './receipt-documents.js';

/** Turns the anonymous case of a code into the viewer's own named one. */
export function ClaimCard({ code }: { readonly code: string }): ReactElement {
  const { t } = useTexts();
  const navigate = useNavigate();
  const claim = useAction(claimCaseDocument, (data) => data.claimCase);
  const form = useForm({
    initial: { contactName: '' },
    submit: ({ contactName }) => claim({ input: { code, contactName } }),
    onDone: (result) => {
      if (result.__typename === 'ClaimCaseSuccess')
        void navigate({ to: '/help/$caseId', params: { caseId: result.case.id } });
    },
  });
  return (
    <Card>
      <h2>{t('receipt.claim')}</h2>
      <p>{t('receipt.claimLead')}</p>
      <Form form={form} submitLabel={t('receipt.claim')} submitLook="plain">
        <TextField
          name="contactName"
          label={t('receipt.contactName')}
          hint={t('receipt.contactNameHint')}
          autoComplete="name"
        />
      </Form>
    </Card>
  );
}
