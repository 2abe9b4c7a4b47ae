import {
  buttonClass,
  Cluster,
  EmptyState,
  Page,
  QueryView,
  SkeletonList,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { CommonMattersDocument } from '../generated/common/graphql.js';
import { ForRoles } from '../roles/ForRoles.js';
import { pageRoles } from '../roles/page-roles.js';
import { LessonCard } from './LessonCard.js';
import { SuggestionCard } from './SuggestionCard.js';

export { words } from '../course/words.js';

/** What many cases share, as numbers, and the lessons that wait for their second reading. */
export function CommonPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('common.title')} lead={t('common.lead')}>
      <ForRoles roles={pageRoles.queue}>
        {({ roles }) => (
          <Stack gap="large">
            <Cluster>
              <Link to="/rules" className={buttonClass} data-look="plain">
                {t('rules.title')}
              </Link>
              {roles.includes('ADVICE_MANAGER') && (
                <Link to="/kept" className={buttonClass} data-look="plain">
                  {t('kept.pageTitle')}
                </Link>
              )}
            </Cluster>
            <Matters />
          </Stack>
        )}
      </ForRoles>
    </Page>
  );
}

function Matters(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(CommonMattersDocument, {});
  return (
    <QueryView query={query} skeleton={<SkeletonList height="14rem" />}>
      {({ collectiveSuggestions, lessonsToCheck }) => {
        const lessons = lessonsToCheck?.edges ?? [];
        return (
          <Stack gap="large">
            <h2>{t('common.shared')}</h2>
            {(collectiveSuggestions ?? []).map((suggestion) => (
              <SuggestionCard key={suggestion.id} suggestion={suggestion} onDone={query.reload} />
            ))}
            {collectiveSuggestions?.length === 0 && (
              <EmptyState picture="shelf" title={t('common.noneTitle')}>
                {t('common.noneLead')}
              </EmptyState>
            )}
            {lessons.length > 0 && <h2>{t('common.lessons')}</h2>}
            {lessons.map(({ node }) => (
              <LessonCard key={node.id} lesson={node} onDone={query.reload} />
            ))}
          </Stack>
        );
      }}
    </QueryView>
  );
}
