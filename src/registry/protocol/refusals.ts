import { PromoteError } from '../../base/errors.js';
import { isJsonObject, parseJsonObject } from '../../base/json.js';
import { renderOneLine } from '../../base/markdown.js';
import type { RegistryAddress } from './address.js';

/** Where an account comes from, as it reads after "asked with". */
export type IdentitySource =
  'registry-username and registry-password' | "the login in docker's configuration" | 'token';

/** No answer, or none that can be used. The message says why. */
export class NoAnswer extends Error {
  /** Whether trying again can help. */
  readonly isTransient: boolean;

  constructor(message: string, isTransient = false) {
    super(message);
    this.isTransient = isTransient;
  }
}

/** What is known of a request that was not granted. */
interface Denial {
  readonly address: RegistryAddress;
  /** What was answered, or why it was not even sent: it stands in brackets. */
  readonly detail: string;
  /** Absent when nothing was shown to the registry but the request. */
  readonly from?: IdentitySource;
  /** Why credentials that should be there are not. */
  readonly problem?: string;
}

const LOGIN =
  'Sign in to it in this job (docker/login-action), since each job has a machine of its own, or give registry-username and registry-password; the account has to be allowed to pull.';

/** What helps, by the name of the registry; the first that fits. */
const CURES: readonly (readonly [registry: RegExp, cure: string])[] = [
  [
    /^ghcr\.io$/,
    'Give this job "permissions: packages: read"; where the package belongs to another repository, also add the repository of this workflow under "Manage Actions access" in the settings of the package. ghcr.io answers the same for a package that does not exist.',
  ],
  [
    /^docker\.io$/,
    `Docker Hub answers the same for a private repository and for one that does not exist. ${LOGIN}`,
  ],
  [
    /\.dkr\.ecr\.[\w-]+\.amazonaws\.com(?:\.cn)?$/,
    'A login to ECR lasts 12 hours and one job: run aws-actions/amazon-ecr-login in this job. The role needs ecr:BatchGetImage and ecr:GetDownloadUrlForLayer.',
  ],
  [
    /^public\.ecr\.aws$/,
    'Sign out of public.ecr.aws, which needs no login, or run aws-actions/amazon-ecr-login with registry-type: public in this job.',
  ],
  [
    /(?:^|[.-])(?:gcr\.io|docker\.pkg\.dev)$/,
    'Run google-github-actions/auth and docker/login-action with the user oauth2accesstoken in this job. The account needs the role Artifact Registry Reader.',
  ],
  [
    /\.azurecr\.(?:io|cn|us)$/,
    'Run azure/login and "az acr login" in this job, or give registry-username and registry-password. The account needs the role AcrPull.',
  ],
];

/** The registry does not let this job see the repository: whether the image is there is not known. */
export function makeDeniedError(denial: Denial): PromoteError {
  const { address, detail, from, problem } = denial;
  const { name, path } = address;
  const [, cure = LOGIN] = CURES.find(([registry]) => registry.test(name)) ?? [];
  const asked = from === undefined ? 'without credentials' : `with ${from}`;
  const why = problem === undefined ? '' : `, since ${problem}`;
  return new PromoteError(
    'registry-denied',
    `${name} does not show ${path} to this job (${detail}), so it is not known whether the image is there. It was asked ${asked}${why}. ${cure}`,
  );
}

/** The registry, its token server or its store did not answer, or not with what they should. */
export function makeUnavailableError(
  { name }: RegistryAddress,
  detail: string,
  { isTransient = true, retryAt }: Partial<Pick<PromoteError, 'isTransient' | 'retryAt'>> = {},
): PromoteError {
  return new PromoteError(
    'registry-unavailable',
    `${name} could not be asked, so it is not known whether the image is there: ${detail}.`,
    { isTransient, retryAt },
  );
}

/**
 * What a registry (`{"errors": [{"code", "message"}]}`), Docker Hub's token server (`{"details"}`) or
 * another says, on one line; empty when it says it in another way.
 */
export function parseErrorMessage(body: Uint8Array): string {
  const reply = parseJsonObject(body) ?? {};
  const errors: readonly unknown[] = Array.isArray(reply['errors']) ? reply['errors'] : [];
  const first = isJsonObject(errors[0]) ? errors[0] : {};
  const { details, message, error_description: description } = reply;
  const found = [first['code'], first['message'], details, message, description];
  const words = found.filter((word) => typeof word === 'string' && word !== '').slice(0, 2);
  return renderOneLine(words.join(': '));
}
