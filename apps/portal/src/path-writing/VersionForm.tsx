import { useState, type ReactElement } from 'react';
import { Card, Form, Notice, useForm, useTexts, type FormValues, type Outcome } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { forgetVersion, recallVersion, useKeptVersion } from './kept-version.js';
import { listOf } from './NewPathPage.js';
import { readRows, rowsOf, toInput, valuesOf } from './steps-form.js';
import { StepsEditor } from './StepsEditor.js';
import {
  draftVersionDocument,
  editVersionDocument,
  type WrittenPath,
  type WrittenVersion,
} from './writing-documents.js';

type VersionFormProps = {
  readonly path: WrittenPath;
  /** The version whose steps the form begins with. */
  readonly from: WrittenVersion;
  /** The draft that is changed; a new version is written when there is none. */
  readonly editing?: WrittenVersion;
  readonly onDone: () => void;
};

/** Changes a draft, or writes the next version from the newest. What is typed stays on this device until it is saved. */
export function VersionForm({ path, from, editing, onDone }: VersionFormProps): ReactElement {
  const { t } = useTexts();
  const draft = useAction(draftVersionDocument, (data) => data.draftPathVersion);
  const edit = useAction(editVersionDocument, (data) => data.editPathVersion);
  const keptAs = editing === undefined ? `next.${path.id}` : editing.id;
  const [kept] = useState(() => recallVersion(keptAs));
  const [initial] = useState((): FormValues => kept ?? startOf(from));
  const [isSaved, setSaved] = useState(false);
  const form = useForm({
    initial,
    submit: (values: FormValues): Promise<Outcome> => {
      setSaved(false);
      const asked = { steps: toInput(readRows(values)), prerequisites: listOf(values['prerequisites']) };
      return editing === undefined
        ? draft({ input: { pathId: path.id, ...asked } })
        : edit({ input: { pathVersionId: editing.id, ...asked } });
    },
    onDone: () => {
      forgetVersion(keptAs);
      setSaved(true);
      onDone();
    },
  });
  useKeptVersion(keptAs, form.values, initial);
  return (
    <Card>
      <h2>{editing === undefined ? t('writing.next') : t('writing.draft', { version: editing.version })}</h2>
      {kept !== undefined && !isSaved && <Notice tone="info">{t('writing.kept')}</Notice>}
      {isSaved && <Notice tone="good">{t('writing.saved')}</Notice>}
      <Form form={form} submitLabel={t('writing.saveDraft')}>
        <StepsEditor form={form} pathId={path.id} />
      </Form>
    </Card>
  );
}

function startOf(version: WrittenVersion): FormValues {
  const prerequisites = version.prerequisites.flatMap(({ path }) => (path ? [path.id] : []));
  return { prerequisites, ...valuesOf(rowsOf(version)) };
}
