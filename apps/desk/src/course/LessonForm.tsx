import { Form, TextAreaField, useForm, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { ProposeLessonDocument } from '../generated/course-forms/graphql.js';

/** The case, the words so far, and what follows. */
export type LessonFormProps = { readonly caseId: string; readonly words: string; readonly onDone: () => void };

/** Proposes one sentence for everybody. */
export function LessonForm({ caseId, words, onDone }: LessonFormProps): ReactElement {
  const { t } = useTexts();
  const propose = useGraphMutation(ProposeLessonDocument);
  const form = useForm({
    initial: { words },
    submit: async (values) => {
      const { data, problem } = await propose({ input: { caseId, words: values.words } });
      return { result: data?.proposeLesson, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('course.lessonSave')}>
      <TextAreaField name="words" rows={3} label={t('course.lessonWords')} hint={t('course.lessonHint')} />
    </Form>
  );
}
