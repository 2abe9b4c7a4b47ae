import { useId, type ReactElement } from 'react';
import { Button, useTexts, type Option } from '@guildhall/ui';
import styles from './parts.module.css';

/** What a list is narrowed by; it lives in the URL. */
export type Filters = { readonly search?: string; readonly kind?: string };

/** The filters of a list and how to change them. */
export type FilterBarProps = {
  readonly filters: Filters;
  readonly kinds: readonly Option[];
  readonly onChange: (filters: Filters) => void;
};

/** Words to look for and a kind to keep. The kind acts at once, the words when they are sent. */
export function FilterBar({ filters, kinds, onChange }: FilterBarProps): ReactElement {
  const { t } = useTexts();
  const id = useId();
  const withText = (search: string, kind: string): Filters => ({
    ...(search.trim() === '' ? {} : { search: search.trim() }),
    ...(kind === '' ? {} : { kind }),
  });
  return (
    <form
      className={styles.filters}
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const search = new FormData(event.currentTarget).get('search');
        onChange(withText(typeof search === 'string' ? search : '', filters.kind ?? ''));
      }}
    >
      <label className={styles.filter} htmlFor={`${id}-search`}>
        <span>{t('filter.words')}</span>
        <input
          key={filters.search}
          id={`${id}-search`}
          name="search"
          type="search"
          maxLength={100}
          defaultValue={filters.search}
        />
      </label>
      <label className={styles.filter} htmlFor={`${id}-kind`}>
        <span>{t('filter.kind')}</span>
        <select
          id={`${id}-kind`}
          value={filters.kind ?? ''}
          onChange={({ target }) => onChange(withText(filters.search ?? '', target.value))}
        >
          <option value="">{t('filter.every')}</option>
          {kinds.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" icon="search">
        {t('form.search')}
      </Button>
    </form>
  );
}
