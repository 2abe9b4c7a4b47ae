import { useState, type ReactElement } from 'react';
import { Card, Form, Notice, RadioField, SoftText, useForm, useTexts } from '@guildhall/ui';
import type { PhotoChoice } from '../generated/graphql.js';
import { useAction } from '../graph/use-action.js';
import { photosDocument, type ShownAfter } from './after-documents.js';

const choices = ['YES', 'NO', 'ASK_ME'] as const satisfies readonly PhotoChoice[];

type PhotoProps = {
  readonly registration: NonNullable<ShownAfter['viewerRegistration']>;
  readonly onChange: () => void;
};

/** Whether one may be seen in photos of the activity. */
export function PhotoForm({ registration, onChange }: PhotoProps): ReactElement {
  const { t } = useTexts();
  const [isSaved, setSaved] = useState(false);
  const choose = useAction(photosDocument, (data) => data.choosePhotos);
  const form = useForm({
    initial: { choice: registration.photoChoice ?? 'ASK_ME' },
    submit: (values) =>
      choose({
        input: {
          registrationId: registration.id,
          choice: choices.find((choice) => choice === values.choice) ?? 'ASK_ME',
        },
      }),
    onDone: () => {
      setSaved(true);
      onChange();
    },
  });
  return (
    <Card>
      <h2>{t('after.photosTitle')}</h2>
      <SoftText>{t('after.photosLead')}</SoftText>
      <Form form={form} submitLabel={t('after.photosSave')} submitLook="plain">
        <RadioField
          name="choice"
          label={t('after.photoChoice')}
          options={choices.map((value) => ({ value, label: t(`after.${value}`) }))}
        />
      </Form>
      <div role="status">{isSaved && <Notice tone="good">{t('after.photosSaved')}</Notice>}</div>
    </Card>
  );
}
