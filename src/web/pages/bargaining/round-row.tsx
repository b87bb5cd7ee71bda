import { Button, Input, InputNumber, Select, Tag } from 'antd';
import type { Problem } from '../../api/problem.ts';
import { useCommandSchema } from '../../api/schemas.ts';
import type { Command } from '../../api/send.ts';
import { useDryRun } from '../../form/dry-run.ts';
import { VerdictView } from '../../form/verdict.tsx';
import { bargaining } from '../../words/bargaining.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';
import { SIDES, type Line } from './lines.ts';
import { category, isFilled, isHundredth, UNITS, type Typed } from './round.ts';
import { useValueText } from './values.tsx';

const Standing = ({ line }: { readonly line: Line }) => {
  const t = useWords(bargaining);
  const terms = useTerms();
  const value = useValueText();
  const last = SIDES.flatMap((side) => {
    const say = line.rounds.findLast((round) => round[side] !== null)?.[side];
    return say ? [{ side, say }] : [];
  });
  if (last.length === 0) return null;
  return (
    <div className="soft">
      {t('lastWord')}
      {last
        .map(({ side, say }) => {
          const number = say.value === null ? '' : value(say.value, line.unit);
          return `${terms.value('side', side)} ${number || (say.text ?? t('unquantified'))}`;
        })
        .join(' · ')}
    </div>
  );
};

const NewHead = ({
  row,
  change,
}: {
  readonly row: Typed;
  readonly change: (part: Partial<Typed>) => void;
}) => {
  const t = useWords(bargaining);
  const schema = useCommandSchema(category, 'TableProposal');
  const topics = schema.data?.properties?.['clause']?.properties?.['topic']?.oneOf ?? [];
  return (
    <div className="row-inputs">
      <Select
        aria-label={t('topic')}
        placeholder={t('topic')}
        value={row.topic === '' ? null : row.topic}
        options={topics.map(({ const: code, title }) => ({
          value: String(code),
          label: title ?? String(code),
        }))}
        onChange={(topic: string) => change({ topic })}
      />
      <Select
        allowClear
        aria-label={t('unit')}
        placeholder={t('unit')}
        value={row.unit}
        options={UNITS.map((value) => ({ value, label: <Unit code={value} /> }))}
        onChange={(unit: string | undefined) => change({ unit, value: undefined })}
      />
      <Input
        aria-label={t('titleField')}
        placeholder={t('titleField')}
        value={row.title}
        onChange={(event) => change({ title: event.target.value })}
      />
    </div>
  );
};
const Unit = ({ code }: { readonly code: string }) => useTerms().value('unit', code);

type RowProps = {
  readonly row: Typed;
  readonly line: Line | undefined;
  readonly command: Command;
  readonly state: 'still' | 'sending' | 'waiting';
  readonly problem: Problem | undefined;
  readonly change: (part: Partial<Typed>) => void;
  readonly remove: () => void;
};

const Inputs = ({ row, change }: Pick<RowProps, 'row' | 'change'>) => {
  const t = useWords(bargaining);
  const terms = useTerms();
  const scale = isHundredth(row.unit) ? 100 : 1;
  return (
    <div className="row-inputs">
      <InputNumber<number>
        disabled={row.recorded === true}
        aria-label={t('numberOf', { title: row.title })}
        placeholder={t('value')}
        value={row.value === undefined ? null : row.value / scale}
        precision={scale === 100 ? 2 : 0}
        suffix={row.unit === undefined ? undefined : terms.value('unit', row.unit)}
        onChange={(n) => change({ value: n === null ? undefined : Math.round(n * scale) })}
      />
      {row.fresh || row.unit !== undefined ? (
        <span />
      ) : (
        <Select
          allowClear
          aria-label={t('unit')}
          placeholder={t('unit')}
          options={UNITS.map((value) => ({ value, label: <Unit code={value} /> }))}
          onChange={(unit: string | undefined) => change({ unit })}
        />
      )}
      <Input.TextArea
        autoSize
        disabled={row.recorded === true}
        aria-label={t('wordingOf', { title: row.title })}
        placeholder={t('wording')}
        value={row.text ?? ''}
        onChange={(event) => change({ text: event.target.value })}
      />
    </div>
  );
};

/** One clause of the round: where the sides stand, what is proposed now, what the server would say. */
export const OneRow = ({ row, line, command, state, problem, change, remove }: RowProps) => {
  const t = useWords(bargaining);
  const filled = isFilled(row);
  const recorded = row.recorded === true;
  const verdict = useDryRun(command, filled && !recorded && state === 'still');
  const counters = (command.data as { readonly counters?: string }).counters;
  return (
    <section className="round-row" aria-label={row.title}>
      {!row.fresh && <strong>{row.title}</strong>}{' '}
      {recorded ? (
        <Tag color="green">{t('recordedRow')}</Tag>
      ) : (
        filled && <Tag>{counters ? t('counters', { proposal: counters }) : t('fresh')}</Tag>
      )}
      {line && <Standing line={line} />}
      {row.fresh && !recorded && <NewHead row={row} change={change} />}
      <Inputs row={row} change={change} />
      {filled && !recorded && (
        <VerdictView
          category={category}
          verdict={verdict}
          problem={problem}
          tried={problem !== undefined}
          waiting={state === 'waiting'}
        />
      )}
      {row.fresh && !recorded && (
        <Button size="small" onClick={remove} aria-label={t('removeClause', { title: row.title })}>
          ×
        </Button>
      )}
    </section>
  );
};
