import { Field, TextAreaField, useField, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import styles from './elections.module.css';

/** Where a trustee gives back what they kept: the file, or the text from paper. */
export function KeptKeyFields(): ReactElement {
  const { t } = useTexts();
  const { change } = useField('file');
  return (
    <>
      <Field name="file" label={t('keys.file')} hint={t('keys.fileHint')} isOptional>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".txt,text/plain"
            className={styles.file}
            onChange={({ target }) => void readFile(target.files?.[0]).then(change)}
          />
        )}
      </Field>
      <TextAreaField name="text" label={t('keys.text')} hint={t('keys.textHint')} rows={3} isOptional />
    </>
  );
}

/** A key is a few lines; what is longer was chosen by mistake and is not read. */
const longestFile = 10_000;

async function readFile(file: File | undefined): Promise<string> {
  if (file === undefined) return '';
  return file.size > longestFile ? '-' : file.text();
}
