import { buildImage, REVISION, SOURCE as SOURCE_LABEL } from '../registry/images.js';
import { errorAnswer, RecordingServer, Shelf } from '../registry/server.js';
import { openScene, type Scene, SOURCE, type Templates } from './scene.js';

export const PASSWORD = 'the-password-of-the-registry';
export const PULL_TOKEN = 'the-token-to-pull';
export const BASIC = `Basic ${Buffer.from(`ada:${PASSWORD}`).toString('base64')}`;

/** A scene with a registry that wants a token, and its token server. */
export interface RegistryScene extends Scene {
  readonly registry: RecordingServer;
  /** Of the image with the tag `latest`, which was built from the commit of the scene. */
  readonly digest: string;
  /** Those of a promotion that checks and pins it. */
  readonly inputs: Readonly<Record<string, string>>;
}

export async function openRegistryScene(templates: Templates): Promise<RegistryScene> {
  const scene = await openScene(templates);
  const { ours } = templates.history;
  const labels = { [REVISION]: ours, [SOURCE_LABEL]: `https://github.com/${SOURCE}` };
  const image = buildImage({ labels });
  const shelf = new Shelf().putImage(image, 'latest');
  const tokens = await RecordingServer.start(({ authorization }) =>
    authorization === BASIC
      ? { status: 200, body: JSON.stringify({ token: PULL_TOKEN }) }
      : errorAnswer(401, 'UNAUTHORIZED', `no: ${authorization ?? ''}`),
  );
  const challenge = `Bearer realm="${tokens.url}/token",service="x"`;
  const registry = await RecordingServer.start((request) =>
    request.authorization === `Bearer ${PULL_TOKEN}`
      ? shelf.serve(request)
      : errorAnswer(401, 'UNAUTHORIZED', 'sign in', { 'www-authenticate': challenge }),
  );
  return {
    ...scene,
    registry,
    digest: image.manifest.digest,
    inputs: {
      image: `${registry.host}/org/app:latest`,
      'registry-username': 'ada',
      'registry-password': PASSWORD,
      kustomization: 'app/base',
      'image-name': 'app',
      'check-image': 'true',
      'image-platforms': 'linux/amd64',
      'pin-digest': 'true',
    },
    close: async () => {
      await Promise.all([registry.stop(), tokens.stop(), scene.close()]);
    },
  };
}
