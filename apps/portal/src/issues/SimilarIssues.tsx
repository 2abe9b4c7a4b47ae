import { Link } from '@tanstack/react-router';
import { useEffect, useState, type ReactElement } from 'react';
import { SoftText, useGraphQuery, useTexts } from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import { Row, Rows } from '../parts/Rows.js';

const document = graphql(`
  query SimilarIssues($constituencyId: ID!, $title: String!, $body: String) {
    similarIssues(constituencyId: $constituencyId, title: $title, body: $body) {
      id
      title
      language
      status
      supporterCount
    }
  }
`);

type Words = { readonly constituencyId: string; readonly title: string; readonly body: string };

const pauseMs = 400;
const lettersMin = 3;

/** The words once the writer paused, so that not every key press asks the graph. */
function usePaused(words: Words): Words {
  const [paused, setPaused] = useState(words);
  const { constituencyId, title, body } = words;
  useEffect(() => {
    const timer = setTimeout(() => setPaused({ constituencyId, title, body }), pauseMs);
    return () => clearTimeout(timer);
  }, [constituencyId, title, body]);
  return paused;
}

/** Issues of the course that resemble what is being written: supporting one of them does more than writing it again. */
export function SimilarIssues(words: Words): ReactElement {
  const { t } = useTexts();
  const paused = usePaused(words);
  const isPaused = paused.title.trim().length < lettersMin;
  const { data } = useGraphQuery(document, paused, { isPaused });
  const found = isPaused ? [] : (data?.similarIssues ?? []);
  return (
    <div role="status">
      {found.length > 0 && (
        <>
          <h2>{t('issueSimilar.title')}</h2>
          <SoftText>{t('issueSimilar.lead')}</SoftText>
          <Rows>
            {found.map((issue) => (
              <Row key={issue.id}>
                <Link to="/issues/$issueId" params={{ issueId: issue.id }} lang={issue.language}>
                  {issue.title}
                </Link>
                <SoftText isSmall>
                  {t(`status.issue.${issue.status}`)} · {t('issue.supporters', { count: issue.supporterCount })}
                </SoftText>
              </Row>
            ))}
          </Rows>
        </>
      )}
    </div>
  );
}
