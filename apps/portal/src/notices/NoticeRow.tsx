import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Button, Cluster, DateTimeText, SoftText, StatusBadge, useTexts, Veiled } from '@guildhall/ui';
import { Row } from '../parts/Rows.js';
import { noticePlace, type ShownNotice } from './notice-place.js';

/** One notification: what happened, whom and what it is about as far as that may be seen now, and the way there. */
export function NoticeRow({
  notice,
  onRead,
}: {
  readonly notice: ShownNotice;
  readonly onRead: () => void;
}): ReactElement {
  const { t } = useTexts();
  const { reason, toldAt, readAt, from, group, activity, proposal } = notice;
  const words = t(`notice.${reason}`);
  const place = noticePlace(notice);
  const isNew = readAt === null;
  const about = [from?.displayName, activity?.title, group?.name].filter((name) => typeof name === 'string');
  return (
    <Row>
      <div>
        <Cluster>
          {isNew && <StatusBadge tone="info">{t('notices.new')}</StatusBadge>}
          {place === undefined ? (
            <span>{words}</span>
          ) : (
            <Link to={place} {...(isNew && { onClick: onRead })}>
              {words}
            </Link>
          )}
        </Cluster>
        {about.length > 0 && <p>{about.join(' · ')}</p>}
        {proposal && <p lang={proposal.text.language}>{proposal.text.title}</p>}
        <SoftText isSmall>
          <DateTimeText instant={toldAt} />
        </SoftText>
      </div>
      {isNew && (
        <Button look="quiet" onPress={onRead}>
          {t('notices.read')} <Veiled>{words}</Veiled>
        </Button>
      )}
    </Row>
  );
}
