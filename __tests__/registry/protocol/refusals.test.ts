import { describe, expect, it } from '@jest/globals';
import { computeAddress } from '../../../src/registry/protocol/address.js';
import { makeDeniedError, parseErrorMessage } from '../../../src/registry/protocol/refusals.js';

describe('what helps where a registry refuses', () => {
  it.each([
    ['ghcr.io/org/app', /"permissions: packages: read".*"Manage Actions access"/],
    ['org/app', /Docker Hub answers the same.*docker\/login-action/],
    ['123456789012.dkr.ecr.eu-central-1.amazonaws.com/app', /12 hours.*amazon-ecr-login/],
    ['123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/app', /amazon-ecr-login/],
    ['public.ecr.aws/org/app', /registry-type: public/],
    ['europe-west1-docker.pkg.dev/project/repo/app', /oauth2accesstoken/],
    ['eu.gcr.io/project/app', /oauth2accesstoken/],
    ['gcr.io/project/app', /oauth2accesstoken/],
    ['team.azurecr.io/app', /AcrPull/],
    ['registry.example.com/app', /registry-username and registry-password/],
    ['notghcr.io/app', /registry-username and registry-password/],
  ])('%s', (repository, cure) => {
    const error = makeDeniedError({ address: computeAddress(repository), detail: '403 denied' });
    expect(error.code).toBe('registry-denied');
    expect(error.message).toMatch(cure);
    expect(error.message).toContain('(403 denied), so it is not known whether the image is there');
  });

  it('says who asked, and why without credentials that should be there', () => {
    const denial = { address: computeAddress('ghcr.io/org/app'), detail: '401' };
    expect(makeDeniedError({ ...denial, from: 'token' }).message).toContain('asked with token.');
    expect(makeDeniedError({ ...denial, problem: 'it broke' }).message).toContain(
      'asked without credentials, since it broke.',
    );
  });
});

describe('parseErrorMessage', () => {
  it.each([
    ['{"errors":[{"code":"DENIED","message":"no\\n  access"}]}', 'DENIED: no access'],
    ['{"errors":[{"code":"DENIED"}]}', 'DENIED'],
    ['{"errors":["x"],"message":"y"}', 'y'],
    ['{"details":"incorrect username or password"}', 'incorrect username or password'],
    ['{"error_description":"expired"}', 'expired'],
    ['{"errors":{}}', ''],
    ['[]', ''],
    ['<html>', ''],
    ['', ''],
  ])('of %j is %j', (body, expected) => {
    expect(parseErrorMessage(Buffer.from(body))).toBe(expected);
  });
});
