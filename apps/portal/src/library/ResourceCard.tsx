import { Link } from '@tanstack/react-router';
import { Suspense, type ReactElement } from 'react';
import { Card, Cluster, SoftText, StatusBadge, useTexts } from '@guildhall/ui';
import type { ResourceCardFragment } from '../generated/graphql.js';
import { lazyPart } from '../parts/lazy-part.js';

const FileNote = lazyPart(() => import('./FileNote.js'), 'FileNote');

type ResourceCardProps = {
  readonly resource: ResourceCardFragment;
  /** What a search found in it. */
  readonly excerpt?: readonly { readonly text: string; readonly isMatch: boolean }[] | null;
};

/** A resource; where it was found by words, the passage with them. */
export function ResourceCard({ resource, excerpt }: ResourceCardProps): ReactElement {
  const { t } = useTexts();
  const { id, title, summary, kind, language, subject, file, ratings } = resource;
  return (
    <Card as="article">
      <Cluster>
        <StatusBadge>{t(`resourceKind.${kind}`)}</StatusBadge>
        <SoftText isSmall>{subject}</SoftText>
        {file && (
          <Suspense>
            <SoftText isSmall>
              <FileNote file={file} />
            </SoftText>
          </Suspense>
        )}
      </Cluster>
      <h2 lang={language}>
        <Link to="/library/$resourceId" params={{ resourceId: id }}>
          {title}
        </Link>
      </h2>
      <p lang={language}>
        {excerpt?.map(({ text, isMatch }, index) => (isMatch ? <mark key={index}>{text}</mark> : text)) ?? summary}
      </p>
      {ratings && <SoftText isSmall>{t('rating.short', { average: ratings.average, count: ratings.raters })}</SoftText>}
    </Card>
  );
}
