import type { ReactElement } from 'react';
import {
  ActionButton,
  Card,
  Cluster,
  NextPage,
  QueryView,
  SoftText,
  TextAreaField,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import {
  confirmVersionDocument,
  declineVersionDocument,
  waitingSkillsDocument,
  withdrawVersionDocument,
  type ShownVersion,
} from './skill-documents.js';
import { SkillRules } from './SkillRules.js';

/** What waits for somebody else's word, for those who may give it. */
export function WaitingSkills({ onChange }: { readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h2>{t('skills.waiting')}</h2>
      <Versions onChange={onChange} />
    </Card>
  );
}

function Versions({ after, onChange }: { readonly after?: string; readonly onChange: () => void }): ReactElement {
  const { t, language } = useTexts();
  const query = useGraphQuery(waitingSkillsDocument, { language, ...(after && { after }) });
  const change = (): void => {
    query.reload();
    onChange();
  };
  return (
    <QueryView
      query={query}
      isEmpty={({ proposedSkillVersions }) => (proposedSkillVersions?.edges ?? []).length === 0}
      empty={<SoftText>{t('skills.nothingWaits')}</SoftText>}
    >
      {({ proposedSkillVersions }) =>
        proposedSkillVersions && (
          <>
            {proposedSkillVersions.edges.map(({ node }) => (
              <section key={node.id} aria-label={node.name}>
                <h3>{node.name}</h3>
                <SoftText>{node.summary}</SoftText>
                {node.isRetired && <SoftText>{t('skills.ends')}</SoftText>}
                <SkillRules rules={node.rules} />
                <Decide version={node} onChange={change} />
              </section>
            ))}
            <NextPage pageInfo={proposedSkillVersions.pageInfo}>
              {(next) => <Versions after={next} onChange={onChange} />}
            </NextPage>
          </>
        )
      }
    </QueryView>
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
