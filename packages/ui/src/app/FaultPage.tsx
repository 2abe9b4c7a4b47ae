import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { buttonClass, Button } from '../blocks/Button.js';
import { EmptyState } from '../blocks/EmptyState.js';
import { Page } from '../blocks/Page.js';
import { useTexts } from '../texts/texts.js';

/** What stands in place of a page that threw. What it threw goes to the console of the browser and nowhere else. */
export function FaultPage(): ReactElement {
  const { t } = useTexts();
  const action = (
    <Button look="primary" onPress={() => location.reload()}>
      {t('shell.reload')}
    </Button>
  );
  return (
    <Page title={t('shell.faultTitle')}>
      <EmptyState picture="cloud" title={t('shell.faultLead')} action={action} />
    </Page>
  );
}

/** What stands at an address without a page. */
export function NotFoundPage(): ReactElement {
  const { t } = useTexts();
  const action = (
    <Link to="/" className={buttonClass} data-look="primary">
      {t('shell.toStart')}
    </Link>
  );
  return (
    <Page title={t('shell.notFoundTitle')}>
      <EmptyState picture="door" title={t('shell.notFoundLead')} action={action} />
    </Page>
  );
}
