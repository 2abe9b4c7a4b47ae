import type { ReactElement } from 'react';
import { Card, Form, SoftText, TextAreaField, useForm, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { Prose } from '../parts/Rows.js';
import { thankDocument, type ShownAfter } from './after-documents.js';

type ThanksProps = { readonly activity: ShownAfter; readonly onChange: () => void };

/** Thanks to the team: read by it, written by those who ran the activity. */
export function ThanksCard({ activity, onChange }: ThanksProps): ReactElement | null {
  const { t } = useTexts();
  const { thanks, canThank } = activity;
  if (thanks.length === 0 && !canThank) return null;
  return (
    <Card>
      <h2>{t('after.thanksTitle')}</h2>
      {thanks.map(({ id, text, giver }) => (
        <blockquote key={id}>
          <Prose>{text}</Prose>
          <SoftText isSmall>{giver?.displayName ?? t('after.somebody')}</SoftText>
        </blockquote>
      ))}
      {/* The words begin anew once they are sent. */}
      {canThank && <ThankForm key={thanks.length} activityId={activity.id} onChange={onChange} />}
    </Card>
  );
}

function ThankForm({
  activityId,
  onChange,
}: {
  readonly activityId: string;
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTexts();
  const thank = useAction(thankDocument, (data) => data.thankCrew);
  const form = useForm({
    initial: { text: '' },
    submit: ({ text }, idempotencyKey) => thank({ input: { activityId, text, idempotencyKey } }),
    onDone: onChange,
  });
  return (
    <>
      <SoftText>{t('after.thanksLead')}</SoftText>
      <Form form={form} submitLabel={t('after.thank')} submitLook="plain">
        <TextAreaField name="text" label={t('after.thanksText')} rows={3} />
      </Form>
    </>
  );
}
