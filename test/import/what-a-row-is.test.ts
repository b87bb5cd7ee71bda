import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { derivedId } from '../../src/ids.ts';
import { thingNamed } from '../../src/import/rows/decide-row.ts';
import { enterprises } from '../../src/import/profiles/enterprises.ts';
import { fmcsF7 } from '../../src/import/profiles/fmcs-f7.ts';
import { as, reports } from '../support/machine.ts';
import { openRig, type Rig } from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await openRig();
});
afterEach(() => rig.close());

const CODE = '91320600MA0123453Y';
const OTHER = '91210900MA0123453K';
const heads = 'Credit code,Name,Registered on,Division code,Industry code,Headcount as of,Workers';
const row = (code: string) => `${code},南通纺织厂,2019-03-01,320681,17,2025-12-31,120`;
const history = (noun: string, id: string) => rig.app.history(thingNamed(rig.app, noun), id);

describe('a fact out of a file', () => {
  it('is recorded at the moment of its recording, whatever its own day', async () => {
    await rig.run(rig.file('a.csv', `${heads}\n${row(CODE)}\n`), enterprises);
    const facts = await history('enterprises', CODE);
    expect(facts.map(({ at, by }) => [at, by])).toStrictEqual([
      ['2026-03-02T01:00:00.000Z', 'import:enterprises'],
      ['2026-03-02T01:00:00.000Z', 'import:enterprises'],
    ]);
    expect(facts.map(({ data }) => data)).toMatchObject([
      { registeredOn: '2019-03-01' },
      { asOf: '2025-12-31' },
    ]);
    expect(rig.app.positionAt('2026-03-02T00:59:59.999Z')).toBe(0n);
  });

  it('says which run and which row it came from', async () => {
    const { run } = await rig.run(
      rig.file('a.csv', `${heads}\n${row(OTHER)}\n${row(CODE)}\n`),
      enterprises,
    );
    const [fact] = await history('enterprises', CODE);
    expect(fact?.import).toStrictEqual({ run, row: 3 });
  });
});

describe('a row', () => {
  it('is the same in another file, on another line, between other columns', async () => {
    await rig.run(rig.file('a.csv', `${heads}\n${row(CODE)}\n`), enterprises);
    // Said again by itself, this headcount would take the place of the newer one.
    const thing = thingNamed(rig.app, 'enterprises');
    await rig.app.handle(thing, CODE, reports(90), as('counted anew'));
    const before = (await history('enterprises', CODE)).length;
    const moved = [`Remark,${heads}`, `first,${row(OTHER)}`, `second, ${row(CODE)}`];
    const again = await rig.run(rig.file('b.csv', moved.join('\n')), enterprises);
    expect(again).toMatchObject({ read: 2, recorded: 1, alreadyThere: 1 });
    expect(await history('enterprises', CODE)).toHaveLength(before);
  });

  it('with one cell changed is another', async () => {
    await rig.run(rig.file('a.csv', `${heads}\n${row(CODE)}\n`), enterprises);
    const changed = row(CODE).replace(',120', ',130');
    const again = await rig.run(rig.file('a.csv', `${heads}\n${changed}\n`), enterprises);
    expect(again).toMatchObject({ recorded: 1, alreadyThere: 0, facts: 1 });
  });
});

describe('a notice of the FMCS', () => {
  const cells = (size: string, establishment: string) =>
    `2003-09-30,2004-06-30, ACME Co,X,1,IBT - 1,Y,PA,ERIE,16501,PA,J,${size},${establishment}`;
  const columns = fmcsF7.columns.map(({ headers }) => headers.en).join(',');
  const firm = derivedId('acme co', 'erie', 'pa');
  const idOf = (line: string) => derivedId(...line.split(',').map((cell) => cell.trim()));

  it('is its enterprise, then its contract, then its case, each by its cells', async () => {
    const line = cells('5', '3');
    await rig.run(rig.file('f.csv', `${columns}\n${line}\n`), fmcsF7);
    const first = async (noun: string, id: string) => {
      const [fact] = await history(noun, id);
      return [fact?.type, fact?.position];
    };
    expect([
      await first('enterprises', firm),
      await first('contracts', idOf(line)),
      await first('bargaining-cases', idOf(line)),
    ]).toStrictEqual([
      ['EnterpriseRegistered', 1n],
      ['ContractRegisteredAsHistory', 4n],
      ['CaseRegisteredAsHistory', 5n],
    ]);
  });

  it('says how large the establishment is of the contract, and no headcount; nought is unknown', async () => {
    const [known, unknown] = [cells('5', '3'), cells('4', '0')];
    await rig.run(rig.file('f.csv', [columns, known, unknown].join('\n')), fmcsF7);
    const said = async (line: string) => (await history('contracts', idOf(line)))[0]?.data;
    expect(await said(known)).toMatchObject({ workers: 5, establishment: 3 });
    expect(await said(unknown)).not.toHaveProperty('establishment');
    const types = (await history('enterprises', firm)).map(({ type }) => type);
    expect(types).toStrictEqual(['EnterpriseRegistered', 'UnionFounded', 'EnterpriseReclassified']);
  });

  it('dates the industry by a letter of its own scheme', async () => {
    const later = cells('5', '3').replace('2003-09-30', '2003-10-05').replace(',J,', ',E,');
    await rig.run(rig.file('f.csv', [columns, cells('5', '3'), later].join('\n')), fmcsF7);
    const facts = await history('enterprises', firm);
    const letters = facts.filter(({ type }) => type === 'EnterpriseReclassified');
    expect(letters.map(({ data }) => data)).toStrictEqual([
      { on: '2003-09-30', industry: 'J', industryScheme: 'fmcs' },
      { on: '2003-10-05', industry: 'E', industryScheme: 'fmcs' },
    ]);
  });
});
