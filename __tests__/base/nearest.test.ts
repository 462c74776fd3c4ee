import { describe, expect, it } from '@jest/globals';
import { findNearest, renderNearest } from '../../src/base/nearest.js';

describe('findNearest', () => {
  it.each([
    {
      description: 'a letter left out',
      wanted: 'overlays/prd',
      names: ['base', 'overlays/dev', 'overlays/prod'],
      expected: ['overlays/prod'],
    },
    {
      description: 'a letter too many in a directory on the way',
      wanted: 'app/overlayss/dev',
      names: ['app/base', 'app/overlays/dev', 'app/overlays/prod'],
      expected: ['app/overlays/dev'],
    },
    {
      description: 'the end of a part left out',
      wanted: 'fastapi/base',
      names: ['fastapi-agent/base', 'fastapi-agent/overlays/dev'],
      expected: ['fastapi-agent/base'],
    },
    {
      description: 'directories before it left out',
      wanted: 'overlays/dev',
      names: ['apps/billing/overlays/dev', 'apps/billing/overlays/prod'],
      expected: ['apps/billing/overlays/dev'],
    },
    {
      description: 'a directory before it too many',
      wanted: 'build/cover.out',
      names: ['cover.out', 'main.go'],
      expected: ['cover.out'],
    },
    {
      description: 'two letters that have changed places',
      wanted: 'overlays/dve',
      names: ['overlays/dev', 'overlays/prod'],
      expected: ['overlays/dev'],
    },
    {
      description: 'another spelling of the ending',
      wanted: 'charts/values-prod.yml',
      names: ['charts/values-prod.yaml', 'charts/values-prod.json'],
      expected: ['charts/values-prod.yaml'],
    },
    {
      description: 'another case',
      wanted: 'Overlays/Dev',
      names: ['overlays/dev'],
      expected: ['overlays/dev'],
    },
    {
      description: 'two that are as close',
      wanted: 'overlays/pro',
      names: ['overlays/prod', 'overlays/prob'],
      expected: ['overlays/prod', 'overlays/prob'],
    },
    {
      description: 'another environment, which is not meant',
      wanted: 'charts/values-prod.yaml',
      names: ['charts/values-dev.yaml', 'charts/values.yaml'],
      expected: [],
    },
    {
      description: 'a short name, of which every letter tells',
      wanted: 'clusters/eu',
      names: ['clusters/us', 'clusters/ap'],
      expected: [],
    },
    {
      description: 'a short name of the same letters',
      wanted: 'clusters/eu',
      names: ['clusters/ue'],
      expected: [],
    },
    {
      description: 'a name that many directories have',
      wanted: 'kustomization.yaml',
      names: ['a', 'b', 'c', 'd'].map((name) => `${name}/kustomization.yaml`),
      expected: [],
    },
    { description: 'nothing to choose from', wanted: 'app', names: [], expected: [] },
  ])('of $description', ({ wanted, names, expected }) => {
    expect(findNearest(wanted, names)).toEqual(expected);
  });
});

it.each([
  { names: [], expected: '' },
  { names: ['a/b'], expected: ' Is "a/b" meant?' },
  { names: ['a', 'b'], expected: ' Is one of "a", "b" meant?' },
])('renderNearest asks for $names', ({ names, expected }) => {
  expect(renderNearest(names)).toBe(expected);
});
