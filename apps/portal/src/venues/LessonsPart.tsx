import type { ReactElement } from 'react';
import { Card, SoftText, useGraphQuery, useTexts } from '@guildhall/ui';
import { Row, Rows } from '../parts/Rows.js';
import { lessonsDocument } from './plan-documents.js';

/** What was learned last time, for whoever plans the next one; nothing where nothing was. */
export function LessonsPart({ groupId }: { readonly groupId: string }): ReactElement | null {
  const { t } = useTexts();
  const { data } = useGraphQuery(lessonsDocument, { id: groupId });
  const lessons = data?.group?.lessons ?? [];
  if (lessons.length === 0) return null;
  return (
    <Card>
      <h2>{t('preview.lessons')}</h2>
      <Rows>
        {lessons.map(({ activity, wentWell, toChange, came, missed, writtenAt }) => (
          <Row key={`${activity?.id}${writtenAt}`}>
            <div>
              <strong>{activity?.title}</strong>
              <SoftText isSmall>{t('preview.came', { came, missed })}</SoftText>
              {wentWell !== null && <p>{t('preview.wentWell', { words: wentWell })}</p>}
              {toChange !== null && <p>{t('preview.toChange', { words: toChange })}</p>}
            </div>
          </Row>
        ))}
      </Rows>
    </Card>
  );
}
