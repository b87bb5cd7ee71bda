import { expect, it } from 'vitest';
import type { EnterpriseCommand } from '../../domain/enterprise/commands.ts';
import { newEnterpriseHasACodeOfItsOwn } from '../../domain/policies/at-the-door/new-enterprise-has-a-code-of-its-own.ts';
import { concord } from '../support/concord.ts';
import { mill } from '../support/books/mill.ts';

const CODE = '91210900MA0123453K';
const { asks, ensures } = newEnterpriseHasACodeOfItsOwn;
const register = (data: object): EnterpriseCommand => ({
  type: 'Register',
  data: { ...mill, ...data },
});

it('a new enterprise with a credit code asks who has that code', () => {
  expect(asks(register({ creditCode: CODE }), 'mill')).toStrictEqual({
    list: 'holders-of-credit-code',
    creditCode: CODE,
    enterprise: 'mill',
  });
  expect(asks(register({}), 'mill')).toBeUndefined();
  // A code that is learned later is a fact; the duplicate is struck out then.
  expect(
    asks({ type: 'LearnCreditCode', data: { on: '2024-05-01', creditCode: CODE } }, 'mill'),
  ).toBeUndefined();
});

it('a code that another enterprise has is refused, and the other one named', () => {
  const thenRefuses = (rule: string) => {
    expect(() => {
      ensures(['the-old-mill']);
    }).toThrow(
      expect.objectContaining({
        rule,
        sentence: {
          zh: expect.stringContaining('the-old-mill') as string,
          en: expect.stringContaining('the-old-mill') as string,
        },
      }) as Error,
    );
  };
  thenRefuses('credit-code-free');
  expect(() => {
    ensures([]);
  }).not.toThrow();
});

it('two enterprises do not register with one code, under whatever ids', async () => {
  const they = await concord('2026-06-30');
  const again = { ...mill, creditCode: CODE };
  await they.send('enterprises', 'mill', 'Register', again);
  await they.isRefused('credit-code-free', ['enterprises', 'mill-2', 'Register'], again);
  await they.isRefused('credit-code-free', ['enterprises', CODE, 'Register'], again);
  await they.send('enterprises', 'mill', 'Register', again);
  await they.send('enterprises', 'mill', 'Void', { reason: '误录' });
  await they.send('enterprises', CODE, 'Register', again);
  await they.isRefused('credit-code-free', ['enterprises', 'mill-2', 'Register'], again);
  await they.close();
});
