import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TextFileDecoder } from '../../../src/coverage/read/decode.js';
import { ReportError } from '../../../src/coverage/model/report-error.js';

function decode(bytes: Uint8Array, size: number): string {
  const decoder = new TextFileDecoder();
  let text = '';
  for (let start = 0; start < bytes.length; start += size) {
    text += decoder.decode(bytes.subarray(start, start + size));
  }
  return text + decoder.end();
}

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

describe('TextFileDecoder', () => {
  it.each([
    { description: 'UTF-8', encode: (text: string) => Buffer.from(text) },
    { description: 'UTF-8 with a mark', encode: (text: string) => Buffer.from(`\ufeff${text}`) },
    {
      description: 'UTF-16 little endian',
      encode: (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
    },
    { description: 'UTF-16 big endian', encode: (text: string) => utf16be(`\ufeff${text}`) },
  ])('reads $description, wherever it is cut', ({ encode }) => {
    const texts = fc.string({ unit: 'binary' }).filter((text) => !text.startsWith('\ufeff'));
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 9 }), (text, size) => {
        expect(decode(encode(text), size)).toBe(text);
      }),
    );
  });

  it.each([
    { description: 'a byte that UTF-8 does not have', bytes: [0x61, 0x62, 0xff] },
    { description: 'a cut character', bytes: [0x61, 0x62, 0xc3] },
    { description: 'a single byte of a character', bytes: [0xc3] },
    { description: 'half a unit of UTF-16', bytes: [0xff, 0xfe, 0x61] },
  ])('refuses $description', ({ bytes }) => {
    expect(() => decode(Uint8Array.from(bytes), 64)).toThrow(ReportError);
  });
});
