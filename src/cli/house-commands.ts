import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { takeSnapshot } from '../system/snapshot.ts';
import { exits, Failed } from './exit.ts';
import { answer, paperFrom, type Paper } from './paper.ts';
import { progressBar } from './progress-bar.ts';
import { configFrom } from './with-desk.ts';

type Ends = { readonly from: string; readonly to: string };

const namesOf = ({ from, to }: Ends, { EVENTSTORE_URL: url }: Config): Ends => {
  const meant = (name: string): string => {
    if (name !== 'esdb') return name;
    if (url !== undefined) return url;
    throw new Failed(exits.usage, 'esdb: EVENTSTORE_URL 未设置 / is not set');
  };
  return { from: meant(from), to: meant(to) };
};

const copying = async (ends: Ends, config: Config, paper: Paper): Promise<void> => {
  // Loaded when needed: the client of a server is large.
  const { copyAll } = await import('../system/copy/copy.ts');
  const { endOf } = await import('../system/copy/ends.ts');
  const names = namesOf(ends, config);
  const how = { folder: config.CONCORD_DATA, caFile: config.EVENTSTORE_CA_FILE };
  const from = endOf(names.from, { ...how, isSource: true });
  const bar = progressBar(paper);
  try {
    const to = endOf(names.to, { ...how, isSource: false });
    try {
      const now = () => new Date().toISOString();
      const copied = await copyAll({
        from: from.store,
        to: to.store,
        atOnce: to.atOnce,
        now,
        ...(bar ? { progress: bar.show } : {}),
      });
      bar?.stop();
      const { facts, streams, already, digest } = copied;
      const says = {
        zh: `已核对：${facts} 条事实（其中 ${already} 条原已在），${streams} 个流，摘要 ${digest}。人员密钥与附件不在事件库内，仍在数据目录。`,
        en: `Compared and equal: ${facts} facts (${already} were there already) in ${streams} streams, digest ${digest}. The keys of people and attachments are not in the event store: they stay in the data folder.`,
      };
      answer(paper, copied, () => says[paper.language]);
    } finally {
      await to.store.close();
    }
  } finally {
    bar?.stop();
    await from.store.close();
  }
};

/** Commands that move house: a snapshot for a new node, a copy of all facts to another event store. */
export const houseCommands = (program: Command): void => {
  program
    .command('snapshot')
    .description('copy the read models, also while a server runs, for a new node to begin with')
    .argument('<folder>', 'the data folder of the new node')
    .action(async (folder: string, _options: unknown, command: Command) => {
      const { CONCORD_DATA: data } = configFrom(command);
      const note = await takeSnapshot(data, folder, new Date().toISOString());
      const says = {
        zh: `${folder}：至位置 ${note.position}。新节点以此目录为 CONCORD_DATA 启动。`,
        en: `${folder}: up to position ${note.position}. Start the new node with this folder as CONCORD_DATA.`,
      };
      const paper = paperFrom(command);
      answer(paper, { folder, ...note }, () => says[paper.language]);
    });
  program
    .command('copy')
    .description('copy every fact to another event store and compare; begun again, it goes on')
    .requiredOption('--from <store>', 'embedded, esdb, a folder, a file, or esdb://…')
    .requiredOption('--to <store>', 'embedded, esdb, a folder, a file, or esdb://…')
    .action(async (ends: Ends, command: Command) =>
      copying(ends, configFrom(command), paperFrom(command)),
    );
};
