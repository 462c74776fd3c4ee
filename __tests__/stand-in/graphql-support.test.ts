import { describe, expect, it } from '@jest/globals';
import { REPOSITORY, useStandIn } from './client.js';
import type { StandInOptions } from './server.mjs';

const standIn = useStandIn();
const QUERY = '{ repository(owner: "org", name: "gitops") { isArchived } }';
const FIELD = 'createCommitOnBranch(input: $input) { commit { oid } }';

async function start(graphql: StandInOptions['graphql']) {
  const repositories = { [REPOSITORY]: { files: { 'a.yaml': 'tag: 1\n' } } };
  return standIn.start({ repositories, ...(graphql && { graphql }) });
}

async function ask(query: string, input?: object) {
  return standIn.call('POST', '/graphql', { body: { query, variables: { input } } });
}

describe('a server without GraphQL', () => {
  it.each([
    { path: '/graphql', token: 'writer' },
    { path: '/api/graphql', token: 'writer' },
    { path: '/graphql', token: 'nope' },
  ])('has nothing at $path for the token $token', async ({ path, token }) => {
    await start('none');
    const answer = await standIn.call('POST', path, { token, body: { query: QUERY } });
    const documentation_url = 'https://docs.github.com/rest';
    const body = { message: 'Not Found', documentation_url, status: '404' };
    expect(answer).toMatchObject({ status: 404, body });
    expect((await standIn.call('GET', `/repos/${REPOSITORY}`)).status).toBe(200);
  });
});

describe('a server without createCommitOnBranch', () => {
  const undefinedField = {
    extensions: {
      code: 'undefinedField',
      typeName: 'Mutation',
      fieldName: 'createCommitOnBranch',
    },
    message: "Field 'createCommitOnBranch' doesn't exist on type 'Mutation'",
  };
  const unknownType = {
    extensions: {
      code: 'variableRequiresValidType',
      typeName: 'CreateCommitOnBranchInput',
      variableName: 'input',
    },
    message: "CreateCommitOnBranchInput isn't a defined input type (on $input)",
  };
  const notUsed = { code: 'variableNotUsed', variableName: 'input' };

  it.each([
    {
      description: 'without a name',
      query: `mutation ($input: CreateCommitOnBranchInput!) {\n  ${FIELD} }`,
      label: 'mutation',
      declared: 'anonymous mutation',
      column: 11,
    },
    {
      description: 'with a name',
      query: `mutation Promote($input: CreateCommitOnBranchInput!) {\n  ${FIELD} }`,
      label: 'mutation Promote',
      declared: 'Promote',
      column: 18,
    },
  ])('refuses one $description', async ({ query, label, declared, column }) => {
    const server = await start('without-createCommitOnBranch');
    const { status, body } = await ask(query, {});
    expect(status).toBe(200);
    expect(body).toEqual({
      errors: [
        { path: [label], ...unknownType, locations: [{ line: 1, column }] },
        {
          path: [label, 'createCommitOnBranch'],
          ...undefinedField,
          locations: [{ line: 2, column: 3 }],
        },
        {
          path: [label],
          extensions: notUsed,
          locations: [{ line: 1, column: 1 }],
          message: `Variable $input is declared by ${declared} but not used`,
        },
      ],
    });
    expect(await server.repository(REPOSITORY).log()).toHaveLength(1);
  });

  it('refuses one without a variable by the field alone', async () => {
    await start('without-createCommitOnBranch');
    const { body } = await ask(`mutation { first: createCommitOnBranch(input: {
      branch: {}, expectedHeadOid: "", message: { headline: "" } }) { commit { oid } } }`);
    const path = ['mutation', 'first'];
    const locations = [{ line: 1, column: 12 }];
    expect(body).toEqual({ errors: [{ path, ...undefinedField, locations }] });
  });

  it('answers queries', async () => {
    await start('without-createCommitOnBranch');
    expect((await ask(QUERY)).body).toEqual({ data: { repository: { isArchived: false } } });
  });

  it.each([
    { graphql: 'full', has: true },
    { graphql: 'without-createCommitOnBranch', has: false },
  ] as const)('tells of it, unlike one that has it: $graphql', async ({ graphql, has }) => {
    await start(graphql);
    const { body } = await ask('{ __type(name: "Mutation") { fields { name } } }');
    expect(JSON.stringify(body).includes('createCommitOnBranch')).toBe(has);
    expect(JSON.stringify(body)).toContain('enablePullRequestAutoMerge');
  });
});
