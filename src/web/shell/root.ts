import { createRootRoute, retainSearchParams } from '@tanstack/react-router';
import { address, day, moment } from '../shared/search.ts';
import { Broken, NotFound } from './wrong.tsx';
import { Shell } from './shell.tsx';

/** The root of every page: the two clocks are part of each address and stay when one moves on. */
export const rootRoute = createRootRoute({
  validateSearch: address({ on: day(), knownAt: moment() }),
  search: { middlewares: [retainSearchParams(['on', 'knownAt'])] },
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: Broken,
});
