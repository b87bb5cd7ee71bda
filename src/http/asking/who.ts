import type { Request } from 'express';
import { invalid } from '../answers/problem.ts';

const Account = /^[A-Za-z0-9][A-Za-z0-9._:@-]{0,63}$/;
/** The system's own names: no caller goes by them. */
const ours = /^(clock$|policy:|import:)/;

const account = (req: Request, header: string): string | undefined => {
  const name = req.get(header);
  if (name === undefined) return undefined;
  if (Account.test(name) && !ours.test(name)) return name;
  throw invalid(
    header,
    '账号应为 1 至 64 个字母、数字或 . _ : @ - ，且不得使用系统自身的名称。',
    'An account is 1 to 64 letters, digits and . _ : @ - and none of the system’s own names.',
  );
};

/** On whose word a request is: who sends it, and for whom. */
export type Who = { readonly by: string; readonly onBehalfOf?: string };

/** Whether the caller may read people's details. Until there are accounts, everyone who reaches the server may. */
export const mayReadPeople = (req: Request): boolean => whoIs(req).by !== '';

/** The one place that says who is calling: the name in X-Actor, for a server only its own machine reaches. */
export const whoIs = (req: Request): Who => {
  const onBehalfOf = account(req, 'X-On-Behalf-Of');
  return {
    by: account(req, 'X-Actor') ?? 'local',
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
  };
};
