import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { registerAddress } from '../../register/search.ts';
import { rootRoute } from '../../shell/root.ts';
import { subjectAddress } from '../../subject/search.ts';

export const enterpriseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/enterprises',
  validateSearch: registerAddress(['status', 'division', 'industry', 'size_class', 'union_kind']),
  component: lazyRouteComponent(() => import('./register.tsx')),
});

export const enterpriseSubjectRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/enterprises/$id',
  validateSearch: subjectAddress(),
  component: lazyRouteComponent(() => import('./subject.tsx')),
});

export const routes = [enterpriseRoute, enterpriseSubjectRoute] as const;
