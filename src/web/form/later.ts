import { lazy, useEffect } from 'react';

const load = () => import('./command-form.tsx');

/** The form of any command; its script comes when the first form opens. */
export const CommandForm = lazy(load);

/** Fetches that script while nothing else is to be done, where a form is likely to be opened. */
export const useFormSoon = (): void => {
  useEffect(() => {
    const waiting = requestIdleCallback(() => void load());
    return () => cancelIdleCallback(waiting);
  }, []);
};
