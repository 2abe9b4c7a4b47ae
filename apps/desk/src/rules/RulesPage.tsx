import {
  Card,
  Cluster,
  DataTable,
  DateTimeText,
  DialogAction,
  Page,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  partOf,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { ShownRuleFragment } from '../generated/rules/graphql.js';
import { ServiceRulesDocument } from '../generated/rules/graphql.js';
import { ForRoles } from '../roles/ForRoles.js';
import { pageRoles } from '../roles/page-roles.js';
import { RuleForm } from './RuleForm.js';
import { ruleNumbers } from './rule-numbers.js';

export { words } from '../course/words.js';

/** The versions of the service's promises and of its calendar; the advice manager publishes the next. */
export function RulesPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('rules.title')} lead={t('rules.lead')}>
      <ForRoles roles={pageRoles.queue}>{() => <Versions />}</ForRoles>
    </Page>
  );
}

function Versions(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(ServiceRulesDocument, {});
  return (
    <QueryView query={partOf(query, ({ serviceRules }) => serviceRules)} skeleton={<SkeletonList height="20rem" />}>
      {(rules) => {
        const [latest] = rules;
        if (latest === undefined) return null;
        return (
          <Stack gap="large">
            <Cluster>
              <DialogAction viewerActions={latest.viewerActions} action="PUBLISH_NEXT" label={t('rules.publish')}>
                {(shut) => (
                  <RuleForm
                    latest={latest}
                    onDone={() => {
                      shut();
                      query.reload();
                    }}
                  />
                )}
              </DialogAction>
            </Cluster>
            {rules.map((rule) => (
              <Version key={rule.version} rule={rule} />
            ))}
          </Stack>
        );
      }}
    </QueryView>
  );
}

function Version({ rule }: { readonly rule: ShownRuleFragment }): ReactElement {
  const { t } = useTexts();
  const rows = ruleNumbers.map((key) => ({ key, value: String(rule[key]) }));
  return (
    <Card as="article">
      <h2>{t('rules.version', { number: rule.version })}</h2>
      <SoftText>
        {t('rules.validFrom')} <DateTimeText instant={rule.validFrom} show="day" />
      </SoftText>
      <DataTable
        caption={t('rules.numbers')}
        rows={[...rows, { key: 'reminderDays' as const, value: rule.reminderDays.join(', ') }]}
        keyOf={({ key }) => key}
        columns={[
          { key: 'name', heading: t('rules.what'), cell: ({ key }) => t(`rule.${key}`) },
          { key: 'value', heading: t('rules.howMany'), align: 'end', cell: ({ value }) => value },
        ]}
      />
      <h3>{t('rules.calendar')}</h3>
      <p>{rule.workingWeekdays.map((day) => t(`weekday.${day}`)).join(t('case.listSeparator'))}</p>
      <SoftText>
        {t('rules.closures')}:{' '}
        {rule.closures.map(({ from, to }) => `${from} – ${to}`).join(t('case.listSeparator')) || t('rules.none')}
      </SoftText>
      <SoftText>
        {t('rules.holidays')}: {rule.holidays.join(t('case.listSeparator')) || t('rules.none')}
      </SoftText>
    </Card>
  );
}
