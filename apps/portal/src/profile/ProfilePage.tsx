import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import {
  Card,
  DateTimeText,
  EmptyState,
  Notice,
  Page,
  QueryView,
  SignedIn,
  Skeleton,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { Facts } from '../parts/Facts.js';
import { Row, Rows } from '../parts/Rows.js';
import { profileDocument, type OwnMember } from './profile-document.js';
import { ProfileForm } from './ProfileForm.js';

export { words } from './words.js';

/** The viewer's own profile: what it says and who may see each part of it. */
export function ProfilePage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('profile.title')} lead={t('profile.lead')}>
      <SignedIn>
        <Profile />
      </SignedIn>
    </Page>
  );
}

function Profile(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(profileDocument, {});
  const [savedCount, setSavedCount] = useState(0);
  const saved = (): void => {
    setSavedCount((count) => count + 1);
    query.reload();
  };
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="60rem" />}
      isEmpty={({ viewer }) => viewer.member === null || viewer.member === undefined}
      empty={<EmptyState title={t('profile.none')}>{t('profile.noneLead')}</EmptyState>}
    >
      {({ viewer: { member } }) =>
        member && (
          <Stack>
            {savedCount > 0 && <Notice tone="good">{t('profile.saved')}</Notice>}
            {member.viewerActions.includes('EDIT_PROFILE') && <ProfileForm member={member} onDone={saved} />}
            <Record member={member} />
          </Stack>
        )
      }
    </QueryView>
  );
}

function Record({ member }: { readonly member: OwnMember }): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h2>{t('profile.record')}</h2>
      <Facts
        facts={[
          { name: t('profile.studentNumber'), value: member.studentNumber },
          { name: t('profile.faculty'), value: member.faculty },
          { name: t('profile.programme'), value: member.programme },
          { name: t('profile.level'), value: member.level && t(`studyLevel.${member.level}`) },
          { name: t('profile.year'), value: member.year },
          {
            name: t('profile.joined'),
            value: member.joinedAt && <DateTimeText instant={member.joinedAt} show="day" />,
          },
        ]}
      />
      <h3>{t('profile.groups')}</h3>
      <Rows>
        {(member.groups ?? []).map(
          ({ id, group }) =>
            group && (
              <Row key={id}>
                <Link to="/groups/$groupId" params={{ groupId: group.id }}>
                  {group.name}
                </Link>
              </Row>
            ),
        )}
      </Rows>
    </Card>
  );
}
