import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { buttonClass, Page, Stack, useTexts } from '@guildhall/ui';
import { usePlaceParam } from '../parts/use-place.js';
import { GroupPeople } from './GroupPeople.js';

export { words } from './words.js';

/** Who runs a group and ran it, and who is in it. */
export function GroupPeoplePage(): ReactElement {
  const { t } = useTexts();
  const groupId = usePlaceParam('groupId');
  return (
    <Page title={t('group.people')}>
      <Stack gap="large">
        <Link className={buttonClass} data-look="quiet" to="/groups/$groupId" params={{ groupId }}>
          {t('group.back')}
        </Link>
        <GroupPeople groupId={groupId} />
      </Stack>
    </Page>
  );
}
