import type { DatabaseSync } from 'node:sqlite';
import type { BargainingEvent } from '../../../domain/bargaining-case/events.ts';
import { caseStays, learnCase, unknownCase } from '../../../projections/accounts/case-life.ts';
import type { EnterpriseSpell } from '../../../projections/accounts/enterprise-life.ts';
import type { Stay } from '../../../projections/ledger.ts';
import type { Seen } from '../../../projections/projection.ts';
import { dossiers } from './dossiers.ts';
import type { Place } from '../history-table.ts';
import type { Post } from './post.ts';

type Beside = {
  readonly post: Post;
  readonly spellsOf: (enterprise: string) => readonly EnterpriseSpell[];
};

/** Keeps the books of bargaining cases: their stays in the pipeline, phase by phase. */
export const caseBooks = (db: DatabaseSync, place: Place, { post, spellsOf }: Beside) => {
  const held = dossiers(db, place, {
    category: 'bargainingCase',
    unknown: { dossier: unknownCase, stays: [] as readonly Stay[] },
  });

  const take = (fact: Seen<BargainingEvent>): void => {
    const was = held.get(fact.subject);
    const dossier = learnCase(was.dossier, fact);
    if (dossier === was.dossier) return;
    const home = dossier.enterprise ? spellsOf(dossier.enterprise) : [];
    const stays = caseStays(dossier, (day) =>
      home.find(({ from, to }) => from <= day && (to === null || to >= day)),
    );
    post(fact.subject, fact, was.stays, stays);
    held.set(fact.subject, { dossier, stays });
  };

  return { take, flush: held.flush, finish: held.finish };
};
