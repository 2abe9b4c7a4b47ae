import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Card, Cluster, DateTimeText, SoftText, useGraphQuery, useTexts } from '@guildhall/ui';
import { Row, Rows } from '../parts/Rows.js';
import { StatusWord } from '../parts/StatusWord.js';
import { representedCasesDocument } from './acting-documents.js';

/** Cases on which the viewer acts for others; nothing while there is none. */
export function ActingFor(): ReactElement | null {
  const { t } = useTexts();
  const { data } = useGraphQuery(representedCasesDocument, {});
  const edges = data?.representedCases?.edges ?? [];
  if (edges.length === 0) return null;
  return (
    <Card>
      <h2>{t('acting.others')}</h2>
      <Rows>
        {edges.map(({ node }) => (
          <Row key={node.id}>
            <div>
              <Link to="/help/for/$caseId" params={{ caseId: node.id }}>
                {t(`matter.${node.matter}`)}
              </Link>
              <SoftText isSmall>
                {t('acting.until')} <DateTimeText instant={node.consent.endsAt} show="day" />
              </SoftText>
            </div>
            <Cluster>
              <StatusWord family="case" status={node.status} />
            </Cluster>
          </Row>
        ))}
      </Rows>
    </Card>
  );
}
