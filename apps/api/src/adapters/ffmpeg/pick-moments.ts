/** A frame that was looked at: when it is shown, and how much it differs from the one before (0 to 1). */
export interface Sample {
  readonly at: number;
  readonly difference: number;
}

interface Shot {
  readonly start: number;
  readonly end: number;
}

/** ffmpeg's own advice for `select=gt(scene\,…)` is 0.3 to 0.5; samples lie further apart than frames. */
const CUT = 0.3;
/** A shot that lasts so long may have a second picture: things happen in it. */
const SECOND_PICTURE_S = 4;

/**
 * Chooses the moments of a video that are worth a picture: one from the middle of each shot, the longest
 * shots first where there are more than `most`, and several from long ones where there are fewer.
 *
 * @param samples in order of time
 * @param seconds how long the video is
 * @returns seconds from the beginning, in order
 */
export function pickMoments(samples: readonly Sample[], seconds: number, most: number): number[] {
  const shots = toShots(samples, seconds);
  const chosen = [...shots].sort((a, b) => length(b) - length(a)).slice(0, most);
  const shares = share(chosen, most);
  return chosen.flatMap((shot, index) => spread(shot, shares[index] ?? 1)).sort((a, b) => a - b);
}

function toShots(samples: readonly Sample[], seconds: number): Shot[] {
  const cuts = samples.filter(({ difference }) => difference >= CUT).map(({ at }) => at);
  const last = Math.max(seconds, samples.at(-1)?.at ?? 0);
  const starts = [0, ...cuts.filter((at) => at > 0 && at < last)];
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? last }));
}

const length = ({ start, end }: Shot): number => end - start;

/** How many pictures each shot gets: one, and then whoever has the longest stretch without one. */
function share(shots: readonly Shot[], most: number): number[] {
  const shares = shots.map(() => 1);
  for (let left = most - shots.length; left > 0; left -= 1) {
    const stretches = shots.map((shot, index) => length(shot) / (shares[index] ?? 1));
    const longest = Math.max(...stretches);
    const index = stretches.indexOf(longest);
    if (longest < SECOND_PICTURE_S || index < 0) break;
    shares[index] = (shares[index] ?? 1) + 1;
  }
  return shares;
}

/** The middles of `count` equal parts. */
function spread(shot: Shot, count: number): number[] {
  const step = length(shot) / count;
  return Array.from({ length: count }, (_, index) => shot.start + step * (index + 0.5));
}
