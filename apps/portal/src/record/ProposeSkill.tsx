import type { ReactElement } from 'react';
import { useGraphQuery, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { atFields } from '../service/field-faults.js';
import { proposeChangeDocument, proposeSkillDocument, rulePathsDocument, type ShownSkill } from './skill-documents.js';
import { emptySkill, readSkill, skillField, skillValues } from './skill-form.js';
import { SkillFields, type RulePath } from './SkillFields.js';

type ProposeProps = { readonly viewerActions: readonly string[]; readonly onChange: () => void };

/** Proposes a skill that there was not. */
export function ProposeSkill({ viewerActions, onChange }: ProposeProps): ReactElement {
  const { t } = useTexts();
  const paths = useRulePaths();
  const propose = useAction(proposeSkillDocument, (data) => data.proposeSkill);
  return (
    <FormAction
      viewerActions={viewerActions}
      action="PROPOSE"
      label={t('skills.propose')}
      lead={t('skills.proposeLead')}
      initial={emptySkill}
      onRun={async (values) =>
        atFields(await propose({ input: { slug: values.slug, content: readSkill(values) } }), skillField)
      }
      onDone={onChange}
    >
      <SkillFields paths={paths} isNew />
    </FormAction>
  );
}

/** Proposes other words or rules for a skill, or its end. */
export function ChangeSkill({
  skill,
  viewerActions,
  onChange,
}: ProposeProps & { readonly skill: ShownSkill }): ReactElement {
  const { t } = useTexts();
  const paths = useRulePaths();
  const propose = useAction(proposeChangeDocument, (data) => data.proposeSkillChange);
  return (
    <FormAction
      viewerActions={viewerActions}
      action="PROPOSE"
      label={t('skills.change')}
      title={t('skills.changeOf', { skill: skill.name })}
      lead={t('skills.proposeLead')}
      initial={skillValues(skill)}
      onRun={async (values) =>
        atFields(
          await propose({ input: { skillId: skill.id, content: readSkill(values), isRetired: values.isRetired } }),
          skillField,
        )
      }
      onDone={onChange}
    >
      <SkillFields paths={paths} isNew={false} />
    </FormAction>
  );
}

function useRulePaths(): readonly RulePath[] {
  const { data } = useGraphQuery(rulePathsDocument, {});
  return (data?.paths?.edges ?? []).map(({ node }) => node);
}
