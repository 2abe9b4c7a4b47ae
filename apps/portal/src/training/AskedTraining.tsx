import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTexts } from '@guildhall/ui';

/** Training that is asked for, as the graph tells it. */
export type ShownTraining = { readonly path?: { readonly id: string; readonly title: string } | null };

type AskedTrainingProps = { readonly label: string; readonly training: readonly ShownTraining[] };

/** What is to be learned, each with the way there; nothing where nothing is asked for. */
export function AskedTraining({ label, training }: AskedTrainingProps): ReactElement | null {
  const { t } = useTexts();
  if (training.length === 0) return null;
  return (
    <p>
      {label}{' '}
      {training.map(({ path }, index) => (
        <span key={path?.id ?? index}>
          {index > 0 && ', '}
          {path ? (
            <Link to="/learning/$pathId" params={{ pathId: path.id }}>
              {path.title}
            </Link>
          ) : (
            t('training.hiddenPath')
          )}
        </span>
      ))}
    </p>
  );
}
