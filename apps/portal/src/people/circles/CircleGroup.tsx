import type { ReactElement } from 'react';
import { ActionButton, Notice, SelectField, SoftText, TextAreaField, TextField, useTexts } from '@guildhall/ui';
import { groupKinds } from '../../groups/kinds.js';
import { useAction } from '../../graph/use-action.js';
import { FormAction } from '../../parts/FormAction.js';
import type { CircleProps } from './Circle.js';
import { agreeToGroupDocument, proposeCircleGroupDocument } from './circle-documents.js';

/** The group that a circle might go on as, by agreement of all. */
export function CircleGroup({ circle, onChange }: CircleProps): ReactElement {
  const { t } = useTexts();
  const { id, groupDraft, viewerActions } = circle;
  const propose = useAction(proposeCircleGroupDocument, (data) => data.proposeCircleGroup);
  const agree = useAction(agreeToGroupDocument, (data) => data.agreeToCircleGroup);
  return (
    <>
      {groupDraft && (
        <Notice>
          <p>{t('circles.drafted', { name: groupDraft.name })}</p>
          <SoftText>{t('circles.agreed', { count: groupDraft.agreedCount })}</SoftText>
          {groupDraft.hasAgreed && <SoftText>{t('circles.youAgreed')}</SoftText>}
        </Notice>
      )}
      <ActionButton
        viewerActions={viewerActions}
        action="AGREE_TO_GROUP"
        look="primary"
        label={t('circles.agree')}
        onRun={() => agree({ input: { circleId: id } })}
        onDone={onChange}
      />
      <FormAction
        viewerActions={viewerActions}
        action="PROPOSE_GROUP"
        label={t('circles.group')}
        lead={t('circles.groupLead')}
        initial={{ name: '', kind: '', purpose: '' }}
        onRun={({ name, kind, purpose }) =>
          propose({
            input: { circleId: id, name, purpose, kind: groupKinds.find((one) => one === kind) ?? 'SOCIETY' },
          })
        }
        onDone={onChange}
      >
        <TextField name="name" label={t('circles.groupName')} />
        <SelectField
          name="kind"
          label={t('circles.groupKindLabel')}
          options={groupKinds.map((value) => ({ value, label: t(`groupKind.${value}`) }))}
        />
        <TextAreaField name="purpose" label={t('circles.groupPurpose')} hint={t('circles.groupPurposeHint')} />
      </FormAction>
    </>
  );
}
