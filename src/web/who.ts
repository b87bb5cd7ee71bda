import { persisted } from './shared/persisted.ts';

/** Who acts, and for whom: account ids, as the server stamps them. */
export type Who = { readonly by: string; readonly onBehalfOf?: string | undefined };

const kept = persisted<Who>('who', { by: 'local' });

/** What an account id looks like; the server says the same. */
export const ACCOUNT = /^(?!clock$|policy:|import:)[A-Za-z0-9][A-Za-z0-9._:@-]{0,63}$/;

/** The one place where identity enters the web: until accounts exist, the name chosen in the header. */
export const who = kept.read;
export const actAs = kept.write;
export const useWho = kept.use;

/** What a request says of who sends it. */
export const identity = (): Record<string, string> => {
  const { by, onBehalfOf } = who();
  return { 'X-Actor': by, ...(onBehalfOf ? { 'X-On-Behalf-Of': onBehalfOf } : {}) };
};
