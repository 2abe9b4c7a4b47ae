import type { ReactElement } from 'react';
import { Cluster, DateTimeText, SoftText, Stack, useTexts } from '@guildhall/ui';
import type { ShownClaim } from './service-documents.js';
import { ServiceStatus } from './ServiceStatus.js';
import { useHoursWords } from './use-hours-words.js';

/** What a claim says: how long, what and where, what shows it, and who decided. */
export function ClaimFacts({ claim }: { readonly claim: ShownClaim }): ReactElement {
  const { t } = useTexts();
  const say = useHoursWords();
  const { minutes, what, host, workedFrom, evidence, evidenceLink, longerBecause, statusReason, decidedBy } = claim;
  return (
    <Stack gap="small">
      <Cluster>
        <strong>{say(minutes)}</strong>
        <ServiceStatus of="claim" status={claim.status} />
      </Cluster>
      <div>
        {what}
        <SoftText isSmall>
          {host.name} · <DateTimeText instant={workedFrom} show="day" />
        </SoftText>
      </div>
      {longerBecause && <SoftText isSmall>{t('claim.longer', { reason: longerBecause })}</SoftText>}
      {evidence && <SoftText isSmall>{t('claim.shownBy', { evidence })}</SoftText>}
      {evidenceLink && (
        <a href={evidenceLink} rel="noreferrer noopener">
          {t('claim.evidenceLink')}
        </a>
      )}
      {statusReason && <p>{statusReason}</p>}
      {claim.status === 'VERIFIED' && decidedBy?.displayName && (
        <SoftText isSmall>{t('claim.verifiedBy', { name: decidedBy.displayName })}</SoftText>
      )}
    </Stack>
  );
}
