import type { RequestHandler } from 'express';
import type { Config } from '../../config.ts';
import { Problem } from '../answers/problem.ts';

const open = new Set(['/livez', '/readyz', '/metrics']);

const nameIn = (host: string): string => host.toLowerCase().replace(/:\d+$/, '');

/**
 * Answers only under the names this server goes by, so that no web page can reach a local server
 * through a name of its own. Probes come by address and see nothing of anyone.
 */
export const hostGuard = ({ HOST, ALLOWED_HOSTS = '' }: Config): RequestHandler => {
  const own = HOST.includes(':') ? `[${HOST}]` : HOST;
  const names = new Set(
    ['localhost', '127.0.0.1', '[::1]', own, ...ALLOWED_HOSTS.split(',')]
      .filter((name) => name !== '')
      .map((name) => name.toLowerCase()),
  );
  return (req, _res, next) => {
    if (open.has(req.path) || names.has(nameIn(req.headers.host ?? ''))) next();
    else throw new Problem('wrong-host');
  };
};
