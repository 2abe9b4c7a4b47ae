import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { useOnline } from '../app/use-online.js';
import { Icon } from '../icons/Icon.js';
import { useTexts } from '../texts/texts.js';
import { Account } from './Account.js';
import { Brand } from './Brand.js';
import styles from './shell.module.css';

/** What stands around every page of an app. */
export type AppShellProps = {
  readonly appName: string;
  /** The main navigation; nothing for a person who has no place to go to. */
  readonly navigation: ReactNode;
  /** Places that a phone shows beside the name of the app. */
  readonly signs: ReactNode;
  readonly children: ReactNode;
};

/** The frame of an app: navigation under the thumb on a phone and at the side on a desk, with landmarks and a way past them. */
export function AppShell({ appName, navigation, signs, children }: AppShellProps): ReactElement {
  const { t } = useTexts();
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {t('shell.skipToContent')}
      </a>
      <header className={styles.bar}>
        <Link to="/" className={styles.brand}>
          <Brand />
          {appName}
        </Link>
        <div className={styles.account}>
          {signs}
          <Account />
        </div>
      </header>
      {navigation}
      <div className={styles.content}>
        <OfflineBanner />
        <main id="content" className={styles.main} tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  );
}

function OfflineBanner(): ReactElement {
  const { t } = useTexts();
  const isOnline = useOnline();
  // The region is always there: a reader announces what appears inside it, not a region that appears.
  return (
    <div role="status">
      {!isOnline && (
        <p className={styles.offline}>
          <Icon name="offline" /> {t('shell.offline')}
        </p>
      )}
    </div>
  );
}
