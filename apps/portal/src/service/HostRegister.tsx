import type { ReactElement } from 'react';
import { Card, NextPage, QueryView, SoftText, StatusBadge, useGraphQuery, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { Row, Rows } from '../parts/Rows.js';
import { atFields } from './field-faults.js';
import { addHostDocument, editHostDocument, hostRegisterDocument, type RegisteredHost } from './host-documents.js';
import { emptyHost, HostFields, hostValues, readHost } from './HostFields.js';

const adds = ['ADD'] as const;

/** The list of hosts, for the union officers who keep it. */
export function HostRegister({ onChange }: { readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h2>{t('hosts.title')}</h2>
      <Hosts onChange={onChange} isFirst />
    </Card>
  );
}

type HostsProps = { readonly onChange: () => void; readonly after?: string; readonly isFirst?: boolean };

function Hosts({ onChange, after, isFirst = false }: HostsProps): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(hostRegisterDocument, { after });
  const change = (): void => {
    query.reload();
    onChange();
  };
  return (
    <>
      {isFirst && <AddHost onChange={change} />}
      <QueryView
        query={query}
        isEmpty={({ serviceHosts }) => (serviceHosts?.edges ?? []).length === 0}
        empty={<SoftText>{t('hosts.none')}</SoftText>}
      >
        {({ serviceHosts }) =>
          serviceHosts && (
            <>
              <Rows>
                {serviceHosts.edges.map(({ node }) => (
                  <Row key={node.id}>
                    <div>
                      {node.name}{' '}
                      {node.status === 'CLOSED' && <StatusBadge tone="warn">{t('hosts.closed')}</StatusBadge>}
                      <SoftText isSmall>{node.contact?.displayName ?? node.group?.name}</SoftText>
                    </div>
                    <EditHost host={node} onChange={change} />
                  </Row>
                ))}
              </Rows>
              <NextPage pageInfo={serviceHosts.pageInfo}>
                {(next) => <Hosts onChange={onChange} after={next} />}
              </NextPage>
            </>
          )
        }
      </QueryView>
    </>
  );
}

/** Whoever keeps the list may add to it: there is no host yet that could say so. */
function AddHost({ onChange }: { readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  const add = useAction(addHostDocument, (data) => data.addServiceHost);
  return (
    <FormAction
      viewerActions={adds}
      action="ADD"
      label={t('hosts.add')}
      initial={emptyHost}
      onRun={(values) => add({ input: readHost(values) })}
      onDone={onChange}
    >
      <HostFields />
    </FormAction>
  );
}

function EditHost({ host, onChange }: { readonly host: RegisteredHost; readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  const edit = useAction(editHostDocument, (data) => data.editServiceHost);
  return (
    <FormAction
      viewerActions={host.viewerActions}
      action="EDIT"
      label={t('hosts.edit')}
      title={t('hosts.editNamed', { name: host.name })}
      initial={hostValues(host)}
      onRun={async (values) =>
        atFields(await edit({ input: { hostId: host.id, changes: readHost(values) } }), (path) =>
          path.replace(/^changes\./, ''),
        )
      }
      onDone={onChange}
    >
      <HostFields host={host} />
    </FormAction>
  );
}
