import type { ReactElement } from 'react';
import { Link, useSearch } from '@tanstack/react-router';
import { buttonClass, Cluster, Page, SkeletonList, Stack, useTexts } from '@guildhall/ui';
import { ForDepartment } from '../department/ForDepartment.js';
import { RaisedIssueRows } from './RaisedIssueRows.js';
import type { RaisedPart } from './raised-search.js';
import { raisedParts, readRaisedSearch } from './raised-search.js';

/** The issues that courses raised to the department. Which part is shown stands in the address. */
export function RaisedIssuesPage(): ReactElement {
  const { t } = useTexts();
  const { show = 'open' } = useSearch({ strict: false, select: readRaisedSearch });
  return (
    <Page
      title={t('raisedIssues.title')}
      lead={t('raisedIssues.lead')}
      // Five places are what fits the navigation of a phone: proposals stand beside issues.
      actions={
        <Link to="/proposals" className={buttonClass} data-look="plain">
          {t('partners.proposals')}
        </Link>
      }
    >
      <ForDepartment skeleton={<SkeletonList count={4} height="4rem" />}>
        {() => (
          <Stack>
            <Parts shown={show} />
            <RaisedIssueRows key={show} part={show} />
          </Stack>
        )}
      </ForDepartment>
    </Page>
  );
}

function Parts({ shown }: { readonly shown: RaisedPart }): ReactElement {
  const { t } = useTexts();
  return (
    <nav aria-label={t('raisedIssues.parts')}>
      <Cluster>
        {raisedParts.map((each) => (
          <Link
            key={each}
            to="/issues"
            search={each === 'open' ? {} : { show: each }}
            className={buttonClass}
            data-look="choice"
            activeOptions={{ exact: true }}
            aria-current={each === shown ? 'page' : undefined}
          >
            {t(`raisedIssues.${each}`)}
          </Link>
        ))}
      </Cluster>
    </nav>
  );
}
