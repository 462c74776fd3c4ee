import { tagOf } from '../run/scene.js';
import type { Commits, Scene } from './scene.js';

const LETTER = /^[oabcdh]$/;

function tagOfLetter({ commits }: Scene, letter: string): string {
  return tagOf(commits[letter as keyof Commits]);
}

/**
 * Does one step and tells what came of it: the reason, and what is deployed then.
 * - `c` promotes the commit c, `c!` with `stale: allow`
 * - `<` goes back to the previous one, `<tag b` to the tag of b, `<source b` to its commit
 * - `=b` is somebody's edit that asks for b, `=v9` for another tag
 * - `side 2.0` is somebody's edit of the other image in the file
 */
export async function perform(scene: Scene, step: string): Promise<string> {
  const [word = '', to = ''] = step.split(' ');
  if (word.startsWith('=')) {
    const tag = LETTER.test(word.slice(1)) ? tagOfLetter(scene, word.slice(1)) : word.slice(1);
    await scene.edit((text) => text.replace(/newTag: '[^']*'/, `newTag: '${tag}'`));
    return `by hand ${await scene.deployed()}`;
  }
  if (word === 'side') {
    await scene.edit((text) => text.replace(/newTag: "[^"]*"/, `newTag: "${to}"`));
    return `by hand ${await scene.deployed()}`;
  }
  const result = await act(scene, word, to);
  const { reason = '' } = result.outputs;
  if (result.stdout.includes('a defect')) throw new Error(result.stdout);
  return `${reason} ${await scene.deployed()}`;
}

async function act(scene: Scene, word: string, to: string) {
  const { commits } = scene;
  if (word === '<') return scene.rollBack();
  if (word === '<tag') {
    const tag = LETTER.test(to) ? tagOfLetter(scene, to) : to;
    return scene.rollBack({ 'rollback-to': tag });
  }
  if (word === '<source') return scene.rollBack({ 'rollback-to': commits[to as keyof Commits] });
  const letter = word.charAt(0) as keyof Commits;
  return scene.promote(letter, word.endsWith('!') ? { stale: 'allow' } : {});
}
