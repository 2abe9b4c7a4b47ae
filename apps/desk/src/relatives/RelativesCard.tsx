import { Card, Cluster, DialogAction, SoftText, useTexts } from '@guildhall/ui';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { lazy } from 'react';
import { caseCode } from '../case/case-code.js';

const RelateForm = lazy(async () => ({ default: (await import('./RelateForm.js')).RelateForm }));

/** The cases of the same student that belong to one, and how they came to. */
export type RelativesCardProps = {
  readonly caseId: string;
  readonly viewerActions: readonly string[];
  readonly linked: readonly { readonly id: string; readonly matter: string }[];
  /** Whether the student was asked about merging and has not answered. */
  readonly isAsked?: boolean;
  /** Whether the linked cases may be opened by the viewer. */
  readonly areOpen?: boolean;
  readonly onDone: () => void;
};

/** Links and merges of cases of one student. */
export function RelativesCard(props: RelativesCardProps): ReactElement | null {
  const { caseId, viewerActions, linked, isAsked = false, areOpen = true, onDone } = props;
  const { t } = useTexts();
  if (linked.length === 0 && !viewerActions.includes('LINK')) return null;
  const finish = (shut: () => void) => () => {
    shut();
    onDone();
  };
  return (
    <Card>
      <h2>{t('relatives.title')}</h2>
      {linked.length === 0 && <SoftText>{t('relatives.none')}</SoftText>}
      {linked.map(({ id, matter }) => {
        const heading = t('case.heading', { matter: t(`matter.${matter}`), code: caseCode(id) });
        return (
          <p key={id}>
            {areOpen ? (
              <Link to="/cases/$caseId" params={{ caseId: id }}>
                {heading}
              </Link>
            ) : (
              heading
            )}
          </p>
        );
      })}
      {isAsked && <SoftText>{t('relatives.asked')}</SoftText>}
      <Cluster>
        <DialogAction {...{ viewerActions }} action="LINK" label={t('relatives.link')}>
          {(shut) => <RelateForm {...{ caseId }} isMerge={false} onDone={finish(shut)} />}
        </DialogAction>
        <DialogAction {...{ viewerActions }} action="LINK" label={t('relatives.merge')}>
          {(shut) => <RelateForm {...{ caseId }} isMerge onDone={finish(shut)} />}
        </DialogAction>
      </Cluster>
    </Card>
  );
}
