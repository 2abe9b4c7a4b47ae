import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import {
  Card,
  Form,
  Page,
  SignedIn,
  TextAreaField,
  TextField,
  useForm,
  useTexts,
  type FormValues,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { forgetVersion, recallVersion, useKeptVersion } from './kept-version.js';
import { emptyRow, readRows, toInput, valuesOf } from './steps-form.js';
import { StepsEditor } from './StepsEditor.js';
import { draftPathDocument } from './writing-documents.js';

export { words } from './words.js';

const keptAs = 'new';
const empty: FormValues = { title: '', slug: '', summary: '', prerequisites: [], ...valuesOf([emptyRow(1)]) };

/** Writes a new path with its first version. */
export function NewPathPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('writing.new')} lead={t('writing.newLead')}>
      <SignedIn>
        <NewPath />
      </SignedIn>
    </Page>
  );
}

function NewPath(): ReactElement {
  const { t } = useTexts();
  const navigate = useNavigate();
  const draft = useAction(draftPathDocument, (data) => data.draftPath);
  const [initial] = useState(() => ({ ...empty, ...recallVersion(keptAs) }));
  const form = useForm({
    initial,
    submit: (values: FormValues) =>
      draft({
        input: {
          title: String(values['title'] ?? ''),
          slug: String(values['slug'] ?? ''),
          summary: String(values['summary'] ?? ''),
          prerequisites: listOf(values['prerequisites']),
          steps: toInput(readRows(values)),
        },
      }),
    onDone: (result) => {
      forgetVersion(keptAs);
      if (result.__typename !== 'DraftPathSuccess' || !result.pathVersion.path) return;
      void navigate({ to: '/learning/$pathId/write', params: { pathId: result.pathVersion.path.id } });
    },
  });
  useKeptVersion(keptAs, form.values, initial);
  return (
    <Card>
      <Form form={form} submitLabel={t('writing.saveDraft')}>
        <TextField name="title" label={t('writing.title')} />
        <TextField name="slug" label={t('writing.slug')} hint={t('writing.slugHint')} />
        <TextAreaField name="summary" label={t('writing.summary')} hint={t('writing.summaryHint')} rows={3} />
        <StepsEditor form={form} />
      </Form>
    </Card>
  );
}

/** The values chosen in a set. */
export function listOf(value: FormValues[string] | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
