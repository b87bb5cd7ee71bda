import { useNavigate, useSearch } from '@tanstack/react-router';

/** On which day, and as known when; both undefined mean now. */
export type Clocks = { readonly on?: string | undefined; readonly knownAt?: string | undefined };

/** The two clocks of the address. */
export const useClocks = (): Clocks => {
  const { on, knownAt } = useSearch({ strict: false });
  return { on, knownAt };
};

/** Sets the clocks; the page stays. */
export const useSetClocks = (): ((clocks: Clocks) => void) => {
  const navigate = useNavigate();
  return (clocks) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, ...clocks }) });
};
