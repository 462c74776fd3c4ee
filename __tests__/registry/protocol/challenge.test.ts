import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { computeTokenRequest, parseChallenges } from '../../../src/registry/protocol/challenge.js';

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
  const query = (header: string) => computeTokenRequest(challengeOf(header), 'org/app')?.url.href;

  it('asks with the scope that the registry names', () => {
    expect(query('Bearer realm="https://a.example/t?x=1",service="s",scope="aws"')).toBe(
      'https://a.example/t?x=1&service=s&scope=aws',
    );
  });

  it('asks for each of several scopes', () => {
    expect(query('Bearer realm="https://a.example",scope="a:b:pull c:d:pull"')).toBe(
      'https://a.example/?scope=a%3Ab%3Apull&scope=c%3Ad%3Apull',
    );
  });

  it.each(['', ',scope=""', ',scope=" "'])(
    'asks to pull from the repository where the registry names no scope (%j)',
    (scope) => {
      expect(query(`Bearer realm="https://a.example"${scope}`)).toBe(
        'https://a.example/?scope=repository%3Aorg%2Fapp%3Apull',
      );
    },
  );

  it.each(['Bearer', 'Bearer realm="/token"'])('of %j cannot be told', (header) => {
    expect(query(header)).toBeUndefined();
  });

  it('shows a password in a header, and an identity token in a form', () => {
    const challenge = challengeOf('Bearer realm="https://a.example/t"');
    const password = { kind: 'password', username: 'ada', password: 'b:c' } as const;
    expect(computeTokenRequest(challenge, 'x', password)).toMatchObject({
      authorization: 'Basic YWRhOmI6Yw==',
    });
    const request = computeTokenRequest(challenge, 'x', { kind: 'identity-token', token: 'i&j' });
    expect(request).toMatchObject({ url: new URL('https://a.example/t') });
    expect(request).not.toHaveProperty('authorization');
    expect(request?.form).toBe(
      'grant_type=refresh_token&client_id=gitops-promote&scope=repository%3Ax%3Apull&refresh_token=i%26j',
    );
  });
});
