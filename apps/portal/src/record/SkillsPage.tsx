import type { ReactElement } from 'react';
import {
  Card,
  EmptyState,
  NextPage,
  Page,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { LearningSections } from '../learning/LearningSections.js';
import { RecordSections } from './RecordSections.js';
import { ChangeSkill, ProposeSkill } from './ProposeSkill.js';
import { skillsDocument } from './skill-documents.js';
import { SkillRules } from './SkillRules.js';
import { WaitingSkills } from './WaitingSkills.js';

export { words } from './words.js';

/** Which evidence shows which skill: everybody reads it; union officers and administrators propose, and another confirms. */
export function SkillsPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('skills.title')} lead={t('skills.lead')}>
      <Stack>
        <LearningSections current="/record" />
        <RecordSections current="/record/skills" />
        <Skills />
      </Stack>
    </Page>
  );
}

function Skills({ after }: { readonly after?: string }): ReactElement {
  const { t, language } = useTexts();
  const query = useGraphQuery(skillsDocument, { language, ...(after && { after }) });
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={4} height="8rem" />}
      isEmpty={({ skills, viewer }) => (skills?.edges ?? []).length === 0 && (viewer.skillActions ?? []).length === 0}
      empty={
        <EmptyState picture="shelf" title={t('skills.none')}>
          {t('skills.noneLead')}
        </EmptyState>
      }
    >
      {({ skills, proposedSkillVersions, viewer: { skillActions } }) => (
        <Stack>
          {after === undefined && (skillActions ?? []).length > 0 && (
            <>
              <WaitingSkills
                versions={(proposedSkillVersions?.edges ?? []).map(({ node }) => node)}
                onChange={query.reload}
              />
              <ProposeSkill viewerActions={skillActions ?? []} onChange={query.reload} />
            </>
          )}
          {(skills?.edges ?? []).map(({ node }) => (
            <Card key={node.id}>
              <h2>{node.name}</h2>
              <SoftText>{node.summary}</SoftText>
              <h3>{t('skills.shownBy')}</h3>
              <SkillRules rules={node.rules} />
              <ChangeSkill skill={node} viewerActions={skillActions ?? []} onChange={query.reload} />
            </Card>
          ))}
          {skills && <NextPage pageInfo={skills.pageInfo}>{(next) => <Skills after={next} />}</NextPage>}
        </Stack>
      )}
    </QueryView>
  );
}
