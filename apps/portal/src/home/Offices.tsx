import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Card, SoftText, useTexts } from '@guildhall/ui';
import { Row, Rows } from '../parts/Rows.js';
import type { HomeMember } from './home-document.js';

/** The offices the member holds and where their work is; nothing for whoever holds none. */
export function Offices({ member }: { readonly member: HomeMember }): ReactElement | null {
  const { t } = useTexts();
  const mandates = member.mandates ?? [];
  if (mandates.length === 0) return null;
  return (
    <Card>
      <h2>{t('home.offices')}</h2>
      <Rows>
        {mandates.map(({ id, position: { title, kind, group } }) => (
          <Row key={id}>
            <Workplace kind={kind} group={group ?? undefined} />
            <SoftText isSmall>{title}</SoftText>
          </Row>
        ))}
      </Rows>
    </Card>
  );
}

type WorkplaceProps = { readonly kind: string; readonly group?: { readonly id: string; readonly name: string } };

function Workplace({ kind, group }: WorkplaceProps): ReactElement {
  const { t } = useTexts();
  if (group !== undefined)
    return (
      <Link to="/groups/$groupId" params={{ groupId: group.id }}>
        {group.name}
      </Link>
    );
  return kind === 'UNION_OFFICER' ? (
    <Link to="/approvals">{t('home.approvals')}</Link>
  ) : (
    <span>{t('home.wholeUnion')}</span>
  );
}
