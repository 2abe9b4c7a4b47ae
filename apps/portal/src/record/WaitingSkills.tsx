import type { ReactElement } from 'react';
import { ActionButton, Card, Cluster, SoftText, TextAreaField, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import {
  confirmVersionDocument,
  declineVersionDocument,
  withdrawVersionDocument,
  type ShownVersion,
} from './skill-documents.js';
import { SkillRules } from './SkillRules.js';

/** What waits for somebody else's word, for those who may give it. */
export function WaitingSkills({
  versions,
  onChange,
}: {
  readonly versions: readonly ShownVersion[];
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h2>{t('skills.waiting')}</h2>
      {versions.length === 0 && <SoftText>{t('skills.nothingWaits')}</SoftText>}
      {versions.map((version) => (
        <section key={version.id} aria-label={version.name}>
          <h3>{version.name}</h3>
          <SoftText>{version.summary}</SoftText>
          {version.isRetired && <SoftText>{t('skills.ends')}</SoftText>}
          <SkillRules rules={version.rules} />
          <Decide version={version} onChange={onChange} />
        </section>
      ))}
    </Card>
  );
}

function Decide({
  version: { id: versionId, viewerActions },
  onChange,
}: {
  readonly version: ShownVersion;
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTexts();
  const confirm = useAction(confirmVersionDocument, (data) => data.confirmSkillVersion);
  const decline = useAction(declineVersionDocument, (data) => data.declineSkillVersion);
  const withdraw = useAction(withdrawVersionDocument, (data) => data.withdrawSkillVersion);
  return (
    <Cluster>
      <ActionButton
        viewerActions={viewerActions}
        action="CONFIRM"
        look="primary"
        label={t('skills.confirm')}
        onRun={() => confirm({ input: { versionId } })}
        onDone={onChange}
      />
      <FormAction
        viewerActions={viewerActions}
        action="DECLINE"
        label={t('skills.decline')}
        initial={{ reason: '' }}
        onRun={({ reason }) => decline({ input: { versionId, reason } })}
        onDone={onChange}
      >
        <TextAreaField name="reason" label={t('skills.reason')} />
      </FormAction>
      <ActionButton
        viewerActions={viewerActions}
        action="WITHDRAW"
        label={t('skills.withdraw')}
        onRun={() => withdraw({ input: { versionId } })}
        onDone={onChange}
      />
    </Cluster>
  );
}
