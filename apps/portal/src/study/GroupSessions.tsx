import type { ReactElement } from 'react';
import {
  Card,
  Cluster,
  DateTimeText,
  NextPage,
  PersonChip,
  QueryView,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { StudySessionsQuery } from '../generated/graphql.js';
import { ProgressBar } from '../parts/Rows.js';
import { SessionActions } from './SessionActions.js';
import { SessionNotes } from './SessionNotes.js';
import { studySessionsDocument } from './study-documents.js';
import { StudyBadge } from './StudyBadge.js';

/** A session as its group sees it. */
export type ShownSession = NonNullable<
  NonNullable<StudySessionsQuery['studyGroup']>['sessions']
>['edges'][number]['node'];

type SessionsProps = { readonly groupId: string; readonly capacity: number; readonly after?: string };

/** The sessions of a study group, latest first, each with who hosts it, who was there, and what was written down. */
export function GroupSessions({ groupId, capacity, after }: SessionsProps): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(studySessionsDocument, { id: groupId, after });
  return (
    <QueryView
      query={query}
      isEmpty={({ studyGroup }) => (studyGroup?.sessions?.edges ?? []).length === 0}
      empty={<SoftText>{t('study.noSessions')}</SoftText>}
    >
      {({ studyGroup }) => (
        <Stack>
          {after === undefined && <h2>{t('study.sessions')}</h2>}
          {(studyGroup?.sessions?.edges ?? []).map(({ node }) => (
            <SessionCard key={node.id} session={node} capacity={capacity} onChange={query.reload} />
          ))}
          {studyGroup?.sessions && (
            <NextPage pageInfo={studyGroup.sessions.pageInfo}>
              {(next) => <GroupSessions groupId={groupId} capacity={capacity} after={next} />}
            </NextPage>
          )}
        </Stack>
      )}
    </QueryView>
  );
}

type CardProps = { readonly session: ShownSession; readonly capacity: number; readonly onChange: () => void };

function SessionCard({ session, capacity, onChange }: CardProps): ReactElement {
  const { t } = useTexts();
  const { startsAt, endsAt, status, skipReason, host, presentCount } = session;
  return (
    <Card as="article">
      <Cluster>
        <h3>
          <DateTimeText instant={startsAt} isRelative={status === 'PLANNED'} />–
          <DateTimeText instant={endsAt} show="time" />
        </h3>
        <StudyBadge of="session" status={skipReason === 'EMPTY' ? 'EMPTY' : status} />
        {session.isViewerPresent && <SoftText isSmall>{t('study.youWereThere')}</SoftText>}
      </Cluster>
      {host && status !== 'SKIPPED' && <PersonChip name={host.displayName} detail={t(hostWord(session))} />}
      {presentCount !== null && presentCount !== undefined && (
        <div>
          <SoftText isSmall>{t('study.present', { count: presentCount })}</SoftText>
          <ProgressBar label={t('study.present', { count: presentCount })} value={presentCount} max={capacity} />
        </div>
      )}
      <SessionActions session={session} onChange={onChange} />
      <SessionNotes session={session} onChange={onChange} />
    </Card>
  );
}

function hostWord({ isHostedByViewer, isHostingOffered, status }: ShownSession): string {
  if (isHostedByViewer) return status === 'DONE' ? 'study.youHosted' : 'study.hostYou';
  return isHostingOffered ? 'study.hostingOffered' : 'study.host';
}
