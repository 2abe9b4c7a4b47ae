import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import {
  Button,
  Card,
  CardGrid,
  Cluster,
  EmptyState,
  NextPage,
  partOf,
  QueryView,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { FilterChoice } from '../parts/FilterChoice.js';
import type { StudyGroupFilterInput } from '../generated/graphql.js';
import { Seats } from './Seats.js';
import { studyGroupsDocument, type FoundStudyGroup } from './study-documents.js';
import { oneOf, studyLanguages, studySettings, studyStyles, weekdays } from './study-kinds.js';
import { StudyBadge } from './StudyBadge.js';
import filterStyles from '../parts/parts.module.css';
import { useStudyWords } from './use-study-words.js';

/** Study groups by course, day, style, place and language. */
export function FindGroups(): ReactElement {
  const { t } = useTexts();
  const [filter, setFilter] = useState<StudyGroupFilterInput>({});
  return (
    <Stack>
      <h2>{t('study.find')}</h2>
      <Filters filter={filter} onChange={setFilter} />
      <Found key={JSON.stringify(filter)} filter={filter} />
    </Stack>
  );
}

type FiltersProps = {
  readonly filter: StudyGroupFilterInput;
  readonly onChange: (filter: StudyGroupFilterInput) => void;
};

function Filters({ filter, onChange }: FiltersProps): ReactElement {
  const { t } = useTexts();
  const { dayName, languageName } = useStudyWords();
  return (
    <form
      className={filterStyles.filters}
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const search = new FormData(event.currentTarget).get('search');
        onChange({ ...filter, search: typeof search === 'string' && search.trim() !== '' ? search.trim() : undefined });
      }}
    >
      <label className={filterStyles.filter}>
        <span>{t('study.course')}</span>
        <input name="search" type="search" maxLength={100} />
      </label>
      <FilterChoice
        label={t('study.day')}
        every={t('study.anyDay')}
        value={filter.weekday?.toString()}
        options={weekdays.map((value) => ({ value, label: dayName(Number(value)) }))}
        onChange={(value) => onChange({ ...filter, weekday: value === undefined ? undefined : Number(value) })}
      />
      <FilterChoice
        label={t('study.style')}
        every={t('study.anyStyle')}
        value={filter.style ?? undefined}
        options={studyStyles.map((value) => ({ value, label: t(`studyStyle.${value}`) }))}
        onChange={(value) => onChange({ ...filter, style: oneOf(studyStyles, value) })}
      />
      <FilterChoice
        label={t('study.setting')}
        every={t('study.anySetting')}
        value={filter.setting ?? undefined}
        options={studySettings.map((value) => ({ value, label: t(`studySetting.${value}`) }))}
        onChange={(value) => onChange({ ...filter, setting: oneOf(studySettings, value) })}
      />
      <FilterChoice
        label={t('study.language')}
        every={t('study.anyLanguage')}
        value={filter.language ?? undefined}
        options={studyLanguages.map((value) => ({ value, label: languageName(value) }))}
        onChange={(value) => onChange({ ...filter, language: oneOf(studyLanguages, value) })}
      />
      <FilterChoice
        label={t('study.seats')}
        every={t('study.anySeats')}
        value={filter.hasFreeSeat === true ? 'free' : undefined}
        options={[{ value: 'free', label: t('study.freeSeat') }]}
        onChange={(value) => onChange({ ...filter, hasFreeSeat: value === undefined ? undefined : true })}
      />
      <Button type="submit" icon="search">
        {t('form.search')}
      </Button>
    </form>
  );
}

function Found({ filter, after }: { readonly filter: StudyGroupFilterInput; readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = partOf(useGraphQuery(studyGroupsDocument, { filter, after }), ({ studyGroups }) => studyGroups);
  return (
    <QueryView
      query={query}
      isEmpty={({ edges }) => edges.length === 0}
      empty={<EmptyState title={t('study.none')}>{t('study.noneLead')}</EmptyState>}
    >
      {({ edges, pageInfo }) => (
        <Stack>
          <CardGrid>
            {edges.map(({ node }) => (
              <GroupCard key={node.id} group={node} />
            ))}
          </CardGrid>
          <NextPage pageInfo={pageInfo}>{(next) => <Found filter={filter} after={next} />}</NextPage>
        </Stack>
      )}
    </QueryView>
  );
}

function GroupCard({ group }: { readonly group: FoundStudyGroup }): ReactElement {
  const { t } = useTexts();
  const { timeText, languageName } = useStudyWords();
  const { id, title, course, style, setting, language, times, capacity, seatsTaken, status, viewerPlace } = group;
  return (
    <Card as="article">
      <Cluster>
        <StudyBadge of="group" status={status} />
        {viewerPlace && <StudyBadge of="place" status={viewerPlace.status} />}
      </Cluster>
      <h3 lang={language}>
        <Link to="/study/$groupId" params={{ groupId: id }}>
          {title}
        </Link>
      </h3>
      <SoftText>{course}</SoftText>
      <ul className={filterStyles.plain}>
        {times.map((time) => (
          <li key={`${time.weekday}${time.startsAt}`}>{timeText(time)}</li>
        ))}
      </ul>
      <SoftText isSmall>
        {t(`studyStyle.${style}`)} · {t(`studySetting.${setting}`)} · {languageName(language)}
      </SoftText>
      <Cluster>
        <Seats taken={seatsTaken} capacity={capacity} />
        {group.isFull && <span>{t('study.full')}</span>}
      </Cluster>
    </Card>
  );
}
