import { Link } from '@tanstack/react-router';
import { Fragment, type ReactElement } from 'react';
import { Card, Cluster, QueryView, SoftText, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import { Row, Rows } from '../parts/Rows.js';
import { MyWeek } from './MyWeek.js';
import { myStudyDocument } from './study-documents.js';
import { StudyBadge } from './StudyBadge.js';

/** The study groups the viewer is in, waits for or is invited to, and what comes next in them. */
export function MyStudy(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(myStudyDocument, {});
  return (
    <QueryView
      query={query}
      isEmpty={({ viewer }) => (viewer.studyPlaces?.edges ?? []).length === 0}
      empty={<Fragment />}
    >
      {({ viewer }) => (
        <Card>
          <h2>{t('study.mine')}</h2>
          <Stack>
            {(viewer.studySessions?.edges ?? []).length > 0 && (
              <MyWeek sessions={(viewer.studySessions?.edges ?? []).map(({ node }) => node)} />
            )}
            <Rows>
              {(viewer.studyPlaces?.edges ?? []).map(({ node: { id, status, waitingPlace, group } }) => (
                <Row key={id}>
                  <div>
                    {group && (
                      <Link to="/study/$groupId" params={{ groupId: group.id }}>
                        {group.title}
                      </Link>
                    )}
                    <SoftText isSmall>{group?.course}</SoftText>
                  </div>
                  <Cluster>
                    <StudyBadge of="place" status={status} />
                    {waitingPlace !== null && <span>{t('study.waitingPlace', { place: waitingPlace })}</span>}
                  </Cluster>
                </Row>
              ))}
            </Rows>
          </Stack>
        </Card>
      )}
    </QueryView>
  );
}
