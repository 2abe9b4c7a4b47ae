import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Card, useTexts } from '@guildhall/ui';
import { Row, Rows } from '../parts/Rows.js';
import { courseName } from './course-name.js';
import { issueStatuses } from './kinds.js';
import type { ShownSpace } from './spaces-document.js';

/** For a representative: how many issues of the course stand where, each number leading to its list. */
export function RepDigest({ spaces }: { readonly spaces: readonly ShownSpace[] }): ReactElement {
  const { t } = useTexts();
  return (
    <>
      {spaces.map(({ id, constituency, digest }) => {
        const counts = new Map(digest?.map(({ status, count }) => [status, count]));
        return (
          digest && (
            <Card key={id}>
              <h2>{t('issues.digest', { course: courseName(t, constituency) })}</h2>
              <Rows>
                {issueStatuses
                  .filter((status) => (counts.get(status) ?? 0) > 0)
                  .map((status) => (
                    <Row key={status}>
                      <Link to="/issues" search={{ status }}>
                        {t(`status.issue.${status}`)}
                      </Link>
                      <strong>{counts.get(status)}</strong>
                    </Row>
                  ))}
              </Rows>
            </Card>
          )
        );
      })}
    </>
  );
}
