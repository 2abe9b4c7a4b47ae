import type { ReactElement } from 'react';
import { Button, Card, Form, Notice, SoftText, Stack, TextField, useForm, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { changeAddressDocument, confirmAddressDocument } from './notices-documents.js';
import type { ShownSettings } from './shown-settings.js';

/** What changing the address needs; `onDone` hears what was done. */
export type AddressCardProps = {
  readonly settings: ShownSettings;
  readonly onDone: (what: 'sent' | 'confirmed' | 'forgotten') => void;
};

/** Where mail goes. An address counts once its code came back; until then the one before stays. */
export function AddressCard({ settings, onDone }: AddressCardProps): ReactElement {
  const { t } = useTexts();
  const { address, proposedAddress, isUnreachable } = settings;
  return (
    <Card>
      <h2>{t('noticeSettings.addressTitle')}</h2>
      <Stack>
        <p>{address ? t('noticeSettings.addressNow', { address }) : t('noticeSettings.addressNone')}</p>
        {isUnreachable && <Notice tone="warn">{t('noticeSettings.unreachable')}</Notice>}
        {proposedAddress && <CodeForm key={proposedAddress} address={proposedAddress} onDone={onDone} />}
        <AddressForm key={address} settings={settings} onDone={onDone} />
        <SoftText isSmall>{t('noticeSettings.mailSays')}</SoftText>
      </Stack>
    </Card>
  );
}

function AddressForm({ settings, onDone }: AddressCardProps): ReactElement {
  const { t } = useTexts();
  const change = useAction(changeAddressDocument, (data) => data.changeMailAddress);
  const form = useForm({
    initial: { address: settings.proposedAddress ?? settings.address ?? '' },
    submit: ({ address }, idempotencyKey) => change({ input: { address, idempotencyKey } }),
    onDone: () => onDone('sent'),
  });
  const forget = useForm({
    initial: {},
    submit: (_values, idempotencyKey) => change({ input: { idempotencyKey } }),
    onDone: () => onDone('forgotten'),
  });
  return (
    <Form
      form={form}
      submitLabel={t('noticeSettings.sendCode')}
      submitLook="plain"
      secondary={
        settings.address ? (
          <Button look="quiet" isBusy={forget.isBusy} onPress={() => void forget.submit()}>
            {t('noticeSettings.forget')}
          </Button>
        ) : undefined
      }
    >
      <TextField
        name="address"
        label={t('noticeSettings.address')}
        hint={t('noticeSettings.addressHint')}
        type="email"
      />
    </Form>
  );
}

function CodeForm({ address, onDone }: Pick<AddressCardProps, 'onDone'> & { readonly address: string }): ReactElement {
  const { t } = useTexts();
  const confirm = useAction(confirmAddressDocument, (data) => data.confirmMailAddress);
  const form = useForm({
    initial: { code: '' },
    submit: ({ code }) => confirm({ input: { code } }),
    onDone: () => onDone('confirmed'),
  });
  return (
    <Form form={form} submitLabel={t('noticeSettings.confirm')} submitLook="plain">
      <TextField name="code" label={t('noticeSettings.code')} hint={t('noticeSettings.codeHint', { address })} />
    </Form>
  );
}
