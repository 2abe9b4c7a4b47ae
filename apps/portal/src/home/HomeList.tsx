import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Card, Cluster, DateTimeText, Icon, SoftText, useTexts, type IconName } from '@guildhall/ui';
import styles from '../parts/parts.module.css';
import { Rows } from '../parts/Rows.js';
import { StatusWord } from '../parts/StatusWord.js';
import type { HomeItem } from './home-item.js';

/** A part of the first screen: lines that lead to what they are about. */
export function HomeList({
  title,
  empty,
  items,
}: {
  readonly title: string;
  readonly empty: string;
  readonly items: readonly HomeItem[];
}): ReactElement {
  return (
    <Card>
      <h2>{title}</h2>
      {items.length === 0 ? (
        <SoftText>{empty}</SoftText>
      ) : (
        <Rows>
          {items.map((item) => (
            <HomeRow key={item.id} item={item} />
          ))}
        </Rows>
      )}
    </Card>
  );
}

const icons = {
  '/activities/$activityId': 'calendar',
  '/groups/$groupId': 'people',
  '/help/$caseId': 'case',
  '/learning/$pathId': 'book',
} as const satisfies Record<HomeItem['to'], IconName>;

function HomeRow({ item }: { readonly item: HomeItem }): ReactElement {
  const { t } = useTexts();
  const { key, words, at, status } = item;
  return (
    <li className={styles.line}>
      <Icon name={icons[item.to]} />
      <div>
        <ItemLink item={item}>{t(key, words)}</ItemLink>
        <Cluster>
          {at !== undefined && (
            <SoftText isSmall>
              <DateTimeText instant={at} show="day" />
            </SoftText>
          )}
          {status !== undefined && <StatusWord {...status} />}
        </Cluster>
      </div>
    </li>
  );
}

function ItemLink({
  item: { to, target },
  children,
}: {
  readonly item: HomeItem;
  readonly children: string;
}): ReactElement {
  if (to === '/activities/$activityId')
    return (
      <Link to={to} params={{ activityId: target }}>
        {children}
      </Link>
    );
  if (to === '/help/$caseId')
    return (
      <Link to={to} params={{ caseId: target }}>
        {children}
      </Link>
    );
  if (to === '/learning/$pathId')
    return (
      <Link to={to} params={{ pathId: target }}>
        {children}
      </Link>
    );
  return (
    <Link to={to} params={{ groupId: target }}>
      {children}
    </Link>
  );
}
