import { Button, Form, useForm, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { RegisterTrusteeKeyDocument } from '../generated/election-keys/graphql.js';
import type { KeyProps } from './KeysPage.js';
import { KeptKeyFields } from './KeptKeyFields.js';
import type { MadeKey } from './MakeKey.js';
import { readKeptKey } from './read-kept-key.js';

/** Asks for what was kept, and gives the public half only when it is the right key: a lost one would close the ballots for good. */
export function ProveKept({
  election: { id: electionId },
  made: { publicKey },
  onChange,
  onBack,
}: KeyProps & { readonly made: MadeKey; readonly onBack: () => void }): ReactElement {
  const { t } = useTexts();
  const register = useGraphMutation(RegisterTrusteeKeyDocument);
  const form = useForm({
    initial: { file: '', text: '' },
    submit: async (kept) => {
      const read = await readKeptKey(kept, publicKey);
      if ('problem' in read) return { result: read.problem };
      const { data, problem } = await register({ input: { electionId, publicKey } });
      return { result: data?.registerTrusteeKey, problem };
    },
    onDone: onChange,
  });
  return (
    <Form
      form={form}
      submitLabel={t('keys.register')}
      secondary={
        <Button look="quiet" onPress={onBack}>
          {t('keys.showAgain')}
        </Button>
      }
    >
      <p>{t('keys.proveLead')}</p>
      <KeptKeyFields />
    </Form>
  );
}
