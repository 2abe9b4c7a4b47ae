import { useRef, type ReactElement } from 'react';
import { Form, Stack, TextField, useForm, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { selfCheckInDocument } from './door-documents.js';

/** Types the code that the door shows. The same attempt has the same name until it was answered. */
export function SelfCheckIn({
  activityId,
  onDone,
}: {
  readonly activityId: string;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const nonce = useRef<string>(undefined);
  const check = useAction(selfCheckInDocument, (data) => data.selfCheckIn);
  const form = useForm({
    initial: { code: '' },
    submit: async ({ code }) => {
      nonce.current ??= crypto.randomUUID();
      const outcome = await check({ input: { activityId, code, nonce: nonce.current } });
      if (outcome.problem === undefined) nonce.current = undefined;
      return outcome;
    },
    onDone,
  });
  return (
    <Stack>
      <h3>{t('pass.selfTitle')}</h3>
      <Form form={form} submitLabel={t('pass.selfSend')} submitLook="plain">
        <TextField name="code" label={t('pass.code')} hint={t('pass.selfLead')} autoComplete="one-time-code" />
      </Form>
    </Stack>
  );
}
