import fc from 'fast-check';
import type { ImageReference } from '../../../src/base/image.js';

const hex = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));
export const digest = hex(64).map((digits) => `sha256:${digits}`);
export const repository = fc.constantFrom(
  'app',
  'nginx',
  'ghcr.io/org/app',
  'localhost:5000/team/app',
);

/** Valid tags, among them those that YAML takes for something else. */
export const tag = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,20}$/),
  fc.constantFrom('1e3', '0123', '1.10', 'on', 'y', '1_000', '12345e6', '0x1f', 'null', 'v1'),
  hex(7),
);

/** References with a tag, a digest or both. */
export const image: fc.Arbitrary<ImageReference> = fc.oneof(
  fc.record({ repository, tag }),
  fc.record({ repository, digest }),
  fc.record({ repository, tag, digest }),
);

export interface GeneratedKustomization {
  readonly text: string;
  /** `name` of each entry; all are different. */
  readonly names: readonly string[];
}

interface Field {
  readonly key: string;
  readonly value: string;
  /** Behind the value, on its line. */
  readonly comment: string;
  /** A line before the field; it may be empty. */
  readonly lineBefore: string | undefined;
}

const comment = fc.constantFrom('', '', ' # note', '   # {"$imagepolicy": "flux:app"}');
const lineBefore = fc.constantFrom(undefined, undefined, '# a line of its own', '', '   ');

function field(key: string, value: fc.Arbitrary<string>): fc.Arbitrary<Field> {
  return fc.record({ key: fc.constant(key), value, comment, lineBefore });
}

function quoted(value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const quote = fc.constantFrom('', "'", '"');
  return fc.tuple(value, quote).map(([text, mark]) => `${mark}${text}${mark}`);
}

/** The fields of an entry, some of them, in any order. */
function fields(name: string): fc.Arbitrary<readonly Field[]> {
  const joined = fc.tuple(tag, digest).map((parts) => `"${parts.join('@')}"`);
  const optional = [
    field('newName', quoted(repository)),
    field(
      'newTag',
      fc.oneof(quoted(tag), joined, fc.constantFrom('', '~', '""', '|-\n              v1')),
    ),
    field('digest', quoted(digest)),
  ];
  return fc
    .tuple(field('name', quoted(fc.constant(name))), fc.subarray(optional))
    .chain(([first, rest]) => fc.tuple(fc.constant(first), ...rest))
    .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));
}

function renderBlock(entry: readonly Field[], indent: string, gap: string): string {
  const column = `${indent} ${gap}`;
  const lines: string[] = [];
  for (const [index, { key, value, comment: note, lineBefore: above }] of entry.entries()) {
    if (above !== undefined) lines.push(above === '' ? '' : `${column}${above}`);
    const start = index === 0 ? `${indent}-${gap}` : column;
    const behind = value.startsWith('|') ? '' : note;
    lines.push(`${start}${key}: ${value}${behind}`);
  }
  return lines.join('\n');
}

/** Where the pairs of an entry in flow style break into lines. */
type FlowShape = 'line' | 'lines' | 'wrapped' | 'leading-commas';

function renderFlow(entry: readonly Field[], indent: string, shape: FlowShape): string {
  const pairs = entry.map(({ key, value }) => `${key}: ${value.startsWith('|') ? 'v1' : value}`);
  if (shape === 'line') return `${indent}- {${pairs.join(', ')}}`;
  if (shape === 'leading-commas')
    return `${indent}- { ${pairs.join(`\n${indent}  , `)}\n${indent}  }`;
  if (shape === 'wrapped') {
    const wrapped = entry.map(({ comment: note }, index) => {
      const isLast = index === entry.length - 1;
      return `${pairs[index] ?? ''}${isLast ? '}' : `,${note}`}`;
    });
    return `${indent}- {${wrapped.join(`\n${indent}    `)}`;
  }
  const lines = entry.map(({ comment: note }, index) => {
    const comma = index < entry.length - 1 ? ',' : '';
    return `${indent}    ${pairs[index] ?? ''}${comma}${note}`;
  });
  return `${indent}- {\n${lines.join('\n')}\n${indent}  }`;
}

function entryText(name: string, indent: string): fc.Arbitrary<string> {
  const block = fc.tuple(fields(name), fc.constantFrom(' ', '   '));
  const shape = fc.constantFrom<FlowShape>('line', 'lines', 'wrapped', 'leading-commas');
  const flow = fc.tuple(fields(name), shape);
  return fc.oneof(
    block.map(([entry, gap]) => renderBlock(entry, indent, gap)),
    flow.map(([entry, each]) => renderFlow(entry, indent, each)),
  );
}

/** Kustomizations as people write them, in all styles and with all line ends. */
export const kustomization: fc.Arbitrary<GeneratedKustomization> = fc
  .record({
    names: fc.shuffledSubarray(['app', 'nginx', 'ghcr.io/org/app', 'web'], { minLength: 1 }),
    indent: fc.constantFrom('', '  ', '      '),
    head: fc.constantFrom('', 'kind: Kustomization\n', '---\n# top\nresources: [a.yaml]\n\n'),
    tail: fc.constantFrom(
      '',
      '\n',
      '\n\n# end\n',
      '\ncommonAnnotations:\n  note: |-\n    # images:\n',
    ),
    lineBreak: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\uFEFF'),
  })
  .chain(({ names, indent, head, tail, lineBreak, mark }) => {
    const entries = fc.tuple(...names.map((name) => entryText(name, indent)));
    return entries.map((texts) => {
      const text = `${mark}${head}images:\n${texts.join('\n')}${tail}`;
      return { names, text: text.replaceAll('\n', lineBreak) };
    });
  });
