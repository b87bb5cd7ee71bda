/** Size classes of 统计上大中小微型企业划分办法 (2017). */
export type SizeClass = 'large' | 'medium' | 'small' | 'micro';

type Indicator = 'employees' | 'revenue' | 'assets';

/** Lower bounds for large, medium and small: employees in heads, revenue and assets in 万元. */
type Bounds = Partial<Readonly<Record<Indicator, readonly [number, number, number]>>>;

const sectors = {
  agriculture: { revenue: [20_000, 500, 50] },
  industry: { employees: [1000, 300, 20], revenue: [40_000, 2000, 300] },
  construction: { revenue: [80_000, 6000, 300], assets: [80_000, 5000, 300] },
  wholesale: { employees: [200, 20, 5], revenue: [40_000, 5000, 1000] },
  retail: { employees: [300, 50, 10], revenue: [20_000, 500, 100] },
  transport: { employees: [1000, 300, 20], revenue: [30_000, 3000, 200] },
  storage: { employees: [200, 100, 20], revenue: [30_000, 1000, 100] },
  post: { employees: [1000, 300, 20], revenue: [30_000, 2000, 100] },
  'hotel-catering': { employees: [300, 100, 10], revenue: [10_000, 2000, 100] },
  information: { employees: [2000, 100, 10], revenue: [100_000, 1000, 100] },
  software: { employees: [300, 100, 10], revenue: [10_000, 1000, 50] },
  'real-estate': { revenue: [200_000, 1000, 100], assets: [10_000, 5000, 2000] },
  'property-management': { employees: [1000, 300, 100], revenue: [5000, 1000, 500] },
  'business-services': { employees: [300, 100, 10], assets: [120_000, 8000, 100] },
  other: { employees: [300, 100, 10] },
} as const satisfies Readonly<Record<string, Bounds>>;

export type SizeSector = keyof typeof sectors;

export const sizeSectors: readonly string[] = Object.keys(sectors);

/** What an enterprise reported; money in fen, null where it is not known. */
export type Size = {
  readonly sector: SizeSector;
  readonly employees: number | null;
  readonly revenue: number | null;
  readonly assets: number | null;
};

/** 1 万元 in fen. */
const wan = 1_000_000;
const classes = ['large', 'medium', 'small'] as const;

/**
 * The size class: every lower bound of a class must be met, else the enterprise drops one class;
 * it is micro where it misses any bound of small. Undefined where a needed number is not known.
 */
export const sizeClass = (size: Size): SizeClass | undefined => {
  const bounds: Bounds = sectors[size.sector];
  const needed = (['employees', 'revenue', 'assets'] as const).flatMap((indicator) => {
    const least = bounds[indicator];
    return least
      ? [{ least, has: size[indicator], unit: indicator === 'employees' ? 1 : wan }]
      : [];
  });
  if (needed.some(({ has }) => has === null)) return undefined;
  const reached = classes.find((_, i) =>
    needed.every(({ least, has, unit }) => (has ?? 0) >= (least[i] ?? 0) * unit),
  );
  return reached ?? 'micro';
};
