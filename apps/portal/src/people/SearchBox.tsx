import { useId, type ReactElement } from 'react';
import { Button, useTexts } from '@guildhall/ui';
import styles from '../parts/parts.module.css';

/** A name to look for; it acts when it is sent. */
export function SearchBox({
  label,
  search,
  onSearch,
}: {
  readonly label: string;
  readonly search: string | undefined;
  readonly onSearch: (search: string | undefined) => void;
}): ReactElement {
  const { t } = useTexts();
  const id = useId();
  return (
    <form
      className={styles.filters}
      role="search"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        const text = new FormData(event.currentTarget).get('search');
        onSearch(typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined);
      }}
    >
      <label className={styles.filter} htmlFor={id}>
        <span>{label}</span>
        <input key={search} id={id} name="search" type="search" maxLength={100} defaultValue={search} />
      </label>
      <Button type="submit" icon="search">
        {t('form.search')}
      </Button>
    </form>
  );
}
