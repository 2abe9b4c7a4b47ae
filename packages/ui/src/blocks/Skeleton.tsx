import type { ReactElement } from 'react';
import { useTexts } from '../texts/texts.js';
import styles from './blocks.module.css';
import { Veiled } from './Layout.js';

/** A grey shape as large as what will stand there, so that nothing moves when it comes. */
export function Skeleton({
  height,
  width = '100%',
}: {
  readonly height: string;
  readonly width?: string;
}): ReactElement {
  return <span className={styles.skeleton} style={{ height, width }} aria-hidden="true" />;
}

/** Skeletons in place of a list; read aloud as "loading" once. */
export function SkeletonList({
  count = 3,
  height = '5.500rem',
}: {
  readonly count?: number;
  readonly height?: string;
}): ReactElement {
  const { t } = useTexts();
  return (
    <div className={styles.stack} role="status">
      <Veiled>{t('query.loading')}</Veiled>
      {Array.from({ length: count }, (_, index) => (
        <Skeleton key={index} height={height} />
      ))}
    </div>
  );
}
