import type { ReactElement } from 'react';
import { Notice } from '../blocks/Notice.js';
import type { Outcome } from '../blocks/ResultNotice.js';
import { Stack } from '../blocks/Layout.js';
import { CheckboxesField, RadioField, SelectField } from '../forms/ChoiceField.js';
import { Form } from '../forms/Form.js';
import { TextField } from '../forms/TextField.js';
import { useForm } from '../forms/use-form.js';
import { useTexts } from '../texts/texts.js';
import { noticeKinds, type InboxSettingsInput, type ShownInbox, type ShownInboxSettings } from './shown-inbox.js';

/** What changing the settings of an inbox needs. */
export type InboxSettingsProps = {
  readonly inbox: ShownInbox;
  readonly settings: ShownInboxSettings;
  readonly onChange: (input: InboxSettingsInput) => Promise<Outcome>;
  readonly onDone: () => void;
};

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));

/** Changes where, about what and when mail is sent; what mail says is told beside it. */
export function InboxSettingsForm({ inbox, settings, onChange, onDone }: InboxSettingsProps): ReactElement {
  const { t } = useTexts();
  const form = useForm({
    initial: {
      address: settings.address ?? '',
      mailKinds: settings.mailKinds,
      quietFrom: String(settings.quietFrom),
      quietUntil: String(settings.quietUntil),
      language: settings.language,
    },
    submit: ({ address, mailKinds, quietFrom, quietUntil, language }) =>
      onChange({
        inboxId: inbox.id,
        address,
        mailKinds: noticeKinds.filter((kind) => mailKinds.includes(kind)),
        quietFrom: Number(quietFrom),
        quietUntil: Number(quietUntil),
        language: language === 'ZH_CN' ? 'ZH_CN' : 'EN',
      }),
    onDone,
  });
  return (
    <Stack>
      <p>{t('inbox.mailSays')}</p>
      {settings.isStopped && <Notice tone="warn">{t('inbox.stopped')}</Notice>}
      <Form form={form}>
        <TextField name="address" label={t('inbox.address')} hint={t('inbox.addressHint')} type="email" isOptional />
        <CheckboxesField
          name="mailKinds"
          label={t('inbox.kinds')}
          options={noticeKinds.map((value) => ({ value, label: t(`inbox.kind.${value}`) }))}
        />
        <SelectField name="quietFrom" label={t('inbox.quietFrom')} hint={t('inbox.quietHint')} options={hours} />
        <SelectField name="quietUntil" label={t('inbox.quietUntil')} options={hours} />
        <RadioField
          name="language"
          label={t('inbox.language')}
          options={[
            { value: 'EN', label: 'English' },
            { value: 'ZH_CN', label: '简体中文' },
          ]}
        />
      </Form>
    </Stack>
  );
}
