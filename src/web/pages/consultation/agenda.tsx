import { Tag } from 'antd';
import type { Row, Subject } from '../../api/types.ts';
import { CellView, Day } from '../../shared/cells.tsx';
import { consultation } from '../../words/consultation.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { PartActs, PartCards } from './part-cards.tsx';

/** What may follow a stage. */
const NEXT: Readonly<Record<string, readonly string[]>> = {
  proposed: ['ScreenItem', 'TableItem', 'DropItem'],
  screened: ['ApproveItem', 'DropItem'],
  approved: ['RecordResearch', 'DropItem'],
  researched: ['TableItem', 'DropItem'],
  tabled: ['DiscussItem', 'DropItem'],
  discussed: ['DeferItem', 'RemitItem'],
};
const JOINT_ONLY = new Set(['ScreenItem', 'ApproveItem', 'RecordResearch']);

const nextOf = (row: Row, { allowedCommands, ...subject }: Subject<Row>): readonly string[] =>
  (NEXT[String(row['stage'])] ?? []).filter((command) => {
    const isJoint = subject['forum'] === 'joint-conference';
    if (!allowedCommands.includes(command)) return false;
    if (row['stage'] === 'proposed' && command === 'TableItem') return !isJoint;
    return isJoint || !JOINT_ONLY.has(command);
  });

const Item = ({ row, subject }: { readonly row: Row; readonly subject: Subject<Row> }) => {
  const terms = useTerms();
  return (
    <article className="item-card">
      <h3>{row['title']}</h3>
      <p className="stage">
        <Tag color={row['stage'] === 'resolved' ? 'green' : 'blue'}>
          <CellView list="agenda" name="stage" value={row['stage'] ?? null} />
        </Tag>
        <Day day={String(row['stage_on'])} />
        <CellView list="agenda" name="subject" value={row['subject'] ?? null} />
        <span className="soft">{terms.value('body', String(row['proposed_by']))}</span>
      </p>
      {row['remitted_to'] !== null && <p>{row['remitted_to']}</p>}
      {row['because'] !== null && <p className="soft">{row['because']}</p>}
      <PartActs
        subject={subject}
        commands={nextOf(row, subject)}
        known={{ item: row['item'] }}
        about={String(row['title'])}
      />
    </article>
  );
};

/** What is on the agenda, who put it there, at which stage it stands, and what may follow. */
export const Agenda = ({ subject }: { readonly subject: Subject<Row> }) => {
  const t = useWords(consultation);
  return (
    <PartCards
      subject={subject}
      title={t('agendaTab')}
      adds="ProposeItem"
      of={{ list: 'agenda', sort: 'proposed_on' }}
      empty={t('noItems')}
      card={(row) => <Item key={row.id} row={row} subject={subject} />}
    />
  );
};
