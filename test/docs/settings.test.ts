import { readFileSync } from 'node:fs';
import { format } from 'prettier';
import { expect, it } from 'vitest';
import { Config } from '../../src/config.ts';

const settings = Object.entries(Config.shape).map(([name, schema]) => ({
  name,
  says: schema.description ?? '',
  value: schema.safeParse(undefined).data,
}));

const HEAD = `# 设置 · Settings

From the environment and from \`.env\`; the environment comes first. A wrong setting stops the program and names itself. An empty value is no value. This page is made from \`src/config.ts\`; a test keeps it current (\`npx vitest run test/docs -u\` writes it).

| Setting | Default | What it is |
| --- | --- | --- |
`;

const row = ({ name, says, value }: (typeof settings)[number]): string =>
  `| \`${name}\` | ${value === undefined ? '' : `\`${value}\``} | ${says} |`;

const example = `# Every setting, as it is when nothing is set. Copy to .env and change what you need.
${settings.map(({ name, says, value }) => `\n# ${says}\n${value === undefined ? `#${name}=` : `${name}=${value}`}\n`).join('')}`;

it('has a sentence for every setting', () => {
  expect(settings.filter(({ says }) => says === '')).toStrictEqual([]);
});

it('tables every setting for people', async () => {
  const page = HEAD + settings.map(row).join('\n');
  await expect(await format(page, { parser: 'markdown' })).toMatchFileSnapshot(
    '../../docs/settings.md',
  );
});

it('has an example file with every setting and its default', async () => {
  await expect(example).toMatchFileSnapshot('../../.env.example');
});

it('hands no setting to the container that there is not', () => {
  const known = new Set(settings.map(({ name }) => name));
  const compose = readFileSync('docker-compose.yml', 'utf8');
  // The servers of EventStoreDB beside it have settings of their own.
  const [ours = ''] = /^x-concord-environment:[^]*?(?=^x-eventstore:)/m.exec(compose) ?? [];
  const given = [
    ...`${readFileSync('Dockerfile', 'utf8')}\n${ours}`.matchAll(
      /^\s*(?:ENV )?([A-Z][A-Z_]+)[=:]/gm,
    ),
  ];
  expect(given.map(([, name]) => name).filter((name) => !known.has(name ?? ''))).toStrictEqual([]);
  expect(ours).toContain('EVENTSTORE_URL');
});
