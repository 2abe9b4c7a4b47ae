import { err, memberOf, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { checkContactLine } from '../help-setting.js';
import { helpSettingPolicy } from '../help-setting.policy.js';

/** What a member changes; what is left out stays. An empty contact line takes it out. */
export type HelpSettingChanges = {
  readonly contactLine: string | undefined;
  readonly showsThanks: boolean | undefined;
};

/** Changes how the member is reached by those they are matched with, and whether thanks are counted on their profile. */
export function changeHelpSettings({ transaction }: Deps, actor: Actor, changes: HelpSettingChanges) {
  return transaction(async ({ helpSettings }) => {
    const memberId = memberOf(actor);
    if (memberId === undefined || !helpSettingPolicy.canChange(actor)) return err(notAllowed('CHANGE', 'HelpSettings'));
    const setting = await helpSettings.find(memberId);
    const checked = checkContactLine(changes.contactLine ?? setting.contactLine ?? '');
    if (!checked.ok) return checked;
    const showsThanks = changes.showsThanks ?? setting.showsThanks;
    return ok(await helpSettings.save({ ...setting, contactLine: checked.value, showsThanks }));
  });
}
