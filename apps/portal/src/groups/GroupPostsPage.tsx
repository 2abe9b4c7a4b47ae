import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { buttonClass, Page, Stack, useTexts } from '@guildhall/ui';
import { words as ofPosts } from '../campus/words.js';
import { usePlaceParam } from '../parts/use-place.js';
import { Posts } from './Posts.js';
import { words as ofGroups } from './words.js';

/** The words of groups, and those of what their people write. */
export const words = [...ofGroups, ...ofPosts];

/** What the people of a group write to each other. */
export function GroupPostsPage(): ReactElement {
  const { t } = useTexts();
  const groupId = usePlaceParam('groupId');
  return (
    <Page title={t('group.talk')}>
      <Stack gap="large">
        <Link className={buttonClass} data-look="quiet" to="/groups/$groupId" params={{ groupId }}>
          {t('group.back')}
        </Link>
        <Posts groupId={groupId} />
      </Stack>
    </Page>
  );
}
