import { describe, expect, it } from 'vitest';
import { aggregates, commandsOf, factsOf } from './support/event-shapes.ts';

const facts = aggregates.flatMap((one) =>
  factsOf(one).map((fact) => ({ ...fact, category: one.category })),
);
const leaves = facts.flatMap(({ category, type, leaves: mine }) =>
  mine.map((leaf) => ({ ...leaf, where: `${category} ${type} ${leaf.name}`, category })),
);
const namesOf = (some: readonly { readonly name: string }[]) =>
  [...new Set(some.map(({ name }) => name))].sort();

describe('about people, a fact', () => {
  /** The parts somebody can have in a case or a dispute. */
  const PARTS =
    /^(person|persons|claimants?|mediators?|arbitrators?|representatives|recorder|signedBy|takenDownBy|approvedBy|leaves|joins)$/;

  it('holds the id of a person wherever somebody has a part', () => {
    const parts = leaves.filter(({ name }) => PARTS.test(name));
    expect(parts.filter(({ holds }) => holds !== 'person-id')).toStrictEqual([]);
    expect(namesOf(parts)).toHaveLength(15);
  });

  it('has words for organisations, papers and decisions only', () => {
    const words = leaves.filter(({ holds }) => holds === 'words' || holds === 'long-text');
    expect(words.filter(({ category }) => category === 'person')).toStrictEqual([]);
    // A new field is looked at here: what may name somebody is sealed with that person.
    expect(namesOf(words)).toStrictEqual([
      ...['address', 'because', 'body', 'caseNumber', 'codeOverride', 'commission', 'condition'],
      ...['court', 'decisionNo', 'employersBody', 'federation', 'fileNumber', 'finding'],
      ...['findings', 'issues', 'items', 'means', 'name', 'nameEn', 'note', 'number', 'office'],
      ...['opinionNo', 'place', 'position', 'reason', 'reasons', 'receipt', 'receiptNo', 'service'],
      ...['source', 'summary', 'text', 'title', 'to', 'union', 'upperUnion', 'what'],
    ]);
  });

  it('has no room for contacts, numbers, pay or health of somebody', () => {
    const PRIVATE = /phone|mobile|mail|birth|idNumber|identity|sex|gender|salary|health|ethnic/i;
    expect(leaves.filter(({ name }) => PRIVATE.test(name))).toStrictEqual([]);
  });

  it('of a person itself holds what only their key opens, codes and days', () => {
    const own = leaves.filter(({ category }) => category === 'person');
    expect([...new Set(own.map(({ holds }) => holds))].sort()).toStrictEqual([
      ...['base64', 'code', 'date', 'id', 'uuid'],
    ]);
  });
});

describe('what is counted', () => {
  it('is a whole number everywhere: shares are basis points, money is fen', () => {
    expect(leaves.filter(({ holds }) => holds === 'number' || holds === 'boolean')).toStrictEqual(
      [],
    );
    const holding = (what: string) => namesOf(leaves.filter(({ holds }) => holds === what));
    expect(holding('basis-points')).toStrictEqual(['basisPoints']);
    expect(holding('fen')).toStrictEqual([
      ...['fen', 'fenPerMonth', 'minimumWageFen', 'onFenPerMonth'],
    ]);
  });
});

describe('files', () => {
  it.each([
    ['an offer', 'OfferIssued'],
    ['minutes', 'SessionClosed'],
    ['minutes of a meeting', 'MinutesDrawnUp'],
    ['the text of a draft', 'DraftAgreed'],
    ['the text of a contract', 'ContractSigned'],
    ['a receipt', 'ContractFiled'],
    ['an opinion', 'ReviewObjected'],
    ['an agreement', 'SettlementReached'],
  ])('stand with %s, as references', (_, type) => {
    const [fact] = facts.filter((one) => one.type === type);
    expect(fact?.leaves.map(({ holds }) => holds)).toContain('attachment');
  });
});

describe('what was wrong', () => {
  const business = aggregates.filter(({ category }) => category !== 'refusedOrder');

  it.each(business.map((one) => [one.category, one] as const))(
    'a record of a %s that should not be is void for a reason, perhaps as the duplicate of another',
    (_, one) => {
      const [found] = commandsOf(one).filter(({ type }) => type === 'Void');
      expect([found?.fields.toSorted(), found?.required]).toStrictEqual([
        ['duplicateOf', 'reason'],
        ['reason'],
      ]);
    },
  );

  it('is said anew with the fact it was said by and a reason, in every field of that fact', () => {
    // An end has a reason of its own, which stays: only its day is said anew.
    const daysOnly = [
      ...['UnionDissolution', 'Deregistration', 'Suspension', 'Resumption', 'Revocation'],
    ].map((fact) => `enterprise ${fact}Corrected`);
    for (const { category, type, fields, required } of facts) {
      if (!type.endsWith('Corrected') || type === 'DetailsCorrected') continue;
      expect([type, required]).toStrictEqual([
        type,
        expect.arrayContaining(['corrects', 'reason']),
      ]);
      const said = fields.filter((name) => name !== 'corrects' && name !== 'reason').sort();
      const alike = facts.filter(
        (one) =>
          one.category === category &&
          !one.fields.includes('corrects') &&
          one.fields.toSorted().join() === said.join(),
      );
      expect([type, alike.length > 0]).toStrictEqual([
        type,
        !daysOnly.includes(`${category} ${type}`),
      ]);
    }
  });

  it('in a fact that has a day can be said anew, unless it follows from another', () => {
    const FOLLOWS: readonly string[] = [
      // The clock, the vote and other records say these.
      ...['DraftApproved', 'DraftRejected', 'RenewalWindowOpened', 'ContractExpired'],
      ...['ContractSuperseded', 'AwardTookEffect', 'PersonErased'],
    ];
    const OWN_REASON = ['reason'];
    const said = ({ fields }: { readonly fields: readonly string[] }, but: readonly string[]) =>
      fields
        .filter((name) => name !== 'corrects' && !but.includes(name))
        .toSorted()
        .join();
    const left = facts.filter(
      (fact) =>
        fact.fields.includes('on') &&
        !fact.fields.some((name) => name === 'corrects' || name === 'takesBack') &&
        !facts.some(
          (one) =>
            one.category === fact.category &&
            one.fields.includes('corrects') &&
            said(one, OWN_REASON) === said(fact, OWN_REASON),
        ),
    );
    expect(left.map(({ type }) => type).sort()).toStrictEqual(FOLLOWS.toSorted());
  });

  it.each(['enterprise', 'bargainingCase', 'contract', 'dispute', 'consultation'])(
    'in a fact of a %s that starts a clock can be said anew',
    (category) => {
      // What is said by the clock, or takes something back, follows from what can be said anew.
      const FOLLOWS =
        /^DeadlineRecomputed$|TakenBack$|^CaseReopened$|^AwardTookEffect$|^ContractExpired$/;
      const own = facts.filter((fact) => fact.category === category);
      const anew = own
        .filter(({ fields }) => fields.includes('corrects'))
        .map(({ fields }) => fields.filter((one) => one !== 'corrects' && one !== 'reason'));
      const starting = own.filter(
        ({ type, fields, leaves: mine }) =>
          !fields.includes('corrects') &&
          !FOLLOWS.test(type) &&
          mine.some(({ name }) => name === 'calendarVersion'),
      );
      const left = starting.filter(
        ({ fields }) => !anew.some((one) => one.toSorted().join() === fields.toSorted().join()),
      );
      expect(left.map(({ type }) => type)).toStrictEqual([]);
    },
  );
});
