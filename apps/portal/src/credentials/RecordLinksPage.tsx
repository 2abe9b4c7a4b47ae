import { useState, type ReactElement } from 'react';
import {
  ActionButton,
  Card,
  DateTimeText,
  EmptyState,
  NextPage,
  Page,
  QueryView,
  SignedIn,
  SkeletonList,
  SoftText,
  Stack,
  StatusBadge,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { LearningSections } from '../learning/LearningSections.js';
import { useReloadOn } from '../graph/use-reload-on.js';
import { RecordSections } from '../record/RecordSections.js';
import styles from './credentials.module.css';
import { linksDocument, withdrawDocument, type OwnLink } from './link-documents.js';
import { ShareRecord } from './ShareRecord.js';
import { SharedThingView } from './SharedThingView.js';

export { words } from './words.js';

/** The links under which the viewer shows parts of the record: making one, what each shows, and when it was opened. */
export function RecordLinksPage(): ReactElement {
  const { t } = useTexts();
  const [changes, setChanges] = useState(0);
  const onChange = (): void => setChanges(changes + 1);
  return (
    <Page title={t('links.title')} lead={t('links.lead')}>
      <Stack>
        <LearningSections current="/record" />
        <RecordSections current="/record/links" />
        <SignedIn>
          <ShareRecord onShared={onChange} />
          <h2>{t('links.made')}</h2>
          <Links {...{ changes, onChange }} />
        </SignedIn>
      </Stack>
    </Page>
  );
}

type ListProps = { readonly after?: string; readonly changes: number; readonly onChange: () => void };

function Links({ after, changes, onChange }: ListProps): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(linksDocument, after === undefined ? {} : { after });
  useReloadOn(changes, query);
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={2} height="8rem" />}
      isEmpty={({ viewer }) => (viewer.member?.recordLinks?.edges ?? []).length === 0}
      empty={
        <EmptyState picture="letter" title={t('links.none')}>
          {t('links.noneLead')}
        </EmptyState>
      }
    >
      {({ viewer: { member } }) =>
        member?.recordLinks && (
          <Stack>
            {member.recordLinks.edges.map(({ node }) => (
              <LinkCard key={node.id} link={node} onChange={onChange} />
            ))}
            <NextPage pageInfo={member.recordLinks.pageInfo}>
              {(next) => <Links after={next} {...{ changes, onChange }} />}
            </NextPage>
          </Stack>
        )
      }
    </QueryView>
  );
}

function LinkCard({ link, onChange }: { readonly link: OwnLink; readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  const withdraw = useAction(withdrawDocument, (data) => data.withdrawRecordLink);
  const { id, note, status, createdAt, expiresAt, items, chosenCount, viewerActions } = link;
  const name = note === '' ? t('links.unnamed') : note;
  return (
    <Card>
      <Stack>
        <h3>{name}</h3>
        <SoftText>
          <StatusBadge tone={status === 'OPEN' ? 'good' : 'neutral'}>{t(`links.status.${status}`)}</StatusBadge>{' '}
          {t('links.since')} <DateTimeText instant={createdAt} show="day" /> {' · '} {t('links.until')}{' '}
          <DateTimeText instant={expiresAt} show="day" />
        </SoftText>
        <SoftText isSmall>{t('links.shows', { shown: items.length, chosen: chosenCount })}</SoftText>
        <details>
          <summary>{t('links.whatItShows')}</summary>
          <ul className={styles.things}>
            {items.map((thing) => (
              <li key={thing.id}>
                <SharedThingView thing={thing} />
              </li>
            ))}
          </ul>
        </details>
        <Views views={link.views} />
        <ActionButton
          viewerActions={viewerActions}
          action="WITHDRAW"
          look="danger"
          label={t('links.withdraw', { name })}
          confirm={{
            title: t('links.withdrawTitle', { name }),
            body: t('links.withdrawBody'),
            label: t('links.withdrawYes'),
          }}
          onRun={() => withdraw({ input: { linkId: id } })}
          onDone={onChange}
        />
      </Stack>
    </Card>
  );
}

function Views({ views }: Pick<OwnLink, 'views'>): ReactElement {
  const { t } = useTexts();
  if (views.length === 0) return <SoftText isSmall>{t('links.neverOpened')}</SoftText>;
  return (
    <details>
      <summary>{t('links.opened', { count: views.length })}</summary>
      <Stack gap="small">
        {views.map((view, index) => (
          <SoftText key={index} isSmall>
            <DateTimeText instant={view} />
          </SoftText>
        ))}
      </Stack>
    </details>
  );
}
