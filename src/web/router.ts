import { createRouter } from '@tanstack/react-router';
import { routes as analysis } from './pages/analysis/routes.tsx';
import { routes as bargaining } from './pages/bargaining/routes.tsx';
import { routes as consultation } from './pages/consultation/routes.tsx';
import { routes as contracts } from './pages/contracts/routes.tsx';
import { routes as deadlines } from './pages/deadlines/routes.tsx';
import { routes as disputes } from './pages/disputes/routes.tsx';
import { routes as enterprises } from './pages/enterprises/routes.tsx';
import { routes as home } from './pages/home/routes.tsx';
import { routes as law } from './pages/law/routes.tsx';
import { routes as people } from './pages/people/routes.tsx';
import { routes as operator } from './pages/operator/routes.tsx';
import { parseSearch, stringifySearch } from './shared/search.ts';
import { Loading } from './shared/states.tsx';
import { rootRoute } from './shell/root.ts';

const tree = rootRoute.addChildren([
  ...home,
  ...bargaining,
  ...disputes,
  ...consultation,
  ...analysis,
  ...enterprises,
  ...contracts,
  ...deadlines,
  ...people,
  ...operator,
  ...law,
]);

/** Every address of the web. */
export const router = createRouter({
  routeTree: tree,
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
