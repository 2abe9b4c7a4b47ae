import { useState, type ReactElement } from 'react';
import { SelectField, useField, useGraphQuery, useTexts } from '@guildhall/ui';
import { stepResourcesDocument } from './writing-documents.js';
import styles from './writing.module.css';

type ResourceFieldProps = { readonly name: string; readonly titleName: string };

/** Chooses a resource of the library, found by words; the one that is chosen stays in the list whatever is looked for. */
export function ResourceField({ name, titleName }: ResourceFieldProps): ReactElement {
  const { t } = useTexts();
  const [search, setSearch] = useState('');
  const { data } = useGraphQuery(stepResourcesDocument, { search: search.trim() === '' ? undefined : search });
  const chosen = useField(name);
  const title = useField(titleName);
  const found = (data?.resources?.edges ?? []).map(({ node }) => ({ value: node.id, label: node.title }));
  const known = found.some(({ value }) => value === chosen.value);
  const kept =
    typeof chosen.value === 'string' && chosen.value !== '' && !known
      ? [{ value: chosen.value, label: String(title.value ?? '') || t('writing.chosen') }]
      : [];
  return (
    <>
      <label className={styles.search}>
        {t('writing.findResource')}
        <input type="search" value={search} onChange={({ target }) => setSearch(target.value)} />
      </label>
      <SelectField name={name} label={t('writing.resource')} options={[...kept, ...found]} />
    </>
  );
}
