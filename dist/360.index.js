export const id = 360;
export const ids = [360];
export const modules = {

/***/ 7360:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkImage: () => (/* binding */ checkImage)
});

// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(4758);
// EXTERNAL MODULE: ./src/base/image.ts
var base_image = __webpack_require__(1860);
// EXTERNAL MODULE: ./src/tag/given.ts
var given = __webpack_require__(2993);
// EXTERNAL MODULE: ./src/promote/delivery/patience.ts
var delivery_patience = __webpack_require__(7350);
;// CONCATENATED MODULE: ./src/promote/check/look.ts
const REVISION = 'org.opencontainers.image.revision';
const SOURCE = 'org.opencontainers.image.source';
const CONFIG_TYPES = [
    'application/vnd.oci.image.config.v1+json',
    'application/vnd.docker.container.image.v1+json',
];
const MOST_LOOKED_AT = 20;
const NONE = 'none of its images is';
async function lookForImage({ tag, digest }, platforms, registry) {
    const tagged = tag === undefined ? undefined : await registry.readManifest(tag);
    const isTagged = digest === undefined || digest === tagged?.digest;
    const manifest = isTagged ? tagged : await registry.readManifest(digest);
    return {
        tagDigest: tagged?.digest,
        image: manifest && (await describeImage(manifest, platforms, registry)),
    };
}
async function describeImage(manifest, platforms, registry) {
    const { digest, annotations } = manifest;
    const { labels = {}, ...parts } = manifest.kind === 'image'
        ? await describeSingle(manifest, registry)
        : await describeIndex(manifest, platforms, registry);
    return {
        digest,
        ...parts,
        revision: annotations[REVISION] ?? labels[REVISION],
        source: annotations[SOURCE] ?? labels[SOURCE],
    };
}
async function describeSingle({ config, configType }, registry) {
    const described = await registry.readConfig(config);
    if (described === undefined)
        return { platforms: [], gap: 'its configuration is not' };
    const { platform, labels } = described;
    const isImage = CONFIG_TYPES.includes(configType) || platform !== undefined;
    const platforms = platform === undefined ? [] : [platform];
    return { platforms, labels, ...(!isImage && { otherType: configType }) };
}
async function describeIndex({ images: entries, annotations }, wanted, registry) {
    const images = await namePlatforms(entries, registry);
    const platforms = [...new Set(images.flatMap(({ platform }) => platform ?? []))];
    const asked = images.filter(({ platform }) => wanted.includes(platform ?? ''));
    const found = asked.length > 0
        ? await findImagesOfPlatforms(asked, asked.length, registry)
        : await findImagesOfPlatforms(byPreference(images), 1, registry);
    const first = [...found.values()].find((manifest) => manifest !== undefined);
    const isUnasked = (platform) => !found.has(platform) && !wanted.includes(platform);
    const there = platforms.filter((platform) => found.get(platform) ?? isUnasked(platform));
    if (first === undefined) {
        const isBroken = images.length > 0 && asked.length === 0;
        return { platforms: there, ...(isBroken && { gap: NONE }) };
    }
    if (REVISION in annotations && SOURCE in annotations)
        return { platforms: there };
    return { ...(await describeSingle(first, registry)), platforms: there };
}
async function findImagesOfPlatforms(images, enough, registry) {
    const found = new Map();
    let missing = enough;
    let asked = 0;
    for (const { digest, platform = '' } of images) {
        if (missing === 0 || asked === MOST_LOOKED_AT)
            break;
        if (found.get(platform) !== undefined)
            continue;
        asked += 1;
        const manifest = await registry.readManifest(digest);
        found.set(platform, manifest?.kind === 'image' ? manifest : undefined);
        if (found.get(platform) !== undefined)
            missing -= 1;
    }
    return found;
}
async function namePlatforms(entries, registry) {
    const named = [];
    for (const entry of entries.slice(0, MOST_LOOKED_AT)) {
        const manifest = entry.platform === undefined ? await registry.readManifest(entry.digest) : undefined;
        const config = manifest?.kind === 'image' ? await registry.readConfig(manifest.config) : undefined;
        named.push(config === undefined ? entry : { ...entry, platform: config.platform });
    }
    return [...named, ...entries.slice(MOST_LOOKED_AT)];
}
function byPreference(images) {
    const isUsual = ({ platform }) => platform === 'linux/amd64';
    return [...images.filter(isUsual), ...images.filter((image) => !isUsual(image))];
}

;// CONCATENATED MODULE: ./src/promote/check/verdict.ts


function judgeImage(seen, expected, asked) {
    const { image } = seen;
    const missing = findMissing(seen, expected, asked);
    if (image === undefined || missing !== undefined)
        return { problem: missing, notices: [] };
    const problem = findMoved(seen, expected, asked) ??
        findPlatformMissing(image, expected) ??
        findMismatch(image, expected);
    const { tag, digest } = expected.image;
    const isUntagged = tag !== undefined && digest !== undefined && seen.tagDigest === undefined;
    return {
        problem,
        notices: isUntagged
            ? [`The tag ${tag} is not in ${asked.name}; the image is found by its digest.`]
            : [],
        checked: renderFound(image, expected),
    };
}
function renderFound({ digest, platforms, revision, source }, { sourceUrl }) {
    const isName = revision !== undefined && /^[\x21-\x7e]{1,100}$/.test(revision);
    const isOwn = source === undefined || isSameSource(source, sourceUrl);
    return { digest, platforms, ...(isName && isOwn && { revision }) };
}
function findMissing({ image, tagDigest }, { image: reference, imageInput }, { name, signedInWith }) {
    const code = 'image-missing';
    const subject = `${imageInput}: ${(0,base_image/* renderImageReference */.NL)(reference)}`;
    if (image === undefined) {
        const who = signedInWith === undefined
            ? 'It was asked without credentials, to which a private image may look the same.'
            : `It was asked with ${signedInWith}.`;
        const other = tagDigest === undefined ? '' : ` The tag is there, with the digest ${tagDigest}.`;
        const cure = imageInput === 'rollback-to'
            ? 'Push it again, or set rollback-to to one that is there: a rule of retention may have deleted it.'
            : 'Push it before it is promoted; a job that promotes what another one pushes needs it.';
        return { code, message: `${subject} is not in ${name}.${other} ${who} ${cure}` };
    }
    const { gap, otherType } = image;
    if (gap !== undefined) {
        const message = `${subject} is in ${name}, but ${gap}, so that it cannot be pulled. Push it again.`;
        return { code, message };
    }
    if (otherType === undefined)
        return undefined;
    const message = `${subject} is in ${name}, but it is no container image (${otherType}). Give the reference of an image.`;
    return { code, message };
}
function findMoved({ tagDigest }, { image: { tag = '', digest }, imageInput, tagMoves }, { name }) {
    if (digest === undefined || tagDigest === undefined || tagDigest === digest)
        return undefined;
    if (tagMoves)
        return undefined;
    const message = `${imageInput}: the tag ${tag} is ${tagDigest} in ${name}, and not ${digest}, which is to be promoted: it was pushed again. Promote the image of the newer push, or give each build a tag of its own.`;
    return { code: 'image-moved', message };
}
function findPlatformMissing({ platforms: there }, { image, imageInput, platforms }) {
    const code = 'platform-missing';
    const reference = (0,base_image/* renderImageReference */.NL)(image);
    const lacking = platforms.filter((platform) => !there.includes(platform));
    const has = there.length === 0 ? 'for no platform that it names' : `for ${there.join(', ')}`;
    if (lacking.length > 0) {
        const message = `image-platforms: ${reference} is there ${has}, but not for ${lacking.join(', ')}. Build it for that platform too (platforms of docker/build-push-action), or take it out of image-platforms.`;
        return { code, message };
    }
    if (platforms.length > 0 || there.length > 0)
        return undefined;
    const message = `${imageInput}: ${reference} is an index without an image, so that no cluster can pull it. Push it again.`;
    return { code, message };
}
function findMismatch({ revision, source }, { image, imageInput, sourceSha, sourceUrl }) {
    if (revision === undefined || source === undefined || sourceSha === undefined)
        return undefined;
    if (!isSameSource(source, sourceUrl))
        return undefined;
    const commit = revision.trim().toLowerCase();
    if (!/^[0-9a-f]{7,64}$/.test(commit) || sourceSha.startsWith(commit))
        return undefined;
    const message = `${imageInput}: ${(0,base_image/* renderImageReference */.NL)(image)} was built from ${commit} (its label ${REVISION}), and not from ${sourceSha}. Promote the image that was built from that commit; if it was only tagged again, give source-sha the commit that it was built from.`;
    return { code: 'image-mismatch', message };
}
function isSameSource(one, other) {
    return normaliseSource(one) === normaliseSource(other);
}
function normaliseSource(source) {
    return source
        .trim()
        .toLowerCase()
        .replace(/#.*$/, '')
        .replace(/^[a-z+]+:\/\//, '')
        .replace(/^[^/@]*@/, '')
        .replace(/^([^/:]+):(?!\d+\/)/, '$1/')
        .replace(/\/+$/, '')
        .replace(/\.git$/, '');
}

;// CONCATENATED MODULE: ./src/promote/check/step.ts






const SECONDS_UNTIL_SEEN = 30;
async function checkImage(check, context, ports) {
    const { logger } = ports;
    const { image } = check.image;
    const expected = expectationOf(check, context);
    const { problem, notices, checked } = await lookUntilKnown(check, expected, context, ports);
    for (const notice of notices)
        logger.notice(notice);
    if (problem !== undefined)
        report(problem, check.dryRun, logger);
    if (checked === undefined)
        return check.image;
    if (problem === undefined)
        logger.info(renderChecked(image, checked));
    return { ...check.image, image: pin(image, checked, check.inputs), registry: checked };
}
function expectationOf({ inputs, image: result, imageInput }, context) {
    const { image, moves, sourceSha, sourceRepository } = result;
    const { repository, repositoryUrl } = context;
    const server = repositoryUrl.slice(0, -repository.length);
    return {
        image,
        imageInput,
        tagMoves: moves === true || (image.tag !== undefined && (0,given/* isMovingTag */.Tp)(image.tag, context)),
        platforms: inputs.platforms,
        sourceSha,
        sourceUrl: `${server}${sourceRepository ?? repository}`,
    };
}
async function lookUntilKnown(check, expected, { dockerConfig }, { openRegistry, clock, random, logger }) {
    const { inputs, retryTimeout, waited = 0 } = check;
    const left = retryTimeout - waited;
    const { repository, digest } = expected.image;
    const registry = await openRegistry({ repository, dockerConfig, ...inputs });
    const forMissing = digest === undefined ? 0 : Math.min(SECONDS_UNTIL_SEEN, left);
    const failures = new delivery_patience/* Patience */.i3(clock, random, left);
    const patience = {
        unavailable: failures,
        'registry-unavailable': failures,
        'image-missing': new delivery_patience/* Patience */.i3(clock, random, forMissing),
    };
    for (;;) {
        const verdict = await lookOnce(check, expected, registry);
        const { problem, retryAt } = verdict;
        const code = problem?.code;
        if (problem === undefined)
            return verdict;
        const mayPass = code === 'registry-unavailable' || code === 'unavailable' || code === 'image-missing';
        const kind = code === 'image-missing' ? 'lag' : 'failure';
        const delay = mayPass ? patience[code].plan({ kind, retryAt }) : undefined;
        if (!mayPass || delay === undefined)
            return { ...verdict, problem: giveUp(problem, retryTimeout) };
        logger.info(`${problem.message} It is asked again in ${(delay / 1000).toFixed(1)} seconds.`);
        await patience[code].wait(delay);
    }
}
function giveUp({ code, message }, retryTimeout) {
    const isCutShort = code.endsWith('unavailable');
    return { code, message: isCutShort ? `${message} ${(0,delivery_patience/* renderNoTime */.nQ)(retryTimeout)}` : message };
}
async function lookOnce(check, expected, registry) {
    try {
        const seen = await lookForImage(expected.image, expected.platforms, registry);
        const sourceSha = expected.sourceSha ?? (await completeCommit(check, seen));
        return judgeImage(seen, { ...expected, sourceSha }, registry);
    }
    catch (error) {
        if (!(error instanceof errors/* PromoteError */.jG) || !/^registry-|^unavailable$/.test(error.code))
            throw error;
        const { code, message, retryAt } = error;
        return { problem: { code, message }, notices: [], retryAt };
    }
}
async function completeCommit({ image: { abbreviated }, source }, { image }) {
    const revision = image?.revision;
    if (abbreviated === undefined || revision === undefined)
        return undefined;
    if (revision.startsWith(abbreviated.commit))
        return undefined;
    return source?.resolveCommit(abbreviated.commit);
}
function report({ code, message }, dryRun, logger) {
    if (!dryRun)
        throw new errors/* PromoteError */.jG(code, message);
    logger.warning(`${message} This dry run goes on without.`);
}
function pin(image, { digest }, { pinDigest }) {
    return pinDigest && image.digest === undefined ? { ...image, digest } : image;
}
function renderChecked(image, { digest, platforms, revision }) {
    const parts = [
        ...(image.digest === undefined ? [digest] : []),
        ...(platforms.length === 0 ? [] : [`for ${platforms.join(', ')}`]),
        ...(revision === undefined ? [] : [`built from ${revision}`]),
    ];
    return `${(0,base_image/* renderImageReference */.NL)(image)} is in its registry: ${parts.join(', ')}.`;
}


/***/ })

};

//# sourceMappingURL=360.index.js.map