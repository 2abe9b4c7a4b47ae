import type { ReactElement } from 'react';
import { Form, RadioField, SoftText, useForm, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { enterDocument, type FairStartActivity } from './fair-start-documents.js';

type EnterProps = { readonly activity: FairStartActivity; readonly onChange: () => void };

/** Enters the draw, alone or as the first of a party. */
export function EnterForm({ activity, onChange }: EnterProps): ReactElement {
  const { t } = useTexts();
  const enter = useAction(enterDocument, (data) => data.enterDraw);
  const form = useForm({
    initial: { with: 'alone' },
    submit: (values, idempotencyKey) =>
      enter({ input: { activityId: activity.id, asParty: values.with === 'party', idempotencyKey } }),
    onDone: onChange,
  });
  return (
    <>
      <Form form={form} submitLabel={t('fairStart.enter')}>
        <RadioField
          name="with"
          label={t('fairStart.enterAs')}
          hint={t('fairStart.enterHint')}
          options={[
            { value: 'alone', label: t('fairStart.alone') },
            { value: 'party', label: t('fairStart.party') },
          ]}
        />
      </Form>
      <SoftText isSmall>{t('fairStart.overlap')}</SoftText>
    </>
  );
}
