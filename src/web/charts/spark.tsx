/** A small line without axes; its numbers stand beside it in words. */
export const Spark = ({
  values,
  label,
}: {
  readonly values: readonly number[];
  readonly label: string;
}) => {
  const least = Math.min(...values);
  const span = Math.max(...values) - least || 1;
  const points = values
    .map(
      (value, at) =>
        `${(at * 100) / Math.max(1, values.length - 1)},${26 - ((value - least) / span) * 24}`,
    )
    .join(' ');
  return (
    <svg
      className="spark"
      viewBox="0 0 100 28"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <polyline
        points={points}
        fill="none"
        stroke="var(--accent)"
        strokeWidth="2"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
};
