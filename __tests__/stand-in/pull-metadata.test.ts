import { describe, expect, it } from '@jest/globals';
import { useStandIn } from './client.js';
import { API, PULLS, usePulls } from './pulls-client.js';

const standIn = useStandIn();
const { start, open, readPull } = usePulls(standIn);

describe('labels and reviewers', () => {
  it('are added', async () => {
    await start({ collaborators: ['ada'], teams: ['ops'] });
    await open();
    const labels = await standIn.call('POST', `${API}/issues/1/labels`, {
      body: { labels: ['promotion', 'prod'] },
    });
    const reviewers = await standIn.call('POST', `${PULLS}/1/requested_reviewers`, {
      body: { reviewers: ['ada'], team_reviewers: ['ops'] },
    });
    const added = {
      labels: [{ name: 'promotion' }, { name: 'prod' }],
      requested_reviewers: [{ login: 'ada' }],
      requested_teams: [{ slug: 'ops' }],
    };
    expect(labels).toMatchObject({ status: 200, body: added.labels });
    expect(reviewers).toMatchObject({ status: 201, body: added });
    expect(await readPull()).toMatchObject(added);
    expect((await standIn.call('GET', PULLS)).body).toMatchObject([added]);
  });

  it.each([
    {
      description: 'a user who is no collaborator',
      body: { reviewers: ['eve'] },
      message: 'Reviews may only be requested from collaborators. ',
    },
    {
      description: 'a team that is none',
      body: { team_reviewers: ['nope'] },
      message: 'Reviews may only be requested from collaborators. ',
    },
    {
      description: 'the author',
      body: { reviewers: ['promoter[bot]'] },
      message: 'Review cannot be requested from pull request author.',
    },
  ])('are refused: $description', async ({ body, message }) => {
    await start();
    await open();
    const answer = await standIn.call('POST', `${PULLS}/1/requested_reviewers`, { body });
    const expected = { message: expect.stringContaining(message) as unknown };
    expect(answer).toMatchObject({ status: 422, body: expected });
    expect(await readPull()).toMatchObject({ requested_reviewers: [], requested_teams: [] });
  });
});
