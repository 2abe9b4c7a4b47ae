import type { ReactElement } from 'react';
import { ActionButton, Card, Cluster, SoftText, StatusBadge, useTexts, type Tone } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import styles from './learning.module.css';
import type { ShownEnrolment, ShownUpgrade } from './path-document.js';
import { upgradeDocument } from './step-documents.js';

const tones: Readonly<Record<string, Tone>> = { KEPT: 'good', CHANGED: 'warn', ADDED: 'info', REMOVED: 'neutral' };

type UpgradePartProps = {
  readonly enrolment: ShownEnrolment;
  readonly upgrade: ShownUpgrade;
  readonly onChange: () => void;
};

/** A newer version of the path: what it would change, step by step, before one chooses it. */
export function UpgradePart({ enrolment, upgrade, onChange }: UpgradePartProps): ReactElement {
  const { t } = useTexts();
  const run = useAction(upgradeDocument, (data) => data.upgradeEnrolment);
  return (
    <Card>
      <h2>{t('path.newer')}</h2>
      <SoftText>{t('path.newerLead')}</SoftText>
      <details>
        <summary>{t('path.whatChanges')}</summary>
        <ul className={styles.changes}>
          {upgrade.steps.map(({ change, before, after }) => (
            <li key={after?.id ?? before?.id}>
              <StatusBadge tone={tones[change] ?? 'neutral'}>{t(`change.${change}`)}</StatusBadge>{' '}
              {after?.title ?? before?.title}
            </li>
          ))}
        </ul>
      </details>
      <Cluster>
        <ActionButton
          viewerActions={enrolment.viewerActions}
          action="UPGRADE"
          label={t('path.upgrade')}
          confirm={{ title: t('path.upgradeTitle'), body: t('path.upgradeBody'), label: t('path.upgrade') }}
          onRun={() => run({ input: { enrolmentId: enrolment.id, pathVersionId: upgrade.version.id } })}
          onDone={onChange}
        />
      </Cluster>
    </Card>
  );
}
