import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NOTE = join(ROOT, 'dist/web/.built-from');

/** All that the built web is made of, as one hash. */
const sources = (): string => {
  const hash = createHash('sha256');
  const web = readdirSync(join(ROOT, 'src/web'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of [...web.sort(), join(ROOT, 'package-lock.json'), join(ROOT, 'vite.config.ts')])
    hash.update(file.slice(ROOT.length)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
};

const builtFrom = (): string | undefined =>
  existsSync(NOTE) ? readFileSync(NOTE, 'utf8') : undefined;

/** Builds the web into dist/web; with `ifStale` only when its sources are not those it was built from. */
export const buildWeb = async ({ ifStale }: { readonly ifStale: boolean }): Promise<void> => {
  const now = sources();
  if (ifStale && builtFrom() === now) return;
  console.log(
    builtFrom() === undefined
      ? 'Building the web (first time) … 正在构建网页（首次）……'
      : 'Building the web (its sources changed) … 正在构建网页（源码有变）……',
  );
  const vite = await import('vite').catch(() => undefined);
  if (!vite) {
    console.log(
      'The web cannot be built here: only what runs is installed (npm ci installs the rest). ' +
        '此处只安装了运行所需的包，无法构建网页（npm ci 可安装其余的包）。',
    );
    return;
  }
  // What is served is always for use, though it is built within a run of tests.
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await vite.build({
      root: join(ROOT, 'src/web'),
      configFile: join(ROOT, 'vite.config.ts'),
      logLevel: 'warn',
    });
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
  mkdirSync(join(ROOT, 'dist/web'), { recursive: true });
  writeFileSync(NOTE, now);
};

if (import.meta.main) await buildWeb({ ifStale: process.argv.includes('--if-stale') });
