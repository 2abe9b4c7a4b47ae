import { useState, type ReactElement } from 'react';
import {
  Card,
  DateTimeText,
  Form,
  Notice,
  RadioField,
  SoftText,
  TextAreaField,
  useForm,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { giveDocument, type ShownFeedback } from './after-documents.js';

type FormProps = { readonly activityId: string; readonly feedback: ShownFeedback; readonly onChange: () => void };

/** One's own answer, as long as it can be given or changed. */
export function FeedbackForm({ activityId, feedback, onChange }: FormProps): ReactElement {
  const { t } = useTexts();
  const [isSent, setSent] = useState(false);
  const give = useAction(giveDocument, (data) => data.giveFeedback);
  const { viewerAnswer, closesAt } = feedback;
  const form = useForm({
    initial: { rating: String(viewerAnswer?.rating ?? ''), text: viewerAnswer?.text ?? '' },
    submit: ({ rating, text }) => give({ input: { activityId, rating: Number(rating), text } }),
    onDone: () => {
      setSent(true);
      onChange();
    },
  });
  return (
    <Card>
      <h2>{t('after.feedbackTitle')}</h2>
      <SoftText>{t('after.feedbackLead')}</SoftText>
      <SoftText isSmall>
        {t('after.until')} <DateTimeText instant={closesAt} />
      </SoftText>
      <Form form={form} submitLabel={t(viewerAnswer ? 'after.change' : 'after.send')}>
        <RadioField
          name="rating"
          label={t('after.rating')}
          options={['1', '2', '3', '4', '5'].map((value) => ({ value, label: t(`after.stars.${value}`) }))}
        />
        <TextAreaField name="text" label={t('after.text')} isOptional />
      </Form>
      <div role="status">{isSent && <Notice tone="good">{t('after.sent')}</Notice>}</div>
    </Card>
  );
}
