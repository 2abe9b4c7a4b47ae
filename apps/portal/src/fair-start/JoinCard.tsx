import { useState, type ReactElement } from 'react';
import { Card, Form, SoftText, TextField, useForm, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { joinDocument } from './fair-start-documents.js';

/** Joins a party by its invitation; a link that was passed on fills it in. */
export function JoinCard({ onChange }: { readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  const [invited] = useState(() => window.location.hash.slice(1));
  const join = useAction(joinDocument, (data) => data.joinParty);
  const form = useForm({
    initial: { inviteCode: invited },
    // Somebody may paste the whole link.
    submit: ({ inviteCode }, idempotencyKey) =>
      join({ input: { inviteCode: inviteCode.slice(inviteCode.lastIndexOf('#') + 1).trim(), idempotencyKey } }),
    onDone: onChange,
  });
  return (
    <Card>
      <h2>{t('fairStart.joinTitle')}</h2>
      <SoftText>{t('fairStart.joinLead')}</SoftText>
      <Form form={form} submitLabel={t('fairStart.join')} submitLook={invited === '' ? 'plain' : 'primary'}>
        <TextField name="inviteCode" label={t('fairStart.inviteCode')} hint={t('fairStart.inviteHint')} />
      </Form>
    </Card>
  );
}
