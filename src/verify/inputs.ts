import type { InputReader } from '../base/input-reader.js';
import type { ApplicationName, ArgoTarget } from '../ports/argocd.js';
import type { GitOpsTarget } from '../ports/gitops.js';
import type { Target } from '../promote/inputs/target.js';
import type { RollbackInputs } from '../rollback/inputs.js';

/** The inputs that belong to the verify step, by their names in `action.yml`. */
export const VERIFY_INPUTS = [
  'argocd-server',
  'argocd-token',
  'argocd-applications',
  'argocd-project',
  'argocd-ca',
  'argocd-headers',
  'argocd-sync',
  'health-url',
  'gitops-commit',
  'sync-timeout',
  'verify-timeout',
  'rollback-on-failure',
] as const;

/** Inputs that mean nothing without `argocd-server`. */
const OF_ARGOCD = VERIFY_INPUTS.filter(
  (input) =>
    (input.startsWith('argocd-') && input !== 'argocd-server') ||
    input === 'gitops-commit' ||
    input === 'rollback-on-failure' ||
    input === 'sync-timeout',
);

/** The GitOps repository and the places in it that ask for the image. */
interface VerifiedPlace {
  readonly target: GitOpsTarget;
  /** Empty where none are given. */
  readonly targets: readonly Target[];
}

export interface ArgoInputs {
  readonly target: ArgoTarget;
  readonly applications: readonly ApplicationName[];
  /** Whether a sync may be asked for where auto-sync is off. */
  readonly maySync: boolean;
  readonly place: VerifiedPlace;
  /** Absent: the commit of the promotion of the same call. */
  readonly commit?: string;
}

export interface VerifyInputs {
  /** Absent: the addresses alone are asked. */
  readonly argocd?: ArgoInputs;
  readonly healthUrls: readonly string[];
  /** In seconds. */
  readonly syncTimeout: number;
  readonly verifyTimeout: number;
  /** How what was promoted is rolled back where the image is found broken; absent: it is not. */
  readonly rollback?: RollbackInputs;
}

/** What the rules of single inputs depend on. */
interface VerifyInputsOptions {
  /** A dry run nobody asked for (a pull request): such runs of forks have no secrets. */
  readonly dryRunByDefault: boolean;
  /** Whether the promote step runs in the same call, and so gives the commit. */
  readonly promotes: boolean;
  readonly parsePlace: () => Promise<VerifiedPlace>;
  readonly parseRollback: () => Promise<RollbackInputs>;
}

/** Parses the inputs of the verify step. What is wrong is noted in `reader`. */
export async function parseVerifyInputs(
  reader: InputReader,
  options: VerifyInputsOptions,
): Promise<VerifyInputs> {
  const healthUrls = parseHealthUrls(reader);
  const server = parseServer(reader);
  if (!reader.has('argocd-server')) {
    for (const input of OF_ARGOCD.filter((name) => reader.has(name))) {
      reader.complain(
        input,
        'given, but argocd-server is empty. Set argocd-server, or remove this input',
      );
    }
    if (!reader.has('health-url')) {
      reader.complain(
        'argocd-server',
        'the verify step needs it: the address of Argo CD. Or give health-url',
      );
    }
  }
  return {
    ...(server !== undefined && { argocd: await parseArgoInputs(reader, server, options) }),
    healthUrls,
    syncTimeout: reader.integer('sync-timeout', 1, 21_600) ?? 180,
    verifyTimeout: reader.integer('verify-timeout', 1, 21_600) ?? 600,
    ...(reader.boolean('rollback-on-failure') === true && {
      rollback: await options.parseRollback(),
    }),
  };
}

/** A host alone is reached by https. */
function parseServer(reader: InputReader): string | undefined {
  const value = reader.string('argocd-server');
  if (value === undefined) return undefined;
  return parseUrl(reader, 'argocd-server', value.includes('://') ? value : `https://${value}`);
}

function parseUrl(reader: InputReader, input: string, value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url !== undefined && url.username + url.password !== '') {
    reader.complain(input, 'an address holds no credentials, which the log would show');
  } else if (url === undefined || !/^https?:$/.test(url.protocol) || url.hash !== '') {
    reader.reject(input, 'an address, https://…', value);
  } else if (input === 'argocd-server' && url.search !== '') {
    reader.reject(input, 'the address of Argo CD, https://…, without a query', value);
  }
  return value.replace(/\/+$/, '');
}

function parseHealthUrls(reader: InputReader): readonly string[] {
  const urls = reader.lines('health-url').map((line) => {
    parseUrl(reader, 'health-url', line);
    return line;
  });
  return [...new Set(urls)];
}

async function parseArgoInputs(
  reader: InputReader,
  server: string,
  options: VerifyInputsOptions,
): Promise<ArgoInputs> {
  const authority = parseAuthority(reader);
  const commit = parseGitOpsCommit(reader, options);
  return {
    target: {
      server,
      token: parseArgoToken(reader, options),
      ...(authority !== undefined && { authority }),
      headers: parseHeaders(reader),
    },
    applications: parseApplications(reader),
    maySync: reader.boolean('argocd-sync') ?? false,
    place: await options.parsePlace(),
    ...(commit !== undefined && { commit }),
  };
}

function parseArgoToken(reader: InputReader, { dryRunByDefault }: VerifyInputsOptions): string {
  const token = reader.string('argocd-token') ?? '';
  if (token === '' && !dryRunByDefault) {
    reader.complain(
      'argocd-token',
      'it is empty. Give a token of an account or a project role that may get the Applications; when it comes from a secret, the secret is empty or not visible to this job',
    );
  }
  if (!/^[\x21-\x7e]*$/.test(token)) {
    reader.complain(
      'argocd-token',
      'expected a token, got text with white space or characters outside ASCII',
    );
  }
  return token;
}

function parseAuthority(reader: InputReader): string | undefined {
  const authority = reader.string('argocd-ca');
  if (authority === undefined) return undefined;
  const isPem = /-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----/.test(authority);
  if (!isPem) {
    reader.complain(
      'argocd-ca',
      'expected certificates in PEM, from "-----BEGIN CERTIFICATE-----" on',
    );
  }
  return authority;
}

/** Values may be secrets, so none is shown. */
function parseHeaders(reader: InputReader): ArgoTarget['headers'] {
  return reader.lines('argocd-headers').flatMap((line, index) => {
    const { name, value } = parseHeaderLine(line) ?? {};
    if (name === undefined || value === undefined) {
      reader.complain(
        'argocd-headers',
        `expected lines of the form Name: value, and line ${index + 1} is none`,
      );
      return [];
    }
    if (name.toLowerCase() === 'authorization') {
      reader.complain('argocd-headers', 'Authorization holds argocd-token already. Remove it');
      return [];
    }
    return [[name, value] as const];
  });
}

/** A header, or `undefined` when the line is none. */
function parseHeaderLine(
  line: string,
): { readonly name: string; readonly value: string } | undefined {
  const { name, value } =
    /^(?<name>[!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(?<value>[\x20-\x7e]+)$/.exec(line.trim())
      ?.groups ?? {};
  return name === undefined || value === undefined ? undefined : { name, value };
}

function parseApplications(reader: InputReader): readonly ApplicationName[] {
  const project = reader.string('argocd-project');
  const lines = [...new Set(reader.lines('argocd-applications'))];
  if (lines.length === 0) {
    reader.complain(
      'argocd-applications',
      'the verify step needs it: the Applications to look at, one a line',
    );
  }
  return lines.flatMap((line) => {
    const parts = /^(?:(?<namespace>[a-z0-9][a-z0-9.-]*)\/)?[a-z0-9][a-z0-9.-]*$/.exec(line);
    if (parts === null) {
      reader.reject('argocd-applications', 'name or namespace/name of an Application', line);
      return [];
    }
    const name = line.slice(line.indexOf('/') + 1);
    return [{ name, namespace: parts.groups?.['namespace'], project }];
  });
}

function parseGitOpsCommit(
  reader: InputReader,
  { promotes, dryRunByDefault }: VerifyInputsOptions,
): string | undefined {
  const commit = reader.string('gitops-commit');
  if (commit === undefined) {
    if (promotes || dryRunByDefault) return undefined;
    reader.complain(
      'gitops-commit',
      'the verify step needs it where nothing is promoted in the same call: the output commit-sha of the job that promoted. It is empty there when nothing was promoted (stale, a dry run): run this job only when it is not (if: needs.JOB.outputs.commit-sha)',
    );
    return undefined;
  }
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) {
    reader.reject('gitops-commit', 'a commit in full, 40 or 64 hex digits', commit);
  }
  return commit;
}
