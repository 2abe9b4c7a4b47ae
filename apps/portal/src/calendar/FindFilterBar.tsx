import { useId, type ReactElement } from 'react';
import { Button, Cluster, Stack, useSession, useTexts } from '@guildhall/ui';
import { activityKinds } from '../activities/kinds.js';
import { FilterChoice } from '../parts/FilterChoice.js';
import styles from '../parts/parts.module.css';
import own from './calendar.module.css';
import {
  accessFeatures,
  findLanguages,
  narrowing,
  readFindFilters,
  timesOfDay,
  weekdays,
  type FindFilters,
} from './find-filters.js';
import { languageName } from './language-name.js';

type FindFilterBarProps = {
  readonly filters: FindFilters;
  readonly onChange: (filters: FindFilters) => void;
};

/** Words to look for, and what to narrow by: each choice acts at once, the words when they are sent. */
export function FindFilterBar({ filters, onChange }: FindFilterBarProps): ReactElement {
  const { t } = useTexts();
  const { state } = useSession();
  const change = (changed: Readonly<Record<string, unknown>>): void =>
    onChange(readFindFilters({ ...filters, ...changed }));
  const isMember = state.status === 'signed-in';
  return (
    <Stack>
      <form
        className={styles.filters}
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          const words = new FormData(event.currentTarget).get('search');
          change({ search: typeof words === 'string' ? words.trim() : '' });
        }}
      >
        <WordsField search={filters.search} />
        <KindChoice filters={filters} change={change} />
        <Button type="submit" icon="search">
          {t('form.search')}
        </Button>
      </form>
      <MoreChoices filters={filters} change={change} />
      <Cluster>
        <Button
          look={filters.free ? 'plain' : 'quiet'}
          icon={filters.free && 'check'}
          isPressed={filters.free ?? false}
          onPress={() => change({ free: !filters.free })}
        >
          {t('finding.free')}
        </Button>
        {isMember && (
          <Button
            look={filters.friends ? 'plain' : 'quiet'}
            icon={filters.friends && 'check'}
            isPressed={filters.friends ?? false}
            onPress={() => change({ friends: !filters.friends })}
          >
            {t('finding.friends')}
          </Button>
        )}
        <Chips filters={filters} change={change} />
      </Cluster>
    </Stack>
  );
}

function WordsField({ search }: { readonly search: string | undefined }): ReactElement {
  const { t } = useTexts();
  const id = useId();
  return (
    <label className={styles.filter} htmlFor={id}>
      <span>{t('filter.words')}</span>
      <input key={search} id={id} name="search" type="search" maxLength={100} defaultValue={search} />
    </label>
  );
}

type PartProps = {
  readonly filters: FindFilters;
  readonly change: (changed: Readonly<Record<string, unknown>>) => void;
};

function KindChoice({ filters, change }: PartProps): ReactElement {
  const { t } = useTexts();
  return (
    <FilterChoice
      label={t('filter.kind')}
      every={t('filter.every')}
      value={filters.kind}
      options={activityKinds.map((value) => ({ value, label: t(`activityKind.${value}`) }))}
      onChange={(kind) => change({ kind })}
    />
  );
}

/** What fewer people look by, folded until one of it is chosen. */
function MoreChoices({ filters, change }: PartProps): ReactElement {
  const { t, language } = useTexts();
  const { weekday, time, language: spoken, access } = filters;
  const isUsed = [weekday, time, spoken, access].some((value) => value !== undefined);
  return (
    <details open={isUsed}>
      <summary className={own.more}>{t('finding.more')}</summary>
      <div className={styles.filters}>
        <FilterChoice
          label={t('finding.weekday')}
          every={t('finding.anyDay')}
          value={filters.weekday}
          options={weekdays.map((value) => ({ value, label: t(`finding.day.${value}`) }))}
          onChange={(day) => change({ weekday: day })}
        />
        <FilterChoice
          label={t('finding.time')}
          every={t('finding.anyTime')}
          value={filters.time}
          options={timesOfDay.map((value) => ({ value, label: t(`finding.timeOfDay.${value}`) }))}
          onChange={(hours) => change({ time: hours })}
        />
        <FilterChoice
          label={t('finding.language')}
          every={t('finding.anyLanguage')}
          value={filters.language}
          options={findLanguages.map((value) => ({ value, label: languageName(value, language) }))}
          onChange={(tag) => change({ language: tag })}
        />
        <FilterChoice
          label={t('finding.accessLabel')}
          every={t('finding.anyAccess')}
          value={filters.access}
          options={accessFeatures.map((value) => ({ value, label: t(`finding.access.${value}`) }))}
          onChange={(feature) => change({ access: feature })}
        />
      </div>
    </details>
  );
}

/** What narrows the list now, each with a way to take it away. */
function Chips({ filters, change }: PartProps): ReactElement {
  const { t, language } = useTexts();
  const words: Readonly<Partial<Record<(typeof narrowing)[number], string>>> = {
    ...(filters.search !== undefined && { search: `“${filters.search}”` }),
    ...(filters.kind && { kind: t(`activityKind.${filters.kind}`) }),
    ...(filters.weekday && { weekday: t(`finding.day.${filters.weekday}`) }),
    ...(filters.time && { time: t(`finding.timeOfDay.${filters.time}`) }),
    ...(filters.language && { language: languageName(filters.language, language) }),
    ...(filters.access && { access: t(`finding.access.${filters.access}`) }),
  };
  return (
    <>
      {narrowing.map((name) => {
        const word = words[name];
        return word === undefined ? null : (
          <Button key={name} look="plain" onPress={() => change({ [name]: undefined })}>
            {t('finding.remove', { word })}
          </Button>
        );
      })}
    </>
  );
}
