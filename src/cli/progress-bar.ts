import cliProgress from 'cli-progress';
import type { Paper } from './paper.ts';

/** A bar on the error stream while long work goes on. */
export type Bar = {
  readonly show: (done: number, of: number) => void;
  readonly stop: () => void;
};

/** A progress bar on a terminal; nothing for programs and files. */
export const progressBar = ({ json }: Paper): Bar | undefined => {
  if (json || !process.stderr.isTTY) return undefined;
  const bar = new cliProgress.SingleBar(
    { format: '{bar} {percentage}% {duration_formatted}', stream: process.stderr, fps: 5 },
    cliProgress.Presets.shades_classic,
  );
  bar.start(1, 0);
  return {
    show: (done, of) => {
      bar.setTotal(of);
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
};
