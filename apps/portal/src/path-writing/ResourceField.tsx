import type { ReactElement } from 'react';
import { SelectField, useField, useTexts } from '@guildhall/ui';
import { useResourceOptions } from './use-resource-options.js';
import styles from './writing.module.css';

type ResourceFieldProps = { readonly name: string; readonly titleName: string };

/** Chooses a resource of the library, found by words. */
export function ResourceField({ name, titleName }: ResourceFieldProps): ReactElement {
  const { t } = useTexts();
  const chosen = useField(name).value;
  const title = useField(titleName).value;
  const { options, search, look } = useResourceOptions({
    value: typeof chosen === 'string' ? chosen : '',
    label: String(title ?? '') || t('writing.chosen'),
  });
  return (
    <>
      <label className={styles.search}>
        {t('writing.findResource')}
        <input type="search" value={search} onChange={({ target }) => look(target.value)} />
      </label>
      <SelectField name={name} label={t('writing.resource')} options={options} />
    </>
  );
}
