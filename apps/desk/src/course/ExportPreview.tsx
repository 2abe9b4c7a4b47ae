import { QueryView, SkeletonList, SoftText, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { ExportPreviewDocument } from '../generated/course-forms/graphql.js';
import styles from './course.module.css';

/** A bundle as an adjudicator will read it. Opening it is written into the student's read ledger. */
export function ExportPreview({
  caseId,
  exportId,
}: {
  readonly caseId: string;
  readonly exportId: string;
}): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(ExportPreviewDocument, { id: caseId });
  return (
    <QueryView query={query} skeleton={<SkeletonList height="12rem" />}>
      {({ case: item }) => {
        const shown = item?.exports.find(({ id }) => id === exportId);
        if (!shown?.preview) return <SoftText>{t('bundle.gone')}</SoftText>;
        return (
          <Stack>
            <SoftText>
              {t('bundle.takenOut', { names: (shown.redactions ?? []).join(t('case.listSeparator')) })}
            </SoftText>
            {shown.preview.map(({ title, lines }, index) => (
              <section key={`${index}-${title}`}>
                <h4>{title}</h4>
                {lines.map((line, number) => (
                  <p key={`${number}-${line}`} className={styles.words}>
                    {line}
                  </p>
                ))}
              </section>
            ))}
          </Stack>
        );
      }}
    </QueryView>
  );
}
