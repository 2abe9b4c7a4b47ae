import { Card, Form, Notice, useForm, useTexts } from '@guildhall/ui';
import { useState, type ReactElement } from 'react';
import type { KeyElection } from './KeysPage.js';
import { KeptKeyFields } from './KeptKeyFields.js';
import { ownPublicKey } from './own-public-key.js';
import { readKeptKey } from './read-kept-key.js';

/** Lets a trustee make sure at any time that they still have the right key; nothing leaves the device. */
export function CheckKept({ election }: { readonly election: KeyElection }): ReactElement {
  const { t } = useTexts();
  const [isFound, setFound] = useState(false);
  const form = useForm({
    initial: { file: '', text: '' },
    submit: async (kept) => {
      setFound(false);
      const read = await readKeptKey(kept, ownPublicKey(election));
      return { result: 'problem' in read ? read.problem : { __typename: 'Checked' } };
    },
    onDone: () => setFound(true),
  });
  return (
    <Card>
      <h2>{t('keys.yours')}</h2>
      <p>{t('keys.yoursLead')}</p>
      <Form form={form} submitLabel={t('keys.check')} submitLook="plain">
        <KeptKeyFields />
      </Form>
      {isFound && <Notice tone="good">{t('keys.checked')}</Notice>}
    </Card>
  );
}
