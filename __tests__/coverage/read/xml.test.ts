import { describe, expect, it } from '@jest/globals';
import { readXmlHead, XmlReader } from '../../../src/coverage/read/xml.js';

function readElements(text: string): readonly string[] {
  const events: string[] = [];
  const reader = new XmlReader({
    openElement: (name, _attributes, depth) => events.push(`${name} ${depth}`),
    closeElement: (name, depth) => events.push(`/${name} ${depth}`),
  });
  reader.write(text);
  reader.end();
  return events;
}

describe('XmlReader', () => {
  it('tells elements with their depth', () => {
    expect(readElements('<a>text<!-- comment --><b/></a>')).toEqual(['a 1', 'b 2', '/b 2', '/a 1']);
  });

  it.each([
    { description: 'a second root', text: '<a/><b/>' },
    { description: 'text behind the root', text: '<a/>b' },
    { description: 'an attribute twice', text: '<a b="1" b="2"/>' },
    { description: 'an entity of the document', text: '<!DOCTYPE a [<!ENTITY b "1">]><a>&b;</a>' },
    { description: 'an element that is not closed', text: '<a><b></a>' },
  ])('refuses $description', ({ text }) => {
    expect(() => readElements(text)).toThrow('is not well-formed XML');
  });
});

describe('readXmlHead', () => {
  it.each([
    { head: '<?xml version="1.0"?><!-- x --><a b="1"><c', root: 'a', firstChild: undefined },
    { head: '<a b="1"><c/><d', root: 'a', firstChild: 'c' },
    { head: '<a b="1" b="2"><c></d>', root: 'a', firstChild: 'c' },
  ])('reads $head', ({ head, root, firstChild }) => {
    expect(readXmlHead(head)).toMatchObject({ root, firstChild });
  });

  it.each(['', 'SF:a.c', '{"total": {}}', '<a'])('finds nothing in %p', (head) => {
    expect(readXmlHead(head)).toBeUndefined();
  });
});
