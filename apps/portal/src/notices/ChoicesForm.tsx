import type { ReactElement } from 'react';
import {
  Card,
  CheckboxField,
  Form,
  RadioField,
  SelectField,
  Stack,
  useForm,
  useTexts,
  type FormValues,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { changeSettingsDocument } from './notices-documents.js';
import type { ShownSettings } from './shown-settings.js';

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));
const mailChoices = ['AT_ONCE', 'DIGEST', 'NEVER'] as const;

/** Of what a member is told by mail and at which hours; the names of the fields are their places in the input. */
export function ChoicesForm({
  settings,
  onDone,
}: {
  readonly settings: ShownSettings;
  readonly onDone: () => void;
}): ReactElement {
  const change = useAction(changeSettingsDocument, (data) => data.changeNotificationSettings);
  const form = useForm({
    initial: initialValues(settings),
    submit: (values) => change({ input: inputOf(settings, values) }),
    onDone,
  });
  return (
    <Form form={form}>
      <Topics settings={settings} />
      <Times />
    </Form>
  );
}

function Topics({ settings }: { readonly settings: ShownSettings }): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h2>{t('noticeSettings.topicsTitle')}</h2>
      <Stack>
        {settings.preferences.map(({ topic, canSwitchOff }, index) => (
          <Stack key={topic} gap="small">
            <SelectField
              name={`preferences.${index}.mail`}
              label={t(`noticeTopic.${topic}`)}
              hint={t(`noticeTopicHint.${topic}`)}
              options={mailChoices.map((value) => ({ value, label: t(`noticeSettings.mail.${value}`) }))}
            />
            {canSwitchOff && <CheckboxField name={`preferences.${index}.isTold`} label={t('noticeSettings.inInbox')} />}
          </Stack>
        ))}
      </Stack>
    </Card>
  );
}

function Times(): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h2>{t('noticeSettings.whenTitle')}</h2>
      <Stack>
        <CheckboxField name="isStopped" label={t('noticeSettings.stopAll')} />
        <RadioField
          name="digest"
          label={t('noticeSettings.digest')}
          options={(['DAILY', 'WEEKLY'] as const).map((value) => ({
            value,
            label: t(`noticeSettings.rhythm.${value}`),
          }))}
        />
        <SelectField
          name="quietFrom"
          label={t('noticeSettings.quietFrom')}
          hint={t('noticeSettings.quietHint')}
          options={hours}
        />
        <SelectField name="quietUntil" label={t('noticeSettings.quietUntil')} options={hours} />
        <RadioField
          name="language"
          label={t('noticeSettings.language')}
          options={[
            { value: 'EN', label: 'English' },
            { value: 'ZH_CN', label: '简体中文' },
          ]}
        />
      </Stack>
    </Card>
  );
}

function initialValues({ preferences, ...settings }: ShownSettings): FormValues {
  return {
    isStopped: settings.isStopped,
    digest: settings.digest,
    language: settings.language,
    quietFrom: String(settings.quietFrom),
    quietUntil: String(settings.quietUntil),
    ...Object.fromEntries(preferences.map(({ mail }, index) => [`preferences.${index}.mail`, mail])),
    ...Object.fromEntries(preferences.map(({ isTold }, index) => [`preferences.${index}.isTold`, isTold])),
  };
}

function inputOf({ preferences }: ShownSettings, values: FormValues) {
  return {
    isStopped: values['isStopped'] === true,
    digest: values['digest'] === 'WEEKLY' ? ('WEEKLY' as const) : ('DAILY' as const),
    language: values['language'] === 'ZH_CN' ? ('ZH_CN' as const) : ('EN' as const),
    quietFrom: Number(values['quietFrom']),
    quietUntil: Number(values['quietUntil']),
    preferences: preferences.map(({ topic, mail }, index) => ({
      topic,
      isTold: values[`preferences.${index}.isTold`] !== false,
      mail: mailChoices.find((choice) => choice === values[`preferences.${index}.mail`]) ?? mail,
    })),
  };
}
