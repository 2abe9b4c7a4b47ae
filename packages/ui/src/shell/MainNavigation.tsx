import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Icon } from '../icons/Icon.js';
import { useTexts } from '../texts/texts.js';
import type { UseNavigation } from './navigation.js';
import styles from './shell.module.css';

/** The main navigation: what the person may use, its place alone while that is not known, and nothing when there is nothing. */
export function MainNavigation({ useNavigation }: { readonly useNavigation: UseNavigation }): ReactElement | null {
  const { t } = useTexts();
  const items = useNavigation();
  if (items === undefined) return <NavigationPlace />;
  if (items.length === 0) return null;
  return (
    <nav className={styles.nav} aria-label={t('shell.mainNavigation')}>
      <ul>
        {items.map(({ to, labelKey, icon }) => (
          <li key={to}>
            <Link to={to} className={styles.link} activeOptions={{ exact: to === '/', includeSearch: false }}>
              <span className={styles.pill}>
                <Icon name={icon} />
              </span>
              <span>{t(labelKey)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
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
