/**
 * The files of a GitOps repository: ten for each application, twenty applications a team, the same in
 * every run. They have the sizes and the words of ordinary manifests; checksums, addresses and sealed
 * secrets are pseudo-random, so that a pack is more than the words that all files share.
 */
import { createHash } from 'node:crypto';

const FILES_PER_APP = 10;
const APPS_PER_TEAM = 20;

/** What is promoted: an overlay of the first application. */
export const OVERLAY = 'apps/team-000/app-00000/overlays/prod';

/** The name in the kustomizations, and the repository of the image. */
export const IMAGE_NAME = 'app-00000';
export const IMAGE = `ghcr.io/org/${IMAGE_NAME}`;

/**
 * @param {number} size Number of files, a multiple of ten.
 * @param {string} tag What every application deploys.
 */
export function renderManifests(size, tag) {
  /** @type {Record<string, string>} */
  const files = {};
  for (let app = 0; app < size / FILES_PER_APP; app += 1) Object.assign(files, renderApp(app, tag));
  return files;
}

/**
 * The ten files of an application.
 * @param {number} index
 * @param {string} tag
 * @returns {Record<string, string>}
 */
function renderApp(index, tag) {
  const team = `team-${String(Math.floor(index / APPS_PER_TEAM)).padStart(3, '0')}`;
  const name = `app-${String(index).padStart(5, '0')}`;
  const folder = `apps/${team}/${name}`;
  return {
    [`${folder}/base/kustomization.yaml`]: renderBase(name),
    [`${folder}/base/deployment.yaml`]: renderDeployment(name),
    [`${folder}/base/service.yaml`]: renderService(name, team),
    [`${folder}/base/configmap.yaml`]: renderConfigMap(name, index),
    [`${folder}/overlays/dev/kustomization.yaml`]: renderOverlay(name, tag, 'dev'),
    [`${folder}/overlays/dev/deployment.yaml`]: renderPatch(name, 'dev'),
    [`${folder}/overlays/dev/sealed-secret.yaml`]: renderSecret(name, 'dev'),
    [`${folder}/overlays/prod/kustomization.yaml`]: renderOverlay(name, tag, 'prod'),
    [`${folder}/overlays/prod/deployment.yaml`]: renderPatch(name, 'prod'),
    [`${folder}/overlays/prod/sealed-secret.yaml`]: renderSecret(name, 'prod'),
  };
}

/** @param {string} name */
function renderBase(name) {
  return `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - deployment.yaml
  - service.yaml
  - configmap.yaml
labels:
  - pairs:
      app.kubernetes.io/name: ${name}
`;
}

/**
 * @param {string} name
 * @param {string} tag
 * @param {string} stage
 */
function renderOverlay(name, tag, stage) {
  return `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: ${name}-${stage}
resources:
  - ../../base
  - sealed-secret.yaml
patches:
  - path: deployment.yaml
images:
  - name: ${name}
    newName: ghcr.io/org/${name}
    newTag: ${tag}
`;
}

/** @param {string} name */
function renderDeployment(name) {
  const variables = Array.from({ length: 8 }, (_, index) => {
    const value = `https://${renderNoise(`${name}/variable/${index}`, 6)}.example.com/v1`;
    return `            - name: SETTING_${index}\n              value: '${value}'\n`;
  });
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  replicas: 2
  selector:
    matchLabels:
      app.kubernetes.io/name: ${name}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: ${name}
      annotations:
        checksum/config: ${renderNoise(`${name}/checksum`, 48)}
    spec:
      serviceAccountName: ${name}
      terminationGracePeriodSeconds: 60
      securityContext:
        runAsNonRoot: true
        seccompProfile:
          type: RuntimeDefault
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              app.kubernetes.io/name: ${name}
      volumes:
        - name: temporary
          emptyDir: {}
        - name: settings
          configMap:
            name: ${name}
      containers:
        - name: app
          image: ${name}
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop: [ALL]
          volumeMounts:
            - name: temporary
              mountPath: /tmp
            - name: settings
              mountPath: /etc/${name}
              readOnly: true
          ports:
            - name: http
              containerPort: 8080
          env:
${variables.join('')}          readinessProbe:
            httpGet:
              path: /healthz
              port: http
            periodSeconds: 10
          livenessProbe:
            httpGet:
              path: /livez
              port: http
            initialDelaySeconds: 30
          resources:
            requests:
              cpu: 100m
              memory: 128Mi
            limits:
              memory: 256Mi
`;
}

/**
 * @param {string} name
 * @param {string} team
 */
function renderService(name, team) {
  return `apiVersion: v1
kind: Service
metadata:
  name: ${name}
  annotations:
    example.com/owner: ${team}
    example.com/id: ${renderNoise(`${name}/id`, 24)}
spec:
  selector:
    app.kubernetes.io/name: ${name}
  ports:
    - name: http
      port: 80
      targetPort: http
`;
}

/**
 * Of 5 to 60 settings.
 * @param {string} name
 * @param {number} index
 */
function renderConfigMap(name, index) {
  const settings = Array.from({ length: 5 + ((index * 7) % 56) }, (_, setting) => {
    const value = renderNoise(`${name}/setting/${setting}`, 6);
    return `  feature.module-${setting}.endpoint: 'http://${value}.svc.cluster.local:8080/api'\n`;
  });
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
data:
${settings.join('')}`;
}

/**
 * @param {string} name
 * @param {string} stage
 */
function renderPatch(name, stage) {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  annotations:
    example.com/change: ${renderNoise(`${name}/${stage}/change`, 24)}
spec:
  replicas: ${stage === 'prod' ? 4 : 1}
  template:
    spec:
      containers:
        - name: app
          env:
            - name: STAGE
              value: ${stage}
`;
}

/**
 * @param {string} name
 * @param {string} stage
 */
function renderSecret(name, stage) {
  return `apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata:
  name: ${name}
spec:
  encryptedData:
    password: ${renderNoise(`${name}/${stage}/password`, 384)}
    token: ${renderNoise(`${name}/${stage}/token`, 384)}
`;
}

/**
 * Characters of base64 for bytes that nothing can compress, and that are the same in every run.
 * @param {string} seed
 * @param {number} length Bytes before base64, which makes four characters of three.
 */
function renderNoise(seed, length) {
  return createHash('shake256', { outputLength: length }).update(seed).digest('base64url');
}
