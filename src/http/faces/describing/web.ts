import express, { type Express, type RequestHandler } from 'express';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { languageOf } from '../../asking/language.ts';

const BUILT = fileURLToPath(new URL('../../../../dist/web', import.meta.url));

/** Addresses that programs ask: an unknown one among them is a problem, never a page. */
const PROGRAMS = /^\/(api|livez|readyz|metrics|assets)(\/|$)/;

const UNBUILT = {
  zh: '网页尚未构建。请运行 npm run build，然后刷新本页；HTTP 接口照常可用：/api/docs。\n',
  en: 'The web is not built yet. Run npm run build and reload; the HTTP API works as ever: /api/docs.\n',
} as const;

/** The page of every address that is a person’s; read anew each time, since a build may replace it. */
const page =
  (folder: string): RequestHandler =>
  (req, res, next) => {
    if (!['GET', 'HEAD'].includes(req.method) || PROGRAMS.test(req.path)) {
      next();
      return;
    }
    let html: string;
    try {
      html = readFileSync(join(folder, 'index.html'), 'utf8');
    } catch {
      res.status(503).type('text').send(UNBUILT[languageOf(req)]);
      return;
    }
    res.set('Cache-Control', 'no-cache').type('html').send(html);
  };

/** The web as it was built: assets named by their content are kept for ever, pages never. */
export const builtWeb =
  (folder = BUILT) =>
  (server: Express): void => {
    const assets = { immutable: true, maxAge: '365d', index: false, redirect: false } as const;
    server.use('/assets', express.static(join(folder, 'assets'), assets));
    // The page has one address, under which it is never kept.
    server.use('/index.html', (_req, res) => {
      res.redirect('/');
    });
    server.use(express.static(folder, { index: false, redirect: false, maxAge: '1h' }));
    server.use(page(folder));
  };

/** What puts the web on a server; development has its own. */
export type Web = (server: Express) => void;
