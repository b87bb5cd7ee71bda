import type { EnterpriseCommand } from '../../enterprise/commands.ts';
import type { Foresight } from '../../shared/policy.ts';
import { Refusal } from '../../shared/rules.ts';
import { rules } from '../rules.ts';

/** An enterprise is registered with a credit code that no other one has; the other is named. */
export const newEnterpriseHasACodeOfItsOwn: Foresight<EnterpriseCommand> = {
  on: 'enterprise',
  asks: ({ type, data }, enterprise) =>
    type === 'Register' && data.creditCode !== undefined
      ? { list: 'holders-of-credit-code', creditCode: data.creditCode, enterprise }
      : undefined,
  ensures: ([holder]) => {
    if (holder === undefined) return;
    const { zh, en } = rules['credit-code-free'];
    throw new Refusal('credit-code-free', {
      zh: zh.replace('。', `（${holder}）。`),
      en: en.replace(/\.$/, ` (${holder}).`),
    });
  },
};
