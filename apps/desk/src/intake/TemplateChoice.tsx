import { Button, Cluster, DialogAction, Notice, SoftText, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { FilledTemplatesDocument } from '../generated/filled-templates/graphql.js';

type Props = { readonly caseId: string; readonly onChoose: (body: string) => void };

/** Puts a template with the facts of the case into the message, to be read and changed before it is sent. */
export function TemplateChoice({ caseId, onChoose }: Props): ReactElement {
  const { t } = useTexts();
  return (
    <Cluster>
      <DialogAction viewerActions={['CHOOSE']} action="CHOOSE" label={t('templates.choose')} look="quiet">
        {(close) => (
          <Templates
            caseId={caseId}
            onChoose={(body) => {
              onChoose(body);
              close();
            }}
          />
        )}
      </DialogAction>
    </Cluster>
  );
}

function Templates({ caseId, onChoose }: Props): ReactElement {
  const { t } = useTexts();
  const { data, isLoading } = useGraphQuery(FilledTemplatesDocument, { id: caseId });
  const templates = data?.case?.messageTemplates ?? [];
  if (!isLoading && templates.length === 0) return <SoftText>{t('templates.noneForCase')}</SoftText>;
  return (
    <Stack>
      {templates.map((template) => (
        <article key={template.id}>
          <h3>
            {template.name} · {t(`templates.language.${template.language}`)}
          </h3>
          <p>{template.body}</p>
          {template.missing.length > 0 && (
            <Notice tone="warn">{t('templates.missing', { names: template.missing.join(', ') })}</Notice>
          )}
          <Button onPress={() => onChoose(template.body)}>{t('templates.use', { name: template.name })}</Button>
        </article>
      ))}
    </Stack>
  );
}
