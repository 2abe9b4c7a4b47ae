import type { ReactElement, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { usePageArrival } from '../shell/page-arrival.js';
import styles from './blocks.module.css';

/** What every page begins with. */
export type PageProps = {
  /** Also the title of the window and of the tab. */
  readonly title: string;
  readonly lead?: ReactNode;
  /** Buttons that act on what the page shows. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A page: one heading, which takes the focus when the person arrives from another page, so that it is read aloud. */
export function Page({ title, lead, actions, children }: PageProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  const { place, isFirst, appName } = usePageArrival();
  useEffect(() => {
    document.title = title === appName ? appName : `${title} · ${appName}`;
  }, [title, appName]);
  useEffect(() => {
    if (!isFirst) heading.current?.focus();
  }, [place, isFirst]);
  return (
    <div className={styles.page}>
      <header className={styles.pageHead}>
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions}
      </header>
      {children}
    </div>
  );
}
