import type { ReactElement } from 'react';
import {
  Card,
  Cluster,
  DateTimeText,
  EmptyState,
  Page,
  QueryView,
  SignedIn,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { Facts } from '../parts/Facts.js';
import { Prose } from '../parts/Rows.js';
import { usePlaceParam } from '../parts/use-place.js';
import { GroupActions } from './GroupActions.js';
import { GroupPeople } from './GroupPeople.js';
import { GroupSessions } from './GroupSessions.js';
import { Seats } from './Seats.js';
import { studyGroupDocument, type ShownStudyGroup } from './study-documents.js';
import { StudyBadge } from './StudyBadge.js';
import { useStudyWords } from './use-study-words.js';

export { words } from './words.js';

/** One study group: what it is, and for whoever has a seat its people, sessions and notes. */
export function StudyGroupPage(): ReactElement {
  const { t } = useTexts();
  return (
    <SignedIn>
      <GroupOf id={usePlaceParam('groupId')} missing={t('study.missing')} />
    </SignedIn>
  );
}

function GroupOf({ id, missing }: { readonly id: string; readonly missing: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(studyGroupDocument, { id });
  return (
    <QueryView query={query}>
      {({ studyGroup }) =>
        studyGroup === null ? (
          <Page title={missing}>
            <EmptyState picture="door" title={missing}>
              {t('study.missingLead')}
            </EmptyState>
          </Page>
        ) : (
          <Page title={studyGroup.title} lead={studyGroup.course}>
            <Shown group={studyGroup} onChange={query.reload} />
          </Page>
        )
      }
    </QueryView>
  );
}

type PartProps = { readonly group: ShownStudyGroup; readonly onChange: () => void };

function Shown({ group, onChange }: PartProps): ReactElement {
  const { t } = useTexts();
  return (
    <Stack gap="large">
      <Cluster>
        <StudyBadge of="group" status={group.status} />
        {group.viewerPlace && <StudyBadge of="place" status={group.viewerPlace.status} />}
        {group.viewerPlace?.waitingPlace != null && (
          <span>{t('study.waitingPlace', { place: group.viewerPlace.waitingPlace })}</span>
        )}
      </Cluster>
      {group.viewerPlace?.reason != null && <p>{t('study.removedWhy', { reason: group.viewerPlace.reason })}</p>}
      <GroupActions group={group} onChange={onChange} />
      <Card>
        <h2>{t('study.aboutTitle')}</h2>
        <Prose>{group.about}</Prose>
        <GroupFacts group={group} />
      </Card>
      {group.seats && <GroupSessions groupId={group.id} capacity={group.capacity} />}
      <GroupPeople group={group} onChange={onChange} />
    </Stack>
  );
}

function GroupFacts({ group }: { readonly group: ShownStudyGroup }): ReactElement {
  const { t } = useTexts();
  const { timeText, languageName } = useStudyWords();
  return (
    <Facts
      facts={[
        { name: t('study.when'), value: group.times.map(timeText).join(' · ') },
        { name: t('study.setting'), value: t(`studySetting.${group.setting}`) },
        { name: t('study.whereabouts'), value: group.whereabouts },
        { name: t('study.style'), value: t(`studyStyle.${group.style}`) },
        { name: t('study.language'), value: languageName(group.language) },
        { name: t('study.seats'), value: <Seats taken={group.seatsTaken} capacity={group.capacity} /> },
        {
          name: t('study.membersMin'),
          value: group.status === 'FORMING' ? t('study.needs', { count: group.membersMin }) : undefined,
        },
        { name: t('study.admission'), value: t(`studyAdmission.${group.admission}`) },
        { name: t('study.lastDay'), value: <DateTimeText instant={`${group.lastDay}T12:00:00.000Z`} show="day" /> },
        { name: t('study.organiser'), value: group.organiser?.displayName },
      ]}
    />
  );
}
