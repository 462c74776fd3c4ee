import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  computeTokenRequest,
  parseChallenges,
  renderTokenParameters,
  withoutScope,
} from '../../../src/registry/protocol/challenge.js';

function parsed(header: string) {
  return parseChallenges(header).map(({ scheme, parameters }) => [
    scheme,
    Object.fromEntries(parameters),
  ]);
}

describe('parseChallenges', () => {
  it.each([
    {
      description: 'a token server, with commas in a scope',
      header:
        'Bearer realm="https://a.example/token",service="a",scope="repository:org/app:pull,push"',
      expected: [
        [
          'bearer',
          { realm: 'https://a.example/token', service: 'a', scope: 'repository:org/app:pull,push' },
        ],
      ],
    },
    {
      description: 'white space, upper case and values without quotes',
      header: ' BEARER  Realm = "https://a.example" , Service=a ,\terror="insufficient_scope"',
      expected: [
        ['bearer', { realm: 'https://a.example', service: 'a', error: 'insufficient_scope' }],
      ],
    },
    {
      description: 'two challenges in one header',
      header: 'Basic realm="x", Bearer realm="https://a.example/token"',
      expected: [
        ['basic', { realm: 'x' }],
        ['bearer', { realm: 'https://a.example/token' }],
      ],
    },
    {
      description: 'schemes without parameters',
      header: 'Negotiate, Basic',
      expected: [
        ['negotiate', {}],
        ['basic', {}],
      ],
    },
    {
      description: 'quotes within quotes',
      header: 'Basic realm="a \\"b\\", c\\\\"',
      expected: [['basic', { realm: 'a "b", c\\' }]],
    },
    { description: 'nothing', header: '', expected: [] },
    { description: 'a quote that does not end', header: 'Basic realm="a', expected: [] },
    {
      description: 'what can be read before what cannot',
      header: 'Basic realm="a", b="c',
      expected: [['basic', { realm: 'a' }]],
    },
    { description: 'a parameter of nobody', header: 'realm="a"', expected: [] },
  ])('reads $description', ({ header, expected }) => {
    expect(parsed(header)).toEqual(expected);
  });

  it('reads whatever is written by the rules', () => {
    const token = fc.stringMatching(/^[a-z][a-z0-9-]{0,7}$/);
    const parameters = fc.uniqueArray(fc.tuple(token, fc.string()), {
      minLength: 1,
      selector: ([name]) => name,
    });
    const challenges = fc.array(fc.tuple(token, parameters), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(challenges, (list) => {
        const quote = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
        const header = list
          .map(
            ([scheme, pairs]) =>
              `${scheme} ${pairs.map(([name, value]) => `${name}=${quote(value)}`).join(',')}`,
          )
          .join(', ');
        expect(parsed(header)).toEqual(
          list.map(([scheme, pairs]) => [scheme, Object.fromEntries(pairs)]),
        );
      }),
    );
  });

  it('ends for whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', ',', '=', '"', '\\', '\t') }),
        (header) => {
          expect(Array.isArray(parseChallenges(header))).toBe(true);
        },
      ),
    );
  });
});

describe('computeTokenRequest', () => {
  const challengeOf = (header: string) =>
    parseChallenges(header)[0] ?? { scheme: '', parameters: new Map() };

  it('asks with the scope that the registry names', () => {
    const challenge = challengeOf('Bearer realm="https://a.example/t?x=1",service="s",scope="aws"');
    const request = computeTokenRequest(challenge, 'org/app');
    expect(request?.realm.href).toBe('https://a.example/t?x=1');
    expect(request && String(renderTokenParameters(request))).toBe('service=s&scope=aws');
  });

  it('asks for each of several scopes', () => {
    const request = computeTokenRequest(
      challengeOf('Bearer realm="https://a.example",scope="a:b:pull c:d:pull"'),
      'x',
    );
    expect(request && String(renderTokenParameters(request))).toBe(
      'scope=a%3Ab%3Apull&scope=c%3Ad%3Apull',
    );
  });

  it('asks to pull from the repository where the registry names no scope', () => {
    const request = computeTokenRequest(challengeOf('Bearer realm="https://a.example"'), 'org/app');
    expect(request?.scopes).toEqual(['repository:org/app:pull']);
    expect(request?.service).toBeUndefined();
  });

  it.each(['Bearer', 'Bearer realm="/token"'])('of %j cannot be told', (header) => {
    expect(computeTokenRequest(challengeOf(header), 'org/app')).toBeUndefined();
  });
});

it('withoutScope leaves the rest', () => {
  const [challenge] = withoutScope(parseChallenges('Bearer realm="r",scope="s"'));
  expect([...(challenge?.parameters ?? [])]).toEqual([['realm', 'r']]);
});
