import { useId, type ReactElement } from 'react';
import { useTexts, type Option } from '@guildhall/ui';
import styles from '../parts/parts.module.css';
import { helpTimes, readBoardFilters, type BoardFilters } from './board-filters.js';
import { helpKinds, helpLanguages } from './kinds.js';

type BoardFilterBarProps = {
  readonly filters: BoardFilters;
  readonly onChange: (filters: BoardFilters) => void;
};

/** Narrows the board by kind, language, time and one's groups; each acts at once. */
export function BoardFilterBar({ filters, onChange }: BoardFilterBarProps): ReactElement {
  const { t } = useTexts();
  const change = (changed: Readonly<Record<string, unknown>>): void =>
    onChange(readBoardFilters({ ...filters, ...changed }));
  return (
    <div className={styles.filters} role="search">
      <Choice
        label={t('board.kind')}
        value={filters.kind}
        options={helpKinds.map((value) => ({ value, label: t(`helpKind.${value}`) }))}
        onChange={(kind) => change({ kind })}
      />
      <Choice
        label={t('board.language')}
        value={filters.language}
        options={helpLanguages.map((value) => ({ value, label: t(`helpLanguage.${value}`) }))}
        onChange={(language) => change({ language })}
      />
      <Choice
        label={t('board.when')}
        value={filters.when}
        options={helpTimes.map((value) => ({ value, label: t(`board.time.${value}`) }))}
        onChange={(when) => change({ when })}
      />
      <Choice
        label={t('board.whose')}
        value={filters.near ? 'true' : undefined}
        options={[{ value: 'true', label: t('board.near') }]}
        onChange={(near) => change({ near })}
      />
    </div>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly Option[];
  readonly onChange: (value: string | undefined) => void;
};

function Choice({ label, value, options, onChange }: ChoiceProps): ReactElement {
  const { t } = useTexts();
  const id = useId();
  return (
    <label className={styles.filter} htmlFor={id}>
      <span>{label}</span>
      <select id={id} value={value ?? ''} onChange={({ target }) => onChange(target.value || undefined)}>
        <option value="">{t('board.all')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
