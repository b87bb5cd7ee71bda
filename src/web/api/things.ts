/** The things there are: their category in facts, their noun in addresses. */
export const things = {
  enterprise: { noun: 'enterprises', page: '/enterprises/$id' },
  bargainingCase: { noun: 'bargaining-cases', page: '/bargaining/$id' },
  contract: { noun: 'contracts', page: '/contracts/$id' },
  dispute: { noun: 'disputes', page: '/disputes/$id' },
  consultation: { noun: 'consultations', page: '/consultation/$id' },
  person: { noun: 'people', page: '/people/$id' },
  refusedOrder: { noun: 'refused-orders', page: undefined },
} as const;
export type Category = keyof typeof things;

export const isCategory = (text: string): text is Category => Object.hasOwn(things, text);
export const nounOf = (category: Category): string => things[category].noun;

/** `FileContract` → `file-contract`, as in its address. */
export const kebab = (name: string): string =>
  name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
