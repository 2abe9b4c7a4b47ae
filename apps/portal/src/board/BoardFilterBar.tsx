import type { ReactElement } from 'react';
import { useTexts } from '@guildhall/ui';
import { FilterChoice } from '../parts/FilterChoice.js';
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
      <FilterChoice
        every={t('board.all')}
        label={t('board.kind')}
        value={filters.kind}
        options={helpKinds.map((value) => ({ value, label: t(`helpKind.${value}`) }))}
        onChange={(kind) => change({ kind })}
      />
      <FilterChoice
        every={t('board.all')}
        label={t('board.language')}
        value={filters.language}
        options={helpLanguages.map((value) => ({ value, label: t(`helpLanguage.${value}`) }))}
        onChange={(language) => change({ language })}
      />
      <FilterChoice
        every={t('board.all')}
        label={t('board.when')}
        value={filters.when}
        options={helpTimes.map((value) => ({ value, label: t(`board.time.${value}`) }))}
        onChange={(when) => change({ when })}
      />
      <FilterChoice
        every={t('board.all')}
        label={t('board.whose')}
        value={filters.near ? 'true' : undefined}
        options={[{ value: 'true', label: t('board.near') }]}
        onChange={(near) => change({ near })}
      />
    </div>
  );
}
