import leven from 'leven';

/** How many names a question offers; more of them answer nothing. */
const MAX_OFFERED = 3;

/**
 * The names that may be meant by a path that is not there, for a message: those of the same depth,
 * each part of which is the same, misspelt by a letter or two, or the beginning of the other; and
 * those with directories more or less in front.
 * @returns The closest ones, or none where more than three are equally close.
 */
export function findNearest(wanted: string, names: readonly string[]): readonly string[] {
  let closest: string[] = [];
  let least = Infinity;
  for (const name of names) {
    const distance = measurePath(wanted, name);
    if (distance === undefined || distance > least) continue;
    closest = distance < least ? [name] : [...closest, name];
    least = distance;
  }
  return closest.length > MAX_OFFERED ? [] : closest;
}

/** Asks whether one of these names is meant, with a space before the question; empty without names. */
export function renderNearest(names: readonly string[]): string {
  if (names.length === 0) return '';
  const quoted = names.map((name) => JSON.stringify(name)).join(', ');
  return ` Is ${names.length === 1 ? '' : 'one of '}${quoted} meant?`;
}

function measurePath(wanted: string, name: string): number | undefined {
  const folded = { wanted: wanted.toLowerCase(), name: name.toLowerCase() };
  if (`/${folded.name}`.endsWith(`/${folded.wanted}`)) return folded.name === folded.wanted ? 0 : 1;
  if (`/${folded.wanted}`.endsWith(`/${folded.name}`)) return 1;
  const parts = folded.wanted.split('/');
  const others = folded.name.split('/');
  if (parts.length !== others.length) return undefined;
  let sum = 0;
  for (const [index, part] of parts.entries()) {
    const distance = measurePart(part, others[index] ?? '');
    if (distance === undefined) return undefined;
    sum += distance;
  }
  return sum;
}

/** How far apart two parts are that may be one; `undefined` where they are not. */
function measurePart(wanted: string, part: string): number | undefined {
  if (wanted === part) return 0;
  const [a, b] = [splitEnding(wanted), splitEnding(part)];
  if (a.ending !== b.ending) return undefined;
  const ending = wanted.length - a.stem.length === part.length - b.stem.length ? 0 : 1;
  if (isBeginning(a.stem, b.stem)) return 2 + ending;
  if (isSwapped(a.stem, b.stem)) return 1 + ending;
  // Of a short name every letter tells: `eu` is not `us`.
  const limit = Math.min(2, Math.floor(Math.max(a.stem.length, b.stem.length) / 3));
  const distance = leven(a.stem, b.stem, { maxDistance: limit + 1 });
  return distance > limit ? undefined : distance + ending;
}

/**
 * Whether one is the beginning of the other. What has a word more than any other has is its own:
 * `values-prod` is not `values`.
 */
function isBeginning(wanted: string, stem: string): boolean {
  if (Math.min(wanted.length, stem.length) < 3) return false;
  if (stem.startsWith(wanted)) return true;
  return wanted.startsWith(stem) && !/^[-_. ]/.test(wanted.slice(stem.length));
}

/** Whether two letters that follow each other have changed places, as in `dve` for `dev`. */
function isSwapped(wanted: string, stem: string): boolean {
  if (stem.length < 3 || wanted.length !== stem.length) return false;
  const swaps = Array.from(
    { length: stem.length - 1 },
    (_, at) => stem.slice(0, at) + stem.charAt(at + 1) + stem.charAt(at) + stem.slice(at + 2),
  );
  return swaps.includes(wanted);
}

/** `.yml` and `.yaml` are one ending. */
function splitEnding(name: string): { readonly stem: string; readonly ending: string } {
  const [, stem = name, ending = ''] = /^(.+)(\.[^.]+)$/.exec(name) ?? [];
  return { stem, ending: ending === '.yml' ? '.yaml' : ending };
}
