import { Card, Form, Notice, useForm, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { OpenBallotsDocument } from '../generated/election-keys/graphql.js';
import type { KeyProps } from './KeysPage.js';
import { KeptKeyFields } from './KeptKeyFields.js';
import { ownPublicKey } from './own-public-key.js';
import { readKeptKey } from './read-kept-key.js';

/** Hands in the private half after the close; whether it is the right one is found on this device, before it is sent. */
export function HandInKey({ election, onChange }: KeyProps): ReactElement {
  const { t } = useTexts();
  const open = useGraphMutation(OpenBallotsDocument);
  const form = useForm({
    initial: { file: '', text: '' },
    submit: async (kept) => {
      const read = await readKeptKey(kept, ownPublicKey(election));
      if ('problem' in read) return { result: read.problem };
      const { data, problem } = await open({ input: { electionId: election.id, privateKey: read.privateKey } });
      return { result: data?.openBallots, problem };
    },
    onDone: onChange,
  });
  return (
    <Card>
      <h2>{t('keys.handIn')}</h2>
      <Form form={form} submitLabel={t('keys.handInNow')}>
        <Notice tone="warn">{t('keys.handInWarning')}</Notice>
        <KeptKeyFields />
      </Form>
    </Card>
  );
}
