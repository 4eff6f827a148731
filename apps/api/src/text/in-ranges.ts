const MOST = 8;

/** Ascending whole numbers as a person would list them: `3, 7 and 9 to 12`; a long list's rest is counted. */
export function inRanges(numbers: readonly number[]): string {
  const ranges: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const range = ranges.at(-1);
    if (range !== undefined && range.last + 1 === number) range.last = number;
    else ranges.push({ first: number, last: number });
  }
  const shown = ranges.slice(0, MOST);
  const told = shown.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const words = shown.map(({ first, last }) =>
    first === last ? `${first}` : `${first} to ${last}`,
  );
  if (told < numbers.length) words.push(`${numbers.length - told} more`);
  const end = words.pop() ?? "";
  return words.length === 0 ? end : `${words.join(", ")} and ${end}`;
}
