import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  DialogAction,
  EmptyState,
  Page,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  StatusBadge,
  useGraphMutation,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { MessageTemplatesQuery } from '../generated/templates/graphql.js';
import { MessageTemplatesDocument, RetireMessageTemplateDocument } from '../generated/templates/graphql.js';
import { ForRoles } from '../roles/ForRoles.js';
import { pageRoles } from '../roles/page-roles.js';
import { TemplateForm } from './TemplateForm.js';

export { words } from '../intake/words.js';

/** A template as the advice team sees it. */
export type ShownTemplate = NonNullable<MessageTemplatesQuery['messageTemplates']>['edges'][number]['node'];

/** What the team says again and again; the advice manager writes, revises and retires it. */
export function TemplatesPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('templates.title')} lead={t('templates.lead')}>
      <ForRoles roles={pageRoles.queue}>
        {({ roles }) => <Templates isManager={roles.includes('ADVICE_MANAGER')} />}
      </ForRoles>
    </Page>
  );
}

function Templates({ isManager }: { readonly isManager: boolean }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(MessageTemplatesDocument, {});
  const write = (
    <DialogAction viewerActions={isManager ? ['WRITE'] : []} action="WRITE" label={t('templates.write')} look="primary">
      {(close) => <TemplateForm onDone={finishing(close, query.reload)} />}
    </DialogAction>
  );
  return (
    <Stack>
      <Cluster>{write}</Cluster>
      <QueryView
        query={query}
        skeleton={<SkeletonList height="8rem" />}
        isEmpty={({ messageTemplates }) => (messageTemplates?.edges ?? []).length === 0}
        empty={<EmptyState picture="letter" title={t('templates.none')} />}
      >
        {({ messageTemplates }) => (
          <Stack>
            {messageTemplates?.edges.map(({ node }) => (
              <TemplateCard key={node.id} template={node} onDone={query.reload} />
            ))}
          </Stack>
        )}
      </QueryView>
    </Stack>
  );
}

const finishing = (close: () => void, reload: () => void) => () => {
  close();
  reload();
};

function TemplateCard({
  template,
  onDone,
}: {
  readonly template: ShownTemplate;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const retire = useGraphMutation(RetireMessageTemplateDocument);
  const { viewerActions, versions } = template;
  return (
    <Card as="article">
      <h2>{template.name}</h2>
      <Cluster>
        <StatusBadge>{template.matter ? t(`matter.${template.matter}`) : t('templates.anyMatter')}</StatusBadge>
        <StatusBadge>{t(`templates.language.${template.language}`)}</StatusBadge>
        {template.retiredAt && <StatusBadge tone="warn">{t('templates.retired')}</StatusBadge>}
      </Cluster>
      <p>{template.body}</p>
      <SoftText isSmall>
        {t('templates.version', { number: template.number })} · <DateTimeText instant={template.writtenAt} />
      </SoftText>
      {versions.length > 1 && (
        <details>
          <summary>{t('templates.before')}</summary>
          {versions.slice(1).map(({ number, body, writtenAt }) => (
            <div key={number}>
              <SoftText isSmall>
                {t('templates.version', { number })} · <DateTimeText instant={writtenAt} />
              </SoftText>
              <p>{body}</p>
            </div>
          ))}
        </details>
      )}
      <Cluster>
        <DialogAction {...{ viewerActions }} action="REVISE" label={t('templates.revise')}>
          {(close) => <TemplateForm template={template} onDone={finishing(close, onDone)} />}
        </DialogAction>
        <ActionButton
          {...{ viewerActions, onDone }}
          action="RETIRE"
          look="danger"
          label={t('templates.retire')}
          confirm={{ title: t('templates.retireTitle'), body: t('templates.retireBody'), label: t('templates.retire') }}
          onRun={async () => {
            const { data, problem } = await retire({ input: { templateId: template.id } });
            return { result: data?.retireMessageTemplate, problem };
          }}
        />
      </Cluster>
    </Card>
  );
}
