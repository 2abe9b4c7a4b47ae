import type { ReactElement } from 'react';
import {
  Form,
  RadioField,
  TextAreaField,
  TextField,
  useForm,
  useTexts,
  type FormValues,
  type Outcome,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { writeReviewDocument } from './peer-review-documents.js';
import type { ShownReview } from './PeerReviewPage.js';
import { recallWords, useKeptWords } from './use-kept-words.js';

/** What one says of each criterion and of the whole. What is typed stays through a reload. */
export function ReviewForm({
  review,
  onDone,
}: {
  readonly review: ShownReview;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const write = useAction(writeReviewDocument, (data) => data.writePeerReview);
  const keptAs = `review:${review.id}`;
  const criteria = review.rubric.map((_, index) => index);
  const form = useForm({
    initial: emptyReview(criteria, recallWords(keptAs)),
    submit: async (values): Promise<Outcome> => {
      const missing = ['verdict', ...criteria.map((index) => `marks.${index}.isMet`)].filter(
        (name) => values[name] === '',
      );
      if (missing.length > 0)
        return {
          result: { __typename: 'ValidationError', fields: missing.map((path) => ({ path, rule: 'REQUIRED' })) },
        };
      return write({ input: { peerReviewId: review.id, ...readReview(criteria, values) } });
    },
    onDone: () => {
      form.change('words', '');
      onDone();
    },
  });
  useKeptWords(keptAs, form.values['words']);
  const yesOrNo = [
    { value: 'yes', label: t('mark.met') },
    { value: 'no', label: t('mark.notYet') },
  ];
  return (
    <Form form={form} submitLabel={t('peerReview.send')}>
      {review.rubric.map((criterion, index) => (
        <div key={criterion}>
          <RadioField name={`marks.${index}.isMet`} label={criterion} options={yesOrNo} />
          <TextField name={`marks.${index}.words`} label={t('peerReview.remark', { number: index + 1 })} isOptional />
        </div>
      ))}
      <TextAreaField name="words" label={t('peerReview.words')} hint={t('peerReview.wordsHint')} rows={6} />
      <RadioField
        name="verdict"
        label={t('peerReview.verdict')}
        options={(['ACCEPT', 'SEND_BACK'] as const).map((value) => ({ value, label: t(`verdict.${value}`) }))}
      />
    </Form>
  );
}

function emptyReview(criteria: readonly number[], words: string): FormValues {
  const marks = criteria.flatMap((index): [string, string][] => [
    [`marks.${index}.isMet`, ''],
    [`marks.${index}.words`, ''],
  ]);
  return { verdict: '', words, ...Object.fromEntries(marks) };
}

function readReview(criteria: readonly number[], values: FormValues) {
  return {
    verdict: values['verdict'] === 'ACCEPT' ? ('ACCEPT' as const) : ('SEND_BACK' as const),
    words: String(values['words'] ?? ''),
    marks: criteria.map((criterion) => ({
      criterion,
      isMet: values[`marks.${criterion}.isMet`] === 'yes',
      words: String(values[`marks.${criterion}.words`] ?? '') || undefined,
    })),
  };
}
