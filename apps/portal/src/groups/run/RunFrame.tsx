import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import {
  buttonClass,
  Cluster,
  DateTimeText,
  EmptyState,
  Notice,
  Page,
  QueryView,
  Skeleton,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { usePlaceParam } from '../../parts/use-place.js';
import { runDocument, type RunGroup, type RunPartProps } from './run-document.js';

/** What one of the officers' pages shows of the group. */
export type RunFrameProps = { readonly children: (props: RunPartProps) => ReactNode };

/** What the pages of a group's officers share: the way between them, the handover alert, and a word to everybody else. */
export function RunFrame({ children }: RunFrameProps): ReactElement {
  const { t } = useTexts();
  const groupId = usePlaceParam('groupId');
  const query = useGraphQuery(runDocument, { id: groupId });
  return (
    <Page title={query.data?.group?.name ?? t('runGroup.title')} lead={t('runGroup.lead')}>
      <Stack gap="large">
        <Ways groupId={groupId} />
        <QueryView
          query={query}
          skeleton={<Skeleton height="30rem" />}
          isEmpty={({ group }) => group?.viewerActions.includes('EDIT') !== true}
          empty={
            <EmptyState picture="door" title={t('runGroup.notYours')}>
              {t('runGroup.notYoursLead')}
            </EmptyState>
          }
        >
          {({ group }) =>
            group && (
              <Stack gap="large">
                <HandoverAlert group={group} />
                {children({ group, onChange: query.reload })}
              </Stack>
            )
          }
        </QueryView>
      </Stack>
    </Page>
  );
}

function Ways({ groupId }: { readonly groupId: string }): ReactElement {
  const { t } = useTexts();
  const params = { groupId };
  const look = { className: buttonClass, 'data-look': 'quiet' };
  return (
    <Cluster>
      <Link {...look} to="/groups/$groupId" params={params}>
        {t('runGroup.back')}
      </Link>
      <Link {...look} to="/groups/$groupId/run" params={params}>
        {t('runGroup.comingIn')}
      </Link>
      <Link {...look} to="/groups/$groupId/run/offices" params={params}>
        {t('runGroup.offices')}
      </Link>
      <Link {...look} to="/groups/$groupId/run/affiliation" params={params}>
        {t('runGroup.affiliation')}
      </Link>
    </Cluster>
  );
}

function HandoverAlert({ group: { handover } }: { readonly group: RunGroup }): ReactElement | null {
  const { t } = useTexts();
  if (!handover || handover.state === 'SERVED') return null;
  return (
    <Notice tone="warn">
      <p>{t(`runGroup.handover.${handover.state}`)}</p>
      <DateTimeText instant={handover.servedUntil} show="day" />
      {handover.dormantAt !== null && (
        <SoftText isSmall>
          {t('inGroup.dormantOn')} <DateTimeText instant={handover.dormantAt} show="day" />
        </SoftText>
      )}
    </Notice>
  );
}
