import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import request from 'supertest';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { httpApp } from '../../../src/http/server.ts';
import {
  accepted,
  agree,
  close,
  hold,
  name,
  offered,
  open,
  prepare,
  sign,
  under,
} from '../../support/stories/bargaining.ts';
import { concord, old, receipt, register, signed, type Concord } from '../../support/concord.ts';
import { openedOn } from '../../support/machine.ts';
import { dataFolder } from '../../support/server-process.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let they: Concord;
beforeEach(async () => {
  they = await concord('2026-06-15');
});
afterEach(() => they.close());

const head = async () => (await they.app().progress()).head;

type No = { readonly status: number; readonly code: string; readonly article?: string };
type Command = { readonly type: string; readonly data: object };

/** Sends what is wrong: the answer says so by code and in a sentence of either language, and nothing is recorded. */
const isTold = async (
  { status, code, article }: No,
  [noun, id, command]: readonly [string, string, string],
  data: object,
): Promise<object> => {
  const before = await head();
  const answers = await Promise.all(
    (['zh-CN', 'en'] as const).map((language) =>
      request(httpApp(they.app()))
        .post(`/api/v1/${noun}/${id}/${command}`)
        .set('Accept-Language', language)
        .send(data),
    ),
  );
  for (const answer of answers) {
    expect(answer.status).toBe(status);
    expect(answer.type).toBe('application/problem+json');
    const { rule, code: said } = answer.body as { rule?: string; code: string };
    expect(rule ?? said).toBe(code);
    if (article !== undefined) expect(answer.body).toMatchObject({ article });
  }
  const [zh, en] = answers.map(({ body }) => (body as { detail: string }).detail);
  expect(zh).toMatch(/[\u4e00-\u9fff].*。$/);
  expect(en).toMatch(/^[A-Z].*\.$/);
  expect(await head()).toBe(before);
  return answers[1]?.body as object;
};

const refused = (code: string, article?: string): No => ({
  status: 409,
  code,
  ...(article !== undefined && { article }),
});
const invalid: No = { status: 400, code: 'invalid-request' };

const plant = {
  name: '南通纺织有限公司',
  registeredOn: '2020-03-01',
  division: '320681',
  industry: 'C17',
  industryScheme: 'gb4754-2017',
};
const enter = (data: object, no: No) =>
  isTold(no, ['enterprises', 'mill', 'register'], { ...plant, ...data });

const kebab = (type: string): string => type.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase();
/** The case as these commands make it. */
const told = async (commands: readonly Command[]): Promise<void> => {
  for (const { type, data } of commands) await they.send('bargaining-cases', 'k1', type, data);
};
const inCase = ({ type, data }: Command, no: No) =>
  isTold(no, ['bargaining-cases', 'k1', kebab(type)], data);

describe('an enterprise', () => {
  it('has no fields that nobody knows', async () => {
    const body = await enter({ colour: 'red' }, invalid);
    expect(JSON.stringify(body)).toContain('colour');
  });
  it('has a code whose check digits are right', async () => {
    await enter({ creditCode: '91350211M0000XUF46' }, refused('credit-code-sound'));
    await enter({ organisationCode: 'MA0123450' }, refused('credit-code-sound'));
  });
  it('has a division that can be', () => enter({ division: '999999' }, refused('division-exists')));
  it.each(['2026-02-30', '2026-13-01', '0020-03-01', 'yesterday'])(
    'is registered on a day that there is: %s',
    async (registeredOn) => {
      expect(await enter({ registeredOn }, invalid)).toMatchObject({
        violations: [{ path: 'registeredOn' }],
      });
    },
  );
  it('is registered on a day that has come', () =>
    enter({ registeredOn: '2026-06-16' }, refused('not-in-the-future')));
  it('has no headcount below zero, nor a half', async () => {
    await register(they, 'mill', { workers: 10 });
    for (const workers of [-1, 2.5])
      expect(
        await isTold(invalid, ['enterprises', 'mill', 'report-headcount'], {
          asOf: '2026-01-01',
          workers,
        }),
      ).toMatchObject({ violations: [{ path: 'workers' }] });
  });
});

describe('a bargaining case', () => {
  it('holds no vote with more votes than delegates', async () => {
    await told([...accepted, name('employer'), name('employees'), open(), close(), agree()]);
    await inCase(
      hold({ total: 100, present: 80, yes: 81, no: 0, abstain: 0 }),
      refused('votes-add-up'),
    );
    await inCase(hold({ total: 100, present: 101 }), refused('votes-add-up'));
  });
  it('opens no session before the disclosure that its place wants', async () => {
    await told([
      under('shandong-wage-2017'),
      ...accepted.slice(1),
      name('employer'),
      name('employees', { frontLine: 3 }),
    ]);
    await inCase(open(), refused('disclose-before-session', '山东省企业工资集体协商条例 Art 23'));
  });
  it('is signed by nobody who is not chief', async () => {
    await told([
      ...accepted,
      name('employer'),
      name('employees'),
      open(),
      close(),
      agree(),
      hold(),
    ]);
    await inCase(
      sign('employees', { person: 'w2' }),
      refused('chief-signs', '集体合同规定 Art 37'),
    );
  });
  it('goes on from where it stands, and is not answered twice in different words', async () => {
    await told(offered);
    await inCase(open(), refused('not-now'));
    await inCase(prepare({ employees: 1 }), refused('prepared-once'));
  });
});

describe('a contract', () => {
  beforeEach(() => register(they, 'looms', { workers: 200 }));

  it('is filed only when it is signed', async () => {
    await isTold(
      refused('file-what-is-signed'),
      ['contracts', 'c1', 'file'],
      receipt('2026-06-01'),
    );
    const past = old('comprehensive', ['2026-01-01', '2026-12-31'], { enterprise: 'looms' });
    await they.send('contracts', 'c2', 'RegisterAsHistory', past);
    await isTold(
      refused('file-what-is-signed'),
      ['contracts', 'c2', 'file'],
      receipt('2026-06-01'),
    );
  });
  it('takes an objection on day 15, and none on day 16', async () => {
    const terms = signed(['2026-05-01', '2027-04-30'], '2026-05-06', { enterprise: 'looms' });
    await they.send('contracts', 'c1', 'Sign', terms);
    await they.send('contracts', 'c1', 'File', receipt('2026-05-28'));
    const object = (on: string) => ({ on, items: ['工时'] });
    const to = ['contracts', 'c1', 'object'] as const;
    // Fifteen days from 28 May end on Friday 12 June.
    await isTold(refused('object-in-time', '上海市集体合同条例 Art 23'), to, object('2026-06-13'));
    await they.send('contracts', 'c1', 'Object', object('2026-06-12'));
  });
});

describe('what is too much or too odd', () => {
  it('is a body of ten megabytes', async () => {
    const before = await head();
    const { status, body } = await request(httpApp(they.app()))
      .post('/api/v1/enterprises/mill/register')
      .send({ ...plant, address: 'x'.repeat(10_000_000) });
    expect([status, (body as { code: string }).code]).toStrictEqual([413, 'body-too-large']);
    expect(await head()).toBe(before);
  });
  it.each(['application/json', 'application/json; charset=utf-8'])(
    'is a body in GBK, sent as %s: it is refused, not kept as garbage',
    async (type) => {
      const before = await head();
      const name = Buffer.from('d2bbb3a7', 'hex'); // 一厂
      const sent = Buffer.concat([Buffer.from('{"name":"'), name, Buffer.from('"}')]);
      for (const [language, sentence] of [
        ['zh-CN', '请求正文不是 UTF-8 编码（可能是 GBK），请以 UTF-8 重新提交。'],
        ['en', 'The body is not in UTF-8 (it may be in GBK): send it again in UTF-8.'],
      ] as const) {
        const { status, body } = await request(httpApp(they.app()))
          .post('/api/v1/enterprises/mill/register')
          .set({ 'Content-Type': type, 'Accept-Language': language })
          .serialize((bytes: unknown) => bytes as string)
          .send(sent);
        expect([status, body]).toMatchObject([400, { code: 'not-utf-8', detail: sentence }]);
      }
      expect(await head()).toBe(before);
    },
  );
  it.each(['一\ufffd', '一\ud800', '\udc00厂'])(
    'is a text that lost a character on its way: %j',
    async (name) => {
      expect(await enter({ name }, invalid)).toMatchObject({ violations: [{ path: 'name' }] });
      expect(await enter({ [name]: 1 }, invalid)).toMatchObject({ violations: [{ path: '' }] });
    },
  );
  it('is no character beyond the basic plane: a name may hold them', async () => {
    const name = '𬭚记餐饮😀';
    await they.send('enterprises', 'mill', 'Register', { ...plant, name });
    expect(await they.get('enterprises/mill')).toMatchObject({ name });
  });
  it('is one row of a file, and the others are taken', async () => {
    const rows = [
      'a,甲,2020-03-01,320681',
      'b,乙,2020-02-30,320681',
      'c,丙,2020-03-01,999999',
      'd,丁,2020-03-01,320681',
    ];
    const file = ['id,name,registeredOn,division,industry', ...rows.map((row) => `${row},17`)];
    const { body } = await request(httpApp(they.app()))
      .post('/api/v1/imports?profile=enterprises&format=csv')
      .set('Content-Type', 'text/csv')
      .send(file.join('\n'))
      .expect(200);
    expect(body).toMatchObject({ read: 4, recorded: 2, rejected: 2 });
    const { items } = (await they.get('enterprises')) as { items: readonly { name: string }[] };
    expect(items.map((item) => item.name).sort()).toStrictEqual(['丁', '甲']);
  });
});

describe('a log with a hole', () => {
  it('is not read past it: the program says which position is missing', async () => {
    const { folder, remove } = dataFolder();
    const whole = await openedOn(folder, '2026-06-15');
    const register = (id: string) =>
      request(httpApp(whole)).post(`/api/v1/enterprises/${id}/register`).send(plant).expect(200);
    for (const id of ['a', 'b', 'c']) await register(id);
    await whole.close();
    const db = new DatabaseSync(join(folder, 'events.db'));
    db.exec('DELETE FROM events WHERE position = 2');
    db.close();
    await openedOn(folder, '2026-06-15', true).then(async (app) => {
      const findings = await app.verify();
      expect(findings[0]).toContain('position 2 is missing');
      await app.close();
    });
    remove();
  });
});
