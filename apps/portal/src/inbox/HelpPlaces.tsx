import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { buttonClass, Cluster, useGraphQuery, useTexts } from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';

const document = graphql(`
  query HelpPlaces {
    viewer {
      subject
      caseCopyActions
      caseInboxes {
        id
        role
        unreadCount
      }
    }
  }
`);

/** The ways from one's cases to the inbox, to who read what, and to a copy of everything. */
export function HelpPlaces(): ReactElement {
  const { t } = useTexts();
  const { data } = useGraphQuery(document, {});
  const unread = data?.viewer.caseInboxes.find(({ role }) => role === 'STUDENT')?.unreadCount ?? 0;
  const canCopy = data?.viewer.caseCopyActions.includes('TAKE') ?? false;
  return (
    <Cluster>
      <Link className={buttonClass} data-look="plain" to="/help/inbox">
        {unread > 0 ? t('caseInbox.linkUnread', { count: unread }) : t('caseInbox.link')}
      </Link>
      <Link className={buttonClass} data-look="plain" to="/help/readings">
        {t('readings.link')}
      </Link>
      <Link className={buttonClass} data-look="plain" to="/lessons">
        {t('case.lessons')}
      </Link>
      {canCopy && (
        <Link className={buttonClass} data-look="plain" to="/help/copy">
          {t('caseCopy.link')}
        </Link>
      )}
    </Cluster>
  );
}
