import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { Dialog } from '../blocks/Dialog.js';
import { Veiled } from '../blocks/Layout.js';
import { Icon } from '../icons/Icon.js';
import { useTexts } from '../texts/texts.js';
import type { NavigationItem, UseNavigation } from './navigation.js';
import styles from './shell.module.css';

/** The main navigation: what the person may use, its place alone while that is not known, and nothing when there is nothing. */
export function MainNavigation({ useNavigation }: { readonly useNavigation: UseNavigation }): ReactElement | null {
  const { t } = useTexts();
  const items = useNavigation();
  if (items === undefined) return <NavigationPlace />;
  if (items.length === 0) return null;
  const more = items.filter(({ phonePlace }) => phonePlace === 'more');
  return (
    <nav className={styles.nav} aria-label={t('shell.mainNavigation')}>
      <ul>
        {items.map((item) => (
          <li key={item.to} data-phone={item.phonePlace}>
            <PlaceLink item={item} />
          </li>
        ))}
        {more.length > 0 && (
          <li className={styles.onPhone}>
            <MorePlaces items={more} />
          </li>
        )}
      </ul>
    </nav>
  );
}

/** The places that stand as signs beside the name of the app on a phone; elsewhere they are in the navigation. */
export function HeadNavigation({ useNavigation }: { readonly useNavigation: UseNavigation }): ReactElement {
  const { t } = useTexts();
  const items = useNavigation() ?? [];
  return (
    <>
      {items
        .filter(({ phonePlace }) => phonePlace === 'head')
        .map(({ to, labelKey, icon, waiting }) => (
          <Link key={to} to={to} className={styles.sign}>
            <Icon name={icon} />
            <Veiled>{t(labelKey)}</Veiled>
            <Count waiting={waiting} />
          </Link>
        ))}
    </>
  );
}

function PlaceLink({
  item: { to, labelKey, icon, waiting },
  onFollow,
}: {
  readonly item: NavigationItem;
  readonly onFollow?: () => void;
}): ReactElement {
  const { t } = useTexts();
  return (
    <Link
      to={to}
      className={styles.link}
      activeOptions={{ exact: to === '/', includeSearch: false }}
      {...(onFollow !== undefined && { onClick: onFollow })}
    >
      <span className={styles.pill}>
        <Icon name={icon} />
      </span>
      <span>{t(labelKey)}</span>
      <Count waiting={waiting} />
    </Link>
  );
}

/** A number to see, and words to hear. */
function Count({ waiting }: Pick<NavigationItem, 'waiting'>): ReactElement | null {
  const { t } = useTexts();
  if (waiting === undefined || waiting.count === 0) return null;
  return (
    <>
      <b className={styles.count} aria-hidden="true">
        {waiting.count > 99 ? '99+' : waiting.count}
      </b>
      <Veiled>: {t(waiting.labelKey, { count: waiting.count })}</Veiled>
    </>
  );
}

function MorePlaces({ items }: { readonly items: readonly NavigationItem[] }): ReactElement {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const waits = items.some(({ waiting }) => (waiting?.count ?? 0) > 0);
  return (
    <>
      <button type="button" className={styles.link} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <span className={styles.pill} data-waits={waits}>
          <Icon name="more" />
        </span>
        <span>{t('shell.more')}</span>
      </button>
      <Dialog title={t('shell.more')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <ul className={styles.more}>
          {items.map((item) => (
            <li key={item.to}>
              <PlaceLink item={item} onFollow={() => setOpen(false)} />
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}

/** Keeps the place of the navigation. It is no landmark: a reader would find it empty. */
export function NavigationPlace(): ReactElement {
  return (
    <div className={styles.nav}>
      <span className={styles.link} />
    </div>
  );
}
