import { describe, expect, it } from '@jest/globals';
import { patchFile } from '../../../src/patch/patch.js';
import type { ImageReference } from '../../../src/base/image.js';
import { DIGEST, OLD_DIGEST, PATH, patchText } from '../support/patch-text.js';

const TAG: ImageReference = { repository: 'app', tag: 'v2' };
const BOTH: ImageReference = { repository: 'app', tag: 'v2', digest: DIGEST };
const DIGEST_ONLY: ImageReference = { repository: 'app', digest: DIGEST };

interface Case {
  readonly description: string;
  readonly before: string;
  readonly image?: ImageReference;
  readonly imageName?: string;
  readonly after: string;
}

const VALUES: readonly Case[] = [
  {
    description: 'a plain tag',
    before: 'images:\n- name: app\n  newTag: v1\n',
    after: 'images:\n- name: app\n  newTag: v2\n',
  },
  {
    description: 'single quotes and a Flux marker behind them',
    before: `images:\n- name: app\n  newTag: 'v1' # {"$imagepolicy": "flux:app:tag"}\n`,
    after: `images:\n- name: app\n  newTag: 'v2' # {"$imagepolicy": "flux:app:tag"}\n`,
  },
  {
    description: 'double quotes',
    before: 'images:\n- name: app\n  newTag: "v1"\n',
    after: 'images:\n- name: app\n  newTag: "v2"\n',
  },
  {
    description: 'quotes for what YAML reads as a number',
    before: 'images:\n- name: app\n  newTag: v1\n',
    image: { repository: 'app', tag: '12345e6' },
    after: 'images:\n- name: app\n  newTag: "12345e6"\n',
  },
  {
    description: 'quotes for a number that is there already',
    before: 'images:\n- name: app\n  newTag: 1.10\n',
    image: { repository: 'app', tag: '1.10' },
    after: 'images:\n- name: app\n  newTag: "1.10"\n',
  },
  {
    description: 'quotes for a number of go-yaml that is there already',
    before: 'images:\n- name: app\n  newTag: 1_000\n',
    image: { repository: 'app', tag: '1_000' },
    after: 'images:\n- name: app\n  newTag: "1_000"\n',
  },
  {
    description: 'a key without a value, and the comment behind it',
    before: 'images:\n- name: app\n  newTag:   # set by CI\n',
    after: 'images:\n- name: app\n  newTag: v2   # set by CI\n',
  },
  {
    description: 'null',
    before: 'images:\n- name: app\n  newTag: ~\n',
    after: 'images:\n- name: app\n  newTag: v2\n',
  },
  {
    description: 'an anchor that nothing uses, and a string tag',
    before: 'images:\n- name: app\n  newTag: &tag !!str v1\n',
    after: 'images:\n- name: app\n  newTag: &tag !!str v2\n',
  },
  {
    description: 'an anchor on a key without a value',
    before: 'images:\n- name: app\n  newTag: &tag # none\n',
    after: 'images:\n- name: app\n  newTag: &tag v2 # none\n',
  },
  {
    description: 'a block scalar, and the comment behind its header',
    before: 'images:\n- name: app\n  newTag: |- # why\n    v1\n\n  digest: ""\n',
    image: BOTH,
    after: `images:\n- name: app\n  newTag: v2 # why\n\n  digest: "${DIGEST}"\n`,
  },
  {
    description: 'a block scalar that ends in a space that is none to YAML',
    before: 'images:\n- name: app\n  newTag: |-\n    v1\n    \u00a0\n  digest: ""\n',
    after: 'images:\n- name: app\n  newTag: v2\n  digest: ""\n',
  },
  {
    description: 'a folded block scalar at the end of a file without a final newline',
    before: 'images:\n- name: app\n  newTag: >-\n    v1',
    after: 'images:\n- name: app\n  newTag: v2',
  },
  {
    description: 'a tag that holds the digest too',
    before: `images:\n- name: app\n  newTag: v1@${OLD_DIGEST}\n`,
    image: BOTH,
    after: `images:\n- name: app\n  newTag: v2\n  digest: ${DIGEST}\n`,
  },
  {
    description: 'a tag that holds a digest, by a tag alone',
    before: `images:\n- name: app\n  newTag: v2@${OLD_DIGEST}\n`,
    after: 'images:\n- name: app\n  newTag: v2\n',
  },
  {
    description: 'keys in another case, as Go reads them',
    before: 'Images:\n- NAME: app\n  newtag: v1\n',
    after: 'Images:\n- NAME: app\n  newtag: v2\n',
  },
  {
    description: 'an explicit key',
    before: 'images:\n- ? name\n  : app\n  ? newTag\n  : v1\n',
    image: BOTH,
    after: `images:\n- ? name\n  : app\n  ? newTag\n  : v2\n  digest: ${DIGEST}\n`,
  },
  {
    description: 'a tag with an anchor that is used elsewhere',
    before: 'images:\n- name: app\n  newTag: &tag v1\n- name: b\n  newTag: *tag\n',
    after: 'images:\n- name: app\n  newTag: &tag v2\n- name: b\n  newTag: *tag\n',
  },
  {
    description: 'an entry with an anchor that is used elsewhere',
    before: 'images:\n- &entry\n  name: app\n  newTag: v1\nx: *entry\n',
    after: 'images:\n- &entry\n  name: app\n  newTag: v2\nx: *entry\n',
  },
  {
    description: 'another spelling of the repository',
    before: 'images:\n- name: app\n  newName: docker.io/library/nginx\n  newTag: v1\n',
    image: { repository: 'nginx', tag: 'v2' },
    after: 'images:\n- name: app\n  newName: docker.io/library/nginx\n  newTag: v2\n',
  },
  {
    description: 'another spelling of the name',
    before: 'images:\n- name: org/app\n  newTag: v1\n',
    image: { repository: 'docker.io/org/app', tag: 'v2' },
    after: 'images:\n- name: org/app\n  newTag: v2\n',
  },
  {
    description: 'a newName with a tag in it',
    before: 'images:\n- name: x\n  newName: ghcr.io/org/app:v1\n',
    image: { repository: 'ghcr.io/org/app', tag: 'v2' },
    after: 'images:\n- name: x\n  newName: ghcr.io/org/app\n  newTag: v2\n',
  },
  {
    description: 'one entry of several, in any order',
    before:
      'images:\n- {name: b, newTag: v1}\n- newTag: v1\n  name: app\n- name: c\n  newTag: v1\n',
    after: 'images:\n- {name: b, newTag: v1}\n- newTag: v2\n  name: app\n- name: c\n  newTag: v1\n',
  },
  {
    description: 'a component, behind a document marker and before an empty document',
    before: '---\nkind: Component\nimages:\n- name: app\n  newTag: v1\n---\n',
    after: '---\nkind: Component\nimages:\n- name: app\n  newTag: v2\n---\n',
  },
];

const UNIT: readonly Case[] = [
  {
    description: 'a tag removes a stale digest, its line and the comment on it',
    before: `images:\n- name: app\n  # pinned\n  digest: ${OLD_DIGEST} # by CI\n  # the tag\n  newTag: v1\n`,
    after: 'images:\n- name: app\n  # pinned\n  # the tag\n  newTag: v2\n',
  },
  {
    description: 'a tag replaces a digest that is the last line without a newline',
    before: `images:\n- name: app\n  digest: ${OLD_DIGEST}`,
    after: 'images:\n- name: app\n  newTag: v2',
  },
  {
    description: 'blank lines above a last line without a newline go with it',
    before: `images:\r\n- name: app\r\n  newTag: v2 # t\r\n\r\n  \r\n  digest: ${OLD_DIGEST}`,
    after: 'images:\r\n- name: app\r\n  newTag: v2 # t',
  },
  {
    description: 'a digest that is the first key goes, and the next key takes its place',
    before: `images:\n- digest: ${OLD_DIGEST} # by CI\n  name: app\n`,
    after: 'images:\n- name: app\n  newTag: v2\n',
  },
  {
    description: 'a digest that is the first key goes, a comment below it stays',
    before: `images:\n-   digest: ${OLD_DIGEST}\n    # the app\n    name: app\n    newTag: v1\n`,
    after: 'images:\n-   # the app\n    name: app\n    newTag: v2\n',
  },
  {
    description: 'a digest on several lines goes whole',
    before: `images:\n- name: app\n  newTag: v1\n  digest: |-\n    ${OLD_DIGEST}\n`,
    after: 'images:\n- name: app\n  newTag: v2\n',
  },
  {
    description: 'a tag and a digest are both written',
    before: 'images:\n- name: app\n  newTag: v1 # tag\n  # end\n',
    image: BOTH,
    after: `images:\n- name: app\n  newTag: v2 # tag\n  digest: ${DIGEST}\n  # end\n`,
  },
  {
    description: 'new keys take the quotes of the one before them',
    before: `images:\n- name: 'app'\n  newTag: "v1"\n`,
    image: BOTH,
    after: `images:\n- name: 'app'\n  newTag: "v2"\n  digest: "${DIGEST}"\n`,
  },
  {
    description: 'a digest alone removes the tag',
    before: 'images:\n- name: app\n  newTag: v1\n',
    image: DIGEST_ONLY,
    after: `images:\n- name: app\n  digest: ${DIGEST}\n`,
  },
  {
    description: 'an empty field that is not needed stays',
    before: `images:\n- name: app\n  newTag: ""\n  digest: ${OLD_DIGEST}\n`,
    image: DIGEST_ONLY,
    after: `images:\n- name: app\n  newTag: ""\n  digest: ${DIGEST}\n`,
  },
  {
    description: 'a name behind a block scalar gets its tag on the next line',
    before: 'images:\n- name: |-\n    app\n# end\n',
    after: 'images:\n- name: |-\n    app\n  newTag: v2\n# end\n',
  },
];

const NAMES: readonly Case[] = [
  {
    description: 'newName is kept when the repository is the same',
    before: 'images:\n- name: app\n  newName: ghcr.io/org/app\n  newTag: v1\n',
    image: { repository: 'ghcr.io/org/app', tag: 'v2' },
    after: 'images:\n- name: app\n  newName: ghcr.io/org/app\n  newTag: v2\n',
  },
  {
    description: 'newName is written when the repository differs from the name',
    before: 'images:\n- name: app\n  newTag: v1\n',
    image: { repository: 'ghcr.io/org/app', tag: 'v2' },
    imageName: 'app',
    after: 'images:\n- name: app\n  newName: ghcr.io/org/app\n  newTag: v2\n',
  },
  {
    description: 'newName is replaced when the repository differs from it',
    before: 'images:\n- newName: old\n  name: app\n  newTag: v1\n',
    image: { repository: 'new', tag: 'v1' },
    imageName: 'app',
    after: 'images:\n- newName: new\n  name: app\n  newTag: v1\n',
  },
  {
    description: 'an empty newName is as good as none',
    before: 'images:\n- name: app\n  newName:\n  newTag: v1\n',
    after: 'images:\n- name: app\n  newName:\n  newTag: v2\n',
  },
  {
    description: 'a name wins over the newName of another entry',
    before: 'images:\n- name: other\n  newName: app\n- name: app\n',
    after: 'images:\n- name: other\n  newName: app\n- name: app\n  newTag: v2\n',
  },
  {
    description: 'a tag with its digest stays when only newName changes',
    before: `images:\n- name: app\n  newTag: v2@${DIGEST}\n`,
    image: { repository: 'new', tag: 'v2', digest: DIGEST },
    imageName: 'app',
    after: `images:\n- name: app\n  newName: new\n  newTag: v2@${DIGEST}\n`,
  },
  {
    description: 'a tag with its digest goes apart beside a digest, which kustomize would add',
    before: `images:\n- name: app\n  newTag: v2@${DIGEST}\n  digest: ${DIGEST}\n`,
    image: BOTH,
    after: `images:\n- name: app\n  newTag: v2\n  digest: ${DIGEST}\n`,
  },
  {
    description: 'a name that comes through an alias of a scalar',
    before: 'x: &name app\nimages:\n- name: *name\n  newTag: v1\n',
    after: 'x: &name app\nimages:\n- name: *name\n  newTag: v2\n',
  },
  {
    description: 'a value that comes through an alias and is right already',
    before: 'x: &tag v2\nimages:\n- name: app\n  newTag: *tag\n  newName: ""\n',
    after: 'x: &tag v2\nimages:\n- name: app\n  newTag: *tag\n  newName: ""\n',
  },
  {
    description: 'a value that comes through a merge key and is right already',
    before: 'x: &tag {newTag: v2}\nimages:\n- name: app\n  <<: *tag\n',
    after: 'x: &tag {newTag: v2}\nimages:\n- name: app\n  <<: *tag\n',
  },
  {
    description: 'a value that is put behind an alias',
    before: 'x: &name app\nimages:\n- name: *name # app\n',
    after: 'x: &name app\nimages:\n- name: *name # app\n  newTag: v2\n',
  },
  {
    description: 'a value that comes through an alias and is removed',
    before: `x: &old ${OLD_DIGEST}\nimages:\n- name: app\n  digest: *old\n`,
    after: `x: &old ${OLD_DIGEST}\nimages:\n- name: app\n  newTag: v2\n`,
  },
  {
    description: 'other fields that come through merge keys',
    before: `x: &x {newName: app, <<: &y {a: 1}}\nimages:\n- <<: [*x, *y]\n  name: web\n  newTag: v1\n`,
    after: `x: &x {newName: app, <<: &y {a: 1}}\nimages:\n- <<: [*x, *y]\n  name: web\n  newTag: v2\n`,
  },
];

const FLOW: readonly Case[] = [
  {
    description: 'a value in a flow mapping',
    before: 'images: [{name: app, newTag: v1}, {name: b}]\n',
    image: BOTH,
    after: `images: [{name: app, newTag: v2, digest: ${DIGEST}}, {name: b}]\n`,
  },
  {
    description: 'JSON',
    before: '{"images": [{"name": "app"}]}',
    image: BOTH,
    after: `{"images": [{"name": "app", "newTag": "v2", "digest": "${DIGEST}"}]}`,
  },
  {
    description: 'keys without values',
    before: 'images: [{name: app, newTag, digest: }]\n',
    image: BOTH,
    after: `images: [{name: app, newTag: v2, digest: ${DIGEST} }]\n`,
  },
  {
    description: 'a pair in the middle is removed',
    before: `images: [{name: app, digest: ${OLD_DIGEST}, newTag: v1}]\n`,
    after: 'images: [{name: app, newTag: v2}]\n',
  },
  {
    description: 'the first pair is removed',
    before: `images: [{digest: ${OLD_DIGEST}, name: app, newTag: v1}]\n`,
    after: 'images: [{name: app, newTag: v2}]\n',
  },
  {
    description: 'the last pair is removed',
    before: `images: [{name: app, newTag: v1, digest: ${OLD_DIGEST}}]\n`,
    after: 'images: [{name: app, newTag: v2}]\n',
  },
  {
    description: 'a pair is added on a line of its own, with a comma at the end',
    before: 'images: [\n  {\n    name: app, # app\n    newTag: v1,\n  },\n]\n',
    image: BOTH,
    after: `images: [\n  {\n    name: app, # app\n    newTag: v2,\n    digest: ${DIGEST},\n  },\n]\n`,
  },
  {
    description: 'a pair is added on a line of its own, without a comma at the end',
    before: 'images: [\n  {\n    name: app # app\n  }\n]\n',
    after: 'images: [\n  {\n    name: app, # app\n    newTag: v2\n  }\n]\n',
  },
  {
    description: 'the last pair is removed with its line',
    before: `images: [{\n  name: app, # app\n  newTag: v1, # tag\n  digest: ${OLD_DIGEST} # digest\n  }]\n`,
    after: 'images: [{\n  name: app, # app\n  newTag: v2 # tag\n  }]\n',
  },
  {
    description: 'the last pair is removed with its line, and one is added in its place',
    before: `images:\n- {\n    name: app, # app\n    digest: ${OLD_DIGEST}\n  }\n`,
    after: 'images:\n- {\n    name: app, # app\n    newTag: v2\n  }\n',
  },
  {
    description: 'the last pair is removed with its line and the comma behind it',
    before: `images:\n- {\n    name: app,\n    digest: ${OLD_DIGEST},\n  }\n`,
    after: 'images:\n- {\n    name: app,\n    newTag: v2,\n  }\n',
  },
  {
    description: 'a pair in the middle is removed with its line',
    before: `images: [{\n  name: app,\n  digest: ${OLD_DIGEST}, # digest\n  newTag: v1\n  }]\n`,
    after: 'images: [{\n  name: app,\n  newTag: v2\n  }]\n',
  },
  {
    description: 'the first pair is removed with its line, its comma on the next one',
    before: `images: [{\n  digest: ${OLD_DIGEST}\n  , name: app, newTag: v1\n  }]\n`,
    after: 'images: [{\n   name: app, newTag: v2\n  }]\n',
  },
  {
    description: 'a removed digest on a line with the bracket',
    before: `images:\n- {name: app, newTag: v1,\n     digest: ${OLD_DIGEST}}\n`,
    after: 'images:\n- {name: app, newTag: v2}\n',
  },
  {
    description: 'a removed digest on a line with the bracket, and the comment before it',
    before: `images:\n- {name: app, newTag: v1, # t\n     digest: ${OLD_DIGEST}}\n`,
    after: 'images:\n- {name: app, newTag: v2 # t\n     }\n',
  },
  {
    description: 'a removed digest behind a leading comma',
    before: `images:\n- { name: app\n  , newTag: v1 # t\n  , digest: ${OLD_DIGEST}\n  }\n`,
    after: 'images:\n- { name: app\n  , newTag: v2 # t\n  }\n',
  },
  {
    description: 'a removed digest behind a leading comma and before another pair',
    before: `images:\n- { name: app\n  , digest: ${OLD_DIGEST} # d\n  , newTag: v1 }\n`,
    after: 'images:\n- { name: app\n  , newTag: v2 }\n',
  },
  {
    description: 'a tag in place of a digest on a line with the bracket',
    before: `images:\n- {\n    name: app,\n    digest: ${OLD_DIGEST}}\n`,
    after: 'images:\n- {\n    name: app,\n    newTag: v2}\n',
  },
  {
    description: 'the first pair is removed, and the comment behind it stays',
    before: `images:\n- {digest: ${OLD_DIGEST}, # d\n   name: app}\n`,
    after: 'images:\n- { # d\n   name: app, newTag: v2}\n',
  },
];

const BYTES: readonly Case[] = [
  {
    description: 'the line end of the line behind which one is added',
    before: 'kind: Kustomization\r\nimages:\n- name: app\nresources: []\r\n',
    after: 'kind: Kustomization\r\nimages:\n- name: app\n  newTag: v2\nresources: []\r\n',
  },
  {
    description: 'the line end before a last line without one',
    before: 'kind: Kustomization\nimages:\r\n- name: app',
    after: 'kind: Kustomization\nimages:\r\n- name: app\r\n  newTag: v2',
  },
  {
    description: 'CRLF line ends',
    before: `images:\r\n  - digest: ${OLD_DIGEST}\r\n    name: app # a\r\n`,
    image: { repository: 'new', tag: 'v2' },
    imageName: 'app',
    after: 'images:\r\n  - name: app # a\r\n    newName: new\r\n    newTag: v2\r\n',
  },
  {
    description: 'the line end before a line that goes with another one',
    before: `images:\n- name: app\n  newTag: v1\n  digest: ${OLD_DIGEST}\r\nresources: []\r\n`,
    after: 'images:\n- name: app\n  newTag: v2\nresources: []\r\n',
  },
  {
    description: 'CRLF line ends around a line that goes',
    before: `images:\r\n- name: app\r\n  digest: ${OLD_DIGEST}\r\n\r\n- name: b\r\n`,
    after: 'images:\r\n- name: app\r\n  newTag: v2\r\n\r\n- name: b\r\n',
  },
  {
    description: 'a byte order mark, and characters outside the basic plane',
    before: '\uFEFF# \u{1F680}\nimages:\n- name: app # \u00e9\n  newTag: v1\n',
    after: '\uFEFF# \u{1F680}\nimages:\n- name: app # \u00e9\n  newTag: v2\n',
  },
  {
    description: 'a missing final newline behind a new key',
    before: 'images:\n- name: app',
    image: BOTH,
    after: `images:\n- name: app\n  newTag: v2\n  digest: ${DIGEST}`,
  },
  {
    description: 'odd spacing',
    before: 'images :\n    -     name:   app\n          newTag  :    v1   \n\n\n',
    image: BOTH,
    after: `images :\n    -     name:   app\n          newTag  :    v2   \n          digest: ${DIGEST}\n\n\n`,
  },
];

describe('a kustomization', () => {
  describe.each([
    { group: 'replaces values', cases: VALUES },
    { group: 'keeps tag and digest together', cases: UNIT },
    { group: 'matches names', cases: NAMES },
    { group: 'edits flow style', cases: FLOW },
    { group: 'keeps bytes', cases: BYTES },
  ])('$group', ({ cases }) => {
    it.each(cases)('$description', ({ before, image = TAG, imageName, after }) => {
      expect(patchText(before, image, imageName).text).toBe(after);
      const again = patchText(after, image, imageName);
      expect(again).toMatchObject({ changed: false, changes: [], diff: '', text: after });
    });
  });

  it('returns the very same bytes when nothing has to change', () => {
    const bytes = new TextEncoder().encode('images:\n- name: app\n  newTag: v2\n');
    const change = { kind: 'kustomization', image: TAG } as const;
    const result = patchFile({ path: PATH, bytes }, [change]);
    expect(result.bytes).toBe(bytes);
    const target = { imageName: 'app', previousImage: TAG, changes: [], diff: '' };
    expect(result).toEqual({ bytes, changed: false, notices: [], warnings: [], targets: [target] });
  });

  it('reports the entry, what it gave, each change and the diff', () => {
    const before = `images:\n- name: app\n  newName: old\n  digest: ${OLD_DIGEST}\n`;
    expect(patchText(before, TAG, 'app')).toMatchObject({
      changed: true,
      imageName: 'app',
      previousImage: { repository: 'old', digest: OLD_DIGEST },
      changes: [
        { path: 'images[0].newName', before: 'old', after: 'app' },
        { path: 'images[0].digest', before: OLD_DIGEST },
        { path: 'images[0].newTag', after: 'v2' },
      ],
      diff: [
        `--- a/${PATH}`,
        `+++ b/${PATH}`,
        '@@ -1,4 +1,4 @@',
        ' images:',
        ' - name: app',
        '-  newName: old',
        `-  digest: ${OLD_DIGEST}`,
        '+  newName: app',
        '+  newTag: v2',
        '',
      ].join('\n'),
    });
  });

  it.each([
    {
      description: 'a tag and a digest in one',
      fields: `newTag: v1@${OLD_DIGEST}`,
      tag: 'v1',
      digest: OLD_DIGEST,
    },
    {
      description: 'a digest in the tag alone',
      fields: `newTag: "@${OLD_DIGEST}"`,
      tag: undefined,
      digest: OLD_DIGEST,
    },
    {
      description: 'a number as it is written',
      fields: 'newTag: 1.10',
      tag: '1.10',
      digest: undefined,
    },
    { description: 'nothing', fields: 'newTag: null', tag: undefined, digest: undefined },
  ])('reads $description as the previous image', ({ fields, tag, digest }) => {
    const { previousImage } = patchText(`images:\n- name: app\n  ${fields}\n`, TAG);
    expect(previousImage?.tag).toBe(tag);
    expect(previousImage?.digest).toBe(digest);
  });
});
