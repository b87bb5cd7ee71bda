import { createHash } from 'node:crypto';
import type { Route } from '../route.ts';

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;margin:0 auto;max-width:64rem;padding:1rem}
h2{border-bottom:1px solid;margin-top:2rem}summary{cursor:pointer;padding:.25rem 0}
code,pre{font-family:ui-monospace,monospace}pre{overflow:auto;padding:.75rem;border:1px solid;border-radius:.25rem}
.method{display:inline-block;width:3rem;font-weight:600}p{margin:.25rem 0}@media(prefers-color-scheme:dark){:root{color-scheme:dark}}`;

/** The page needs this one style and nothing else, from nowhere else. */
export const DOCS_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => entities[c] ?? c);

type Documented = Readonly<Record<string, unknown>>;

const block = (title: string, value: unknown): string =>
  value === undefined ? '' : `<p>${title}</p><pre>${escaped(JSON.stringify(value, null, 2))}</pre>`;

const entry = ({ method, path, says }: Route, documented: Documented | undefined): string => {
  const { requestBody, parameters, responses } = documented ?? {};
  return `<details><summary><span class="method">${method.toUpperCase()}</span> <code>${escaped(path)}</code> — ${escaped(says.summary ?? '')}</summary>
<p>${escaped(says.description ?? '')}</p>${block('Parameters', parameters)}${block('Body', requestBody)}${block('Answers', responses)}</details>`;
};

const chapter = (tag: string, routes: readonly Route[], paths: Documented): string =>
  `<section><h2 id="${escaped(tag)}">${escaped(tag)}</h2>${routes
    .filter(({ says }) => says.tags?.includes(tag))
    .map((route) => {
      const item = paths[route.path] as Documented | undefined;
      return entry(route, item?.[route.method] as Documented | undefined);
    })
    .join('\n')}</section>`;

/** The API as a page to read: made from the OpenAPI document, no script, nothing from another origin. */
export const docsPage = (routes: readonly Route[], paths: Documented): string => {
  const tags = [...new Set(routes.flatMap(({ says }) => says.tags ?? []))];
  const links = tags.map((tag) => `<a href="#${escaped(tag)}">${escaped(tag)}</a>`).join(' · ');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Concord API</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${STYLE}</style></head>
<body><main><h1>Concord API</h1><p>The machine's copy: <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1).</p>
<nav>${links}</nav>${tags.map((tag) => chapter(tag, routes, paths)).join('\n')}</main></body></html>`;
};
