import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  Card,
  DataTable,
  DateTimeText,
  PersonChip,
  SoftText,
  Stack,
  useReferralFieldNames,
  useTexts,
} from '@guildhall/ui';
import { ReferralChain } from './ReferralChain.js';
import { ReferralMilestones } from './ReferralMilestones.js';
import type { BoxedReferral } from './referral-box-document.js';

/** What became of one request: where it went, what was promised, who can read it now, and who opened what and when. */
export function GlassBox({ referral }: { readonly referral: BoxedReferral }): ReactElement {
  return (
    <Card>
      <Stack>
        <ReferralChain chain={referral.chain} here={referral.id} />
        <ReferralMilestones milestones={referral.milestones} />
        <Holders holders={referral.holders} />
        <Openings openings={referral.openings} />
      </Stack>
    </Card>
  );
}

function Holders({ holders }: Pick<BoxedReferral, 'holders'>): ReactElement | null {
  const { t } = useTexts();
  if (!holders) return null;
  return (
    <Stack gap="small">
      <h2>{t('glassBox.holders')}</h2>
      {holders.length === 0 && <SoftText>{t('glassBox.nobody')}</SoftText>}
      {holders.map(({ kind, name }) => (
        <PersonChip key={`${kind}/${name}`} name={name} detail={t(`glassBox.kind.${kind}`)} />
      ))}
    </Stack>
  );
}

type Opening = NonNullable<BoxedReferral['openings']>['edges'][number];

function Openings({ openings }: Pick<BoxedReferral, 'openings'>): ReactElement | null {
  const { t } = useTexts();
  const { wordsOf } = useReferralFieldNames();
  if (!openings) return null;
  const fieldsOf = ({ node: { fields } }: Opening): string =>
    fields.length === 0
      ? t('glassBox.otherWords')
      : fields.map(({ name }) => wordsOf(name) ?? t('case.erased')).join(', ');
  return (
    <Stack gap="small">
      <h2>{t('glassBox.openings')}</h2>
      {openings.edges.length === 0 ? (
        <SoftText>{t('glassBox.notOpened')}</SoftText>
      ) : (
        <DataTable
          caption={t('glassBox.caption')}
          rows={openings.edges}
          keyOf={({ cursor }) => cursor}
          columns={[
            {
              key: 'who',
              heading: t('glassBox.who'),
              cell: ({ node: { reader, readerRole } }) => (
                <PersonChip name={reader?.name ?? t('glassBox.unknown')} detail={t(`readerRole.${readerRole}`)} />
              ),
            },
            { key: 'what', heading: t('glassBox.what'), cell: fieldsOf },
            { key: 'at', heading: t('glassBox.at'), cell: ({ node }) => <DateTimeText instant={node.at} /> },
          ]}
        />
      )}
      {openings.pageInfo.hasNextPage && <Link to="/help/readings">{t('glassBox.more')}</Link>}
    </Stack>
  );
}
