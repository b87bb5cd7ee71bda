import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { registerAddress } from '../../register/search.ts';
import { address, choice, day, text } from '../../shared/search.ts';
import { rootRoute } from '../../shell/root.ts';

export const enterpriseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/enterprises',
  validateSearch: registerAddress([
    'status',
    'division',
    'industry',
    'size_class',
    'union_kind',
    'flag',
  ]),
  component: lazyRouteComponent(() => import('./register.tsx')),
});

export const enterpriseSubjectRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/enterprises/$id',
  validateSearch: address({
    tab: text(),
    fact: text(),
    do: text(),
    span: choice(['recent', 'all']),
    on: day(),
  }),
  component: lazyRouteComponent(() => import('./subject.tsx')),
});

export const routes = [enterpriseRoute, enterpriseSubjectRoute] as const;
