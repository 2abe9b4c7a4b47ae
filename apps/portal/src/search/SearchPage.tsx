import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useId, useState, type ReactElement } from 'react';
import { EmptyState, Page, Stack, useTexts } from '@guildhall/ui';
import { isSearchable, readSearch, searchKinds, type SearchPlace } from './read-search.js';
import { SearchResults } from './SearchResults.js';
import styles from './search.module.css';

export { words } from './words.js';

/** How long to wait after a keystroke before asking, in milliseconds. */
const pauseMs = 250;

/** People, groups and posts by what is typed, as it is typed. */
export function SearchPage(): ReactElement {
  const { t } = useTexts();
  const params: unknown = useSearch({ strict: false });
  const place = readSearch(typeof params === 'object' && params !== null ? { ...params } : {});
  const navigate = useNavigate();
  const go = (next: SearchPlace): void => void navigate({ to: '/search', search: next, replace: true });
  return (
    <Page title={t('search.title')} lead={t('search.lead')}>
      <Stack>
        <SearchBox place={place} onChange={go} />
        <Kinds place={place} onChange={go} />
        {place.q !== undefined && isSearchable(place.q) ? (
          <SearchResults key={JSON.stringify(place)} text={place.q} kind={place.kind} />
        ) : (
          <EmptyState picture="shelf" title={t('search.start')}>
            {t('search.hints')}
          </EmptyState>
        )}
      </Stack>
    </Page>
  );
}

type PlaceProps = { readonly place: SearchPlace; readonly onChange: (place: SearchPlace) => void };

/** What is typed goes into the address once the typing pauses, or at once by Enter; the arrow down goes to the first hit. */
function SearchBox({ place, onChange }: PlaceProps): ReactElement {
  const { t } = useTexts();
  const id = useId();
  const [typed, setTyped] = useState(place.q ?? '');
  const apply = (): void => {
    if (typed.trim() !== (place.q ?? '')) onChange(readSearch({ ...place, q: typed.trim() }));
  };
  useEffect(() => {
    const timer = setTimeout(apply, pauseMs);
    return () => clearTimeout(timer);
    // Only typing starts the clock: a change of the address is the outcome of it.
  }, [typed]);
  return (
    <form
      role="search"
      className={styles.box}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <label htmlFor={id}>{t('search.label')}</label>
      <input
        id={id}
        type="search"
        maxLength={100}
        autoComplete="off"
        enterKeyHint="search"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          globalThis.document.querySelector<HTMLElement>('[data-hits] a')?.focus();
        }}
      />
    </form>
  );
}

/** Everything, or one kind alone. */
function Kinds({ place, onChange }: PlaceProps): ReactElement {
  const { t } = useTexts();
  const kinds = [undefined, ...searchKinds];
  return (
    <div className={styles.kinds} role="group" aria-label={t('search.kinds')}>
      {kinds.map((kind) => (
        <button
          key={kind ?? 'all'}
          type="button"
          className={styles.kind}
          aria-pressed={place.kind === kind}
          onClick={() => onChange(readSearch({ q: place.q, kind }))}
        >
          {t(`search.kind.${kind ?? 'ALL'}`)}
        </button>
      ))}
    </div>
  );
}
