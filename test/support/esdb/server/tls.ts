import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Certificate } from './transport.ts';

/** A certificate for 127.0.0.1, the file of the authority that signed it, and how to be rid of both. */
export type TestAuthority = {
  readonly certificate: Certificate;
  readonly caFile: string;
  readonly dispose: () => void;
};

const EC = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-noenc', '-days', '2'];

/** Makes an authority of its own for every run; needs the `openssl` program. */
export const createAuthority = (): TestAuthority => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-esdb-tls-'));
  const at = (name: string) => join(folder, name);
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ca = ['-keyout', at('ca.key'), '-out', at('ca.crt')];
  openssl('req', '-x509', ...EC, ...ca, '-subj', '/CN=Concord test authority');
  const request = ['-keyout', at('node.key'), '-out', at('node.csr')];
  openssl('req', ...EC.slice(0, 5), ...request, '-subj', '/CN=eventstoredb-node');
  writeFileSync(at('names'), 'subjectAltName=IP:127.0.0.1,DNS:localhost');
  const by = ['-CA', at('ca.crt'), '-CAkey', at('ca.key'), '-CAcreateserial', '-days', '2'];
  const signed = ['-in', at('node.csr'), '-out', at('node.crt'), '-extfile', at('names')];
  openssl('x509', '-req', ...signed, ...by);
  return {
    certificate: {
      key: readFileSync(at('node.key'), 'utf8'),
      cert: readFileSync(at('node.crt'), 'utf8'),
    },
    caFile: at('ca.crt'),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
};
