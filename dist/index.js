import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 7163:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const debug = __nccwpck_require__(1159)
const { MAX_LENGTH, MAX_SAFE_INTEGER } = __nccwpck_require__(5101)
const { safeRe: re, t } = __nccwpck_require__(5471)

const parseOptions = __nccwpck_require__(356)
const { compareIdentifiers } = __nccwpck_require__(3348)

const isPrereleaseIdentifier = (prerelease, identifier) => {
  const identifiers = identifier.split('.')
  if (identifiers.length > prerelease.length) {
    return false
  }

  for (let i = 0; i < identifiers.length; i++) {
    if (compareIdentifiers(prerelease[i], identifiers[i]) !== 0) {
      return false
    }
  }

  return true
}

class SemVer {
  constructor (version, options) {
    options = parseOptions(options)

    if (version instanceof SemVer) {
      if (version.loose === !!options.loose &&
        version.includePrerelease === !!options.includePrerelease) {
        return version
      } else {
        version = version.version
      }
    } else if (typeof version !== 'string') {
      throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`)
    }

    if (version.length > MAX_LENGTH) {
      throw new TypeError(
        `version is longer than ${MAX_LENGTH} characters`
      )
    }

    debug('SemVer', version, options)
    this.options = options
    this.loose = !!options.loose
    // this isn't actually relevant for versions, but keep it so that we
    // don't run into trouble passing this.options around.
    this.includePrerelease = !!options.includePrerelease

    const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL])

    if (!m) {
      throw new TypeError(`Invalid Version: ${version}`)
    }

    this.raw = version

    // these are actually numbers
    this.major = +m[1]
    this.minor = +m[2]
    this.patch = +m[3]

    if (this.major > MAX_SAFE_INTEGER || this.major < 0) {
      throw new TypeError('Invalid major version')
    }

    if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) {
      throw new TypeError('Invalid minor version')
    }

    if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) {
      throw new TypeError('Invalid patch version')
    }

    // numberify any prerelease numeric ids
    if (!m[4]) {
      this.prerelease = []
    } else {
      this.prerelease = m[4].split('.').map((id) => {
        if (/^[0-9]+$/.test(id)) {
          const num = +id
          if (num >= 0 && num < MAX_SAFE_INTEGER) {
            return num
          }
        }
        return id
      })
    }

    this.build = m[5] ? m[5].split('.') : []
    this.format()
  }

  format () {
    this.version = `${this.major}.${this.minor}.${this.patch}`
    if (this.prerelease.length) {
      this.version += `-${this.prerelease.join('.')}`
    }
    return this.version
  }

  toString () {
    return this.version
  }

  compare (other) {
    debug('SemVer.compare', this.version, this.options, other)
    if (!(other instanceof SemVer)) {
      if (typeof other === 'string' && other === this.version) {
        return 0
      }
      other = new SemVer(other, this.options)
    }

    if (other.version === this.version) {
      return 0
    }

    return this.compareMain(other) || this.comparePre(other)
  }

  compareMain (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    if (this.major < other.major) {
      return -1
    }
    if (this.major > other.major) {
      return 1
    }
    if (this.minor < other.minor) {
      return -1
    }
    if (this.minor > other.minor) {
      return 1
    }
    if (this.patch < other.patch) {
      return -1
    }
    if (this.patch > other.patch) {
      return 1
    }
    return 0
  }

  comparePre (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    // NOT having a prerelease is > having one
    if (this.prerelease.length && !other.prerelease.length) {
      return -1
    } else if (!this.prerelease.length && other.prerelease.length) {
      return 1
    } else if (!this.prerelease.length && !other.prerelease.length) {
      return 0
    }

    let i = 0
    do {
      const a = this.prerelease[i]
      const b = other.prerelease[i]
      debug('prerelease compare', i, a, b)
      if (a === undefined && b === undefined) {
        return 0
      } else if (b === undefined) {
        return 1
      } else if (a === undefined) {
        return -1
      } else if (a === b) {
        continue
      } else {
        return compareIdentifiers(a, b)
      }
    } while (++i)
  }

  compareBuild (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    let i = 0
    do {
      const a = this.build[i]
      const b = other.build[i]
      debug('build compare', i, a, b)
      if (a === undefined && b === undefined) {
        return 0
      } else if (b === undefined) {
        return 1
      } else if (a === undefined) {
        return -1
      } else if (a === b) {
        continue
      } else {
        return compareIdentifiers(a, b)
      }
    } while (++i)
  }

  // preminor will bump the version up to the next minor release, and immediately
  // down to pre-release. premajor and prepatch work the same way.
  inc (release, identifier, identifierBase) {
    if (release.startsWith('pre')) {
      if (!identifier && identifierBase === false) {
        throw new Error('invalid increment argument: identifier is empty')
      }
      // Avoid an invalid semver results
      if (identifier) {
        const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE])
        if (!match || match[1] !== identifier) {
          throw new Error(`invalid identifier: ${identifier}`)
        }
      }
    }

    switch (release) {
      case 'premajor':
        this.prerelease.length = 0
        this.patch = 0
        this.minor = 0
        this.major++
        this.inc('pre', identifier, identifierBase)
        break
      case 'preminor':
        this.prerelease.length = 0
        this.patch = 0
        this.minor++
        this.inc('pre', identifier, identifierBase)
        break
      case 'prepatch':
        // If this is already a prerelease, it will bump to the next version
        // drop any prereleases that might already exist, since they are not
        // relevant at this point.
        this.prerelease.length = 0
        this.inc('patch', identifier, identifierBase)
        this.inc('pre', identifier, identifierBase)
        break
      // If the input is a non-prerelease version, this acts the same as
      // prepatch.
      case 'prerelease':
        if (this.prerelease.length === 0) {
          this.inc('patch', identifier, identifierBase)
        }
        this.inc('pre', identifier, identifierBase)
        break
      case 'release':
        if (this.prerelease.length === 0) {
          throw new Error(`version ${this.raw} is not a prerelease`)
        }
        this.prerelease.length = 0
        break

      case 'major':
        // If this is a pre-major version, bump up to the same major version.
        // Otherwise increment major.
        // 1.0.0-5 bumps to 1.0.0
        // 1.1.0 bumps to 2.0.0
        if (
          this.minor !== 0 ||
          this.patch !== 0 ||
          this.prerelease.length === 0
        ) {
          this.major++
        }
        this.minor = 0
        this.patch = 0
        this.prerelease = []
        break
      case 'minor':
        // If this is a pre-minor version, bump up to the same minor version.
        // Otherwise increment minor.
        // 1.2.0-5 bumps to 1.2.0
        // 1.2.1 bumps to 1.3.0
        if (this.patch !== 0 || this.prerelease.length === 0) {
          this.minor++
        }
        this.patch = 0
        this.prerelease = []
        break
      case 'patch':
        // If this is not a pre-release version, it will increment the patch.
        // If it is a pre-release it will bump up to the same patch version.
        // 1.2.0-5 patches to 1.2.0
        // 1.2.0 patches to 1.2.1
        if (this.prerelease.length === 0) {
          this.patch++
        }
        this.prerelease = []
        break
      // This probably shouldn't be used publicly.
      // 1.0.0 'pre' would become 1.0.0-0 which is the wrong direction.
      case 'pre': {
        const base = Number(identifierBase) ? 1 : 0

        if (this.prerelease.length === 0) {
          this.prerelease = [base]
        } else {
          let i = this.prerelease.length
          while (--i >= 0) {
            if (typeof this.prerelease[i] === 'number') {
              this.prerelease[i]++
              i = -2
            }
          }
          if (i === -1) {
            // didn't increment anything
            if (identifier === this.prerelease.join('.') && identifierBase === false) {
              throw new Error('invalid increment argument: identifier already exists')
            }
            this.prerelease.push(base)
          }
        }
        if (identifier) {
          // 1.2.0-beta.1 bumps to 1.2.0-beta.2,
          // 1.2.0-beta.fooblz or 1.2.0-beta bumps to 1.2.0-beta.0
          let prerelease = [identifier, base]
          if (identifierBase === false) {
            prerelease = [identifier]
          }
          if (isPrereleaseIdentifier(this.prerelease, identifier)) {
            const prereleaseBase = this.prerelease[identifier.split('.').length]
            if (isNaN(prereleaseBase)) {
              this.prerelease = prerelease
            }
          } else {
            this.prerelease = prerelease
          }
        }
        break
      }
      default:
        throw new Error(`invalid increment argument: ${release}`)
    }
    this.raw = this.format()
    if (this.build.length) {
      this.raw += `+${this.build.join('.')}`
    }
    return this
  }
}

module.exports = SemVer


/***/ }),

/***/ 6353:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const parse = (version, options, throwErrors = false) => {
  if (version instanceof SemVer) {
    return version
  }
  try {
    return new SemVer(version, options)
  } catch (er) {
    if (!throwErrors) {
      return null
    }
    throw er
  }
}

module.exports = parse


/***/ }),

/***/ 5101:
/***/ ((module) => {



// Note: this is the semver.org version of the spec that it implements
// Not necessarily the package version of this code.
const SEMVER_SPEC_VERSION = '2.0.0'

const MAX_LENGTH = 256
const MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER ||
/* istanbul ignore next */ 9007199254740991

// Max safe segment length for coercion.
const MAX_SAFE_COMPONENT_LENGTH = 16

// Max safe length for a build identifier. The max length minus 6 characters for
// the shortest version with a build 0.0.0+BUILD.
const MAX_SAFE_BUILD_LENGTH = MAX_LENGTH - 6

// ECMAScript whitespace and line terminators matched by \s.
const WHITESPACE_CHARACTERS = [
  '\t',
  '\n',
  '\v',
  '\f',
  '\r',
  ' ',
  '\u00a0',
  '\u1680',
  '\u2000',
  '\u2001',
  '\u2002',
  '\u2003',
  '\u2004',
  '\u2005',
  '\u2006',
  '\u2007',
  '\u2008',
  '\u2009',
  '\u200a',
  '\u2028',
  '\u2029',
  '\u202f',
  '\u205f',
  '\u3000',
  '\ufeff',
]

const RELEASE_TYPES = [
  'major',
  'premajor',
  'minor',
  'preminor',
  'patch',
  'prepatch',
  'prerelease',
]

module.exports = {
  MAX_LENGTH,
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_SAFE_INTEGER,
  WHITESPACE_CHARACTERS,
  RELEASE_TYPES,
  SEMVER_SPEC_VERSION,
  FLAG_INCLUDE_PRERELEASE: 0b001,
  FLAG_LOOSE: 0b010,
}


/***/ }),

/***/ 1159:
/***/ ((module) => {



const debug = (
  typeof process === 'object' &&
  process.env &&
  process.env.NODE_DEBUG &&
  /\bsemver\b/i.test(process.env.NODE_DEBUG)
) ? (...args) => console.error('SEMVER', ...args)
  : () => {}

module.exports = debug


/***/ }),

/***/ 3348:
/***/ ((module) => {



const numeric = /^[0-9]+$/
const compareIdentifiers = (a, b) => {
  if (typeof a === 'number' && typeof b === 'number') {
    return a === b ? 0 : a < b ? -1 : 1
  }

  const anum = numeric.test(a)
  const bnum = numeric.test(b)

  if (anum && bnum) {
    a = +a
    b = +b
  }

  return a === b ? 0
    : (anum && !bnum) ? -1
    : (bnum && !anum) ? 1
    : a < b ? -1
    : 1
}

const rcompareIdentifiers = (a, b) => compareIdentifiers(b, a)

module.exports = {
  compareIdentifiers,
  rcompareIdentifiers,
}


/***/ }),

/***/ 356:
/***/ ((module) => {



// parse out just the options we care about
const looseOption = Object.freeze({ loose: true })
const emptyOpts = Object.freeze({ })
const parseOptions = options => {
  if (!options) {
    return emptyOpts
  }

  if (typeof options !== 'object') {
    return looseOption
  }

  return options
}
module.exports = parseOptions


/***/ }),

/***/ 5471:
/***/ ((module, exports, __nccwpck_require__) => {



const {
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_LENGTH,
} = __nccwpck_require__(5101)
const debug = __nccwpck_require__(1159)
exports = module.exports = {}

// The actual regexps go on exports.re
const re = exports.re = []
const safeRe = exports.safeRe = []
const src = exports.src = []
const safeSrc = exports.safeSrc = []
const t = exports.t = {}
let R = 0

const LETTERDASHNUMBER = '[a-zA-Z0-9-]'

// Replace some greedy regex tokens to prevent regex dos issues. These regex are
// used internally via the safeRe object since all inputs in this library get
// normalized first to trim and collapse all extra whitespace. The original
// regexes are exported for userland consumption and lower level usage. A
// future breaking change could export the safer regex only with a note that
// all input should have extra whitespace removed.
const safeRegexReplacements = [
  ['\\s', 1],
  ['\\d', MAX_LENGTH],
  [LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH],
]

const makeSafeRegex = (value) => {
  for (const [token, max] of safeRegexReplacements) {
    value = value
      .split(`${token}*`).join(`${token}{0,${max}}`)
      .split(`${token}+`).join(`${token}{1,${max}}`)
  }
  return value
}

const createToken = (name, value, isGlobal) => {
  const safe = makeSafeRegex(value)
  const index = R++
  debug(name, index, value)
  t[name] = index
  src[index] = value
  safeSrc[index] = safe
  re[index] = new RegExp(value, isGlobal ? 'g' : undefined)
  safeRe[index] = new RegExp(safe, isGlobal ? 'g' : undefined)
}

// The following Regular Expressions can be used for tokenizing,
// validating, and parsing SemVer version strings.

// ## Numeric Identifier
// A single `0`, or a non-zero digit followed by zero or more digits.

createToken('NUMERICIDENTIFIER', '0|[1-9]\\d*')
createToken('NUMERICIDENTIFIERLOOSE', '\\d+')

// ## Non-numeric Identifier
// Zero or more digits, followed by a letter or hyphen, and then zero or
// more letters, digits, or hyphens.

createToken('NONNUMERICIDENTIFIER', `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`)

// ## Main Version
// Three dot-separated numeric identifiers.

createToken('MAINVERSION', `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})`)

createToken('MAINVERSIONLOOSE', `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})`)

// ## Pre-release Version Identifier
// A numeric identifier, or a non-numeric identifier.
// Non-numeric identifiers include numeric identifiers but can be longer.
// Therefore non-numeric identifiers must go first.

createToken('PRERELEASEIDENTIFIER', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIER]})`)

createToken('PRERELEASEIDENTIFIERLOOSE', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIERLOOSE]})`)

// ## Pre-release Version
// Hyphen, followed by one or more dot-separated pre-release version
// identifiers.

createToken('PRERELEASE', `(?:-(${src[t.PRERELEASEIDENTIFIER]
}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`)

createToken('PRERELEASELOOSE', `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]
}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`)

// ## Build Metadata Identifier
// Any combination of digits, letters, or hyphens.

createToken('BUILDIDENTIFIER', `${LETTERDASHNUMBER}+`)

// ## Build Metadata
// Plus sign, followed by one or more period-separated build metadata
// identifiers.

createToken('BUILD', `(?:\\+(${src[t.BUILDIDENTIFIER]
}(?:\\.${src[t.BUILDIDENTIFIER]})*))`)

// ## Full Version String
// A main version, followed optionally by a pre-release version and
// build metadata.

// Note that the only major, minor, patch, and pre-release sections of
// the version string are capturing groups.  The build metadata is not a
// capturing group, because it should not ever be used in version
// comparison.

createToken('FULLPLAIN', `v?${src[t.MAINVERSION]
}${src[t.PRERELEASE]}?${
  src[t.BUILD]}?`)

createToken('FULL', `^${src[t.FULLPLAIN]}$`)

// like full, but allows v1.2.3 and =1.2.3, which people do sometimes.
// also, 1.0.0alpha1 (prerelease without the hyphen) which is pretty
// common in the npm registry.
createToken('LOOSEPLAIN', `[v=\\s]*${src[t.MAINVERSIONLOOSE]
}${src[t.PRERELEASELOOSE]}?${
  src[t.BUILD]}?`)

createToken('LOOSE', `^${src[t.LOOSEPLAIN]}$`)

createToken('GTLT', '((?:<|>)?=?)')

// Something like "2.*" or "1.2.x".
// Note that "x.x" is a valid xRange identifier, meaning "any version"
// Only the first item is strictly required.
createToken('XRANGEIDENTIFIERLOOSE', `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`)
createToken('XRANGEIDENTIFIER', `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`)

createToken('XRANGEPLAIN', `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:\\.(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:\\.(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:${src[t.PRERELEASE]})?${
                     src[t.BUILD]}?` +
                   `)?)?`)

createToken('XRANGEPLAINLOOSE', `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:${src[t.PRERELEASELOOSE]})?${
                          src[t.BUILD]}?` +
                        `)?)?`)

createToken('XRANGE', `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`)
createToken('XRANGELOOSE', `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`)

// Coercion.
// Extract anything that could conceivably be a part of a valid semver
createToken('COERCEPLAIN', `${'(^|[^\\d])' +
              '(\\d{1,'}${MAX_SAFE_COMPONENT_LENGTH}})` +
              `(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?` +
              `(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`)
createToken('COERCE', `${src[t.COERCEPLAIN]}(?:$|[^\\d])`)
createToken('COERCEFULL', src[t.COERCEPLAIN] +
              `(?:${src[t.PRERELEASE]})?` +
              `(?:${src[t.BUILD]})?` +
              `(?:$|[^\\d])`)
createToken('COERCERTL', src[t.COERCE], true)
createToken('COERCERTLFULL', src[t.COERCEFULL], true)

// Tilde ranges.
// Meaning is "reasonably at or greater than"
createToken('LONETILDE', '(?:~>?)')

createToken('TILDETRIM', `(\\s*)${src[t.LONETILDE]}\\s+`, true)
exports.tildeTrimReplace = '$1~'

createToken('TILDE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`)
createToken('TILDELOOSE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`)

// Caret ranges.
// Meaning is "at least and backwards compatible with"
createToken('LONECARET', '(?:\\^)')

createToken('CARETTRIM', `(\\s*)${src[t.LONECARET]}\\s+`, true)
exports.caretTrimReplace = '$1^'

createToken('CARET', `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`)
createToken('CARETLOOSE', `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`)

// A simple gt/lt/eq thing, or just "" to indicate "any version"
createToken('COMPARATORLOOSE', `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`)
createToken('COMPARATOR', `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`)

// An expression to strip any whitespace between the gtlt and the thing
// it modifies, so that `> 1.2.3` ==> `>1.2.3`
createToken('COMPARATORTRIM', `(\\s*)${src[t.GTLT]
}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true)
exports.comparatorTrimReplace = '$1$2$3'

// Something like `1.2.3 - 1.2.4`
// Note that these all use the loose form, because they'll be
// checked against either the strict or loose comparator form
// later.
createToken('HYPHENRANGE', `^\\s*(${src[t.XRANGEPLAIN]})` +
                   `\\s+-\\s+` +
                   `(${src[t.XRANGEPLAIN]})` +
                   `\\s*$`)

createToken('HYPHENRANGELOOSE', `^\\s*(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s+-\\s+` +
                        `(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s*$`)

// Star ranges basically just allow anything at all.
createToken('STAR', '(<|>)?=?\\s*\\*')
// >=0.0.0 is like a star
createToken('GTE0', '^\\s*>=\\s*0\\.0\\.0\\s*$')
createToken('GTE0PRE', '^\\s*>=\\s*0\\.0\\.0-0\\s*$')


/***/ }),

/***/ 1001:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  T: () => (/* binding */ parseInputs)
});

// UNUSED EXPORTS: INPUT_NAMES

// EXTERNAL MODULE: ./node_modules/leven/index.js
var leven = __nccwpck_require__(7785);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __nccwpck_require__(3659);
// EXTERNAL MODULE: ./src/tag/commit/source-ref.ts
var source_ref = __nccwpck_require__(9863);
;// CONCATENATED MODULE: ./src/action/dry-run.ts


const QUEUE = 'gh-readonly-queue/';
const UNTOLD = [
    'issue_comment',
    'check_run',
    'check_suite',
    'deployment',
    'deployment_status',
    'status',
    'workflow_run',
];
function findDryRunReason(context) {
    const { eventName, ref, payload } = context;
    if (isUnmerged(eventName))
        return `the event ${eventName} is of code that is not merged`;
    if (isOfQueue(ref))
        return `${ref} is a branch of a merge queue`;
    if (ref.startsWith('refs/pull/'))
        return `${ref} is of a pull request`;
    if (eventName === 'workflow_run')
        return findTriggerReason(context);
    return tellsUnmerged(payload) ? `this ${eventName} is of code that is not merged` : undefined;
}
function isUnmerged(eventName) {
    if (typeof eventName !== 'string')
        return false;
    return eventName.startsWith('pull_request') || eventName === 'merge_group';
}
function isOfQueue(ref) {
    return typeof ref === 'string' && ref.replace(/^refs\/heads\//, '').startsWith(QUEUE);
}
function tellsUnmerged(payload) {
    const told = (path) => (0,json/* readPayloadValue */.CR)(payload, path);
    if ((0,json/* isJsonObject */.OW)(told('pull_request')) || (0,json/* isJsonObject */.OW)(told('issue.pull_request')))
        return true;
    const ref = told('deployment.ref');
    const isOfPull = typeof ref === 'string' && ref.startsWith('refs/pull/');
    if (isOfPull || isOfQueue(ref) || isUnmerged(told('workflow_run.event')))
        return true;
    const suite = told('check_run.check_suite') ?? told('check_suite');
    return (0,json/* isJsonObject */.OW)(suite) && isOfUnmerged(suite, told('repository.default_branch'));
}
function isOfUnmerged(suite, defaultBranch) {
    const { head_branch: branch, pull_requests: pulls } = suite;
    if (typeof branch !== 'string' || isOfQueue(branch))
        return true;
    return branch !== defaultBranch && Array.isArray(pulls) && pulls.length > 0;
}
function findTriggerReason(context) {
    const run = context.payload['workflow_run'];
    if (!(0,json/* isJsonObject */.OW)(run))
        return 'the payload tells nothing of the run that triggered this one';
    const { conclusion, event, head_repository: head, head_branch: branch } = run;
    if (conclusion !== 'success')
        return 'the run that triggered this one did not succeed';
    if (typeof event !== 'string')
        return 'the payload does not tell what triggered the other run';
    if (isUnmerged(event)) {
        return `the run that triggered this one was of the event ${event}, whose code is not merged`;
    }
    if (UNTOLD.includes(event)) {
        return `the run that triggered this one was of the event ${event}, and nothing tells whether that was of a pull request`;
    }
    if (isOfQueue(branch))
        return 'the run that triggered this one was of a merge queue';
    if (head === undefined || (0,source_ref/* isOfFork */.O)(context)) {
        return 'the run that triggered this one was of another repository';
    }
    return undefined;
}

// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __nccwpck_require__(4758);
;// CONCATENATED MODULE: ./src/base/input-reader.ts
const BOOLEANS = new Map([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['false', false],
    ['False', false],
    ['FALSE', false],
]);
class InputReader {
    #raw;
    #problems = [];
    constructor(raw) {
        this.#raw = raw;
    }
    get problems() {
        return this.#problems;
    }
    has(name) {
        return this.string(name) !== undefined;
    }
    string(name) {
        const value = this.#raw.get(name)?.trim();
        return value === '' ? undefined : value;
    }
    lines(name) {
        return splitList(this.string(name), /\r?\n/);
    }
    words(name) {
        return splitList(this.string(name), /\r?\n|,/);
    }
    boolean(name) {
        const value = this.string(name);
        if (value === undefined)
            return undefined;
        const boolean = BOOLEANS.get(value);
        if (boolean === undefined)
            this.reject(name, 'true or false', value);
        return boolean;
    }
    integer(name, min, max) {
        const value = this.string(name);
        if (value === undefined)
            return undefined;
        const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
        if (number >= min && number <= max)
            return number;
        this.reject(name, `a whole number from ${min} to ${max}`, value);
        return undefined;
    }
    oneOf(name, allowed) {
        const value = this.string(name);
        if (value === undefined)
            return undefined;
        const found = allowed.find((word) => word === value);
        if (found === undefined)
            this.reject(name, `one of ${allowed.join(', ')}`, value);
        return found;
    }
    reject(input, expected, given, cure) {
        const message = `expected ${expected}, got ${quoteInput(given)}`;
        this.#problems.push({ input, message: cure === undefined ? message : `${message}. ${cure}` });
    }
    complain(input, message) {
        this.#problems.push({ input, message });
    }
}
function quoteInput(value) {
    const shown = value.replaceAll(/(?<=:\/\/)[^/\s]*@/g, '***@');
    return JSON.stringify(shown.length > 200 ? `${shown.slice(0, 200)}…` : shown);
}
function splitList(value, separator) {
    if (value === undefined)
        return [];
    return value
        .split(separator)
        .map((item) => item.trim())
        .filter((item) => item !== '');
}

// EXTERNAL MODULE: ./src/coverage/gates/percent.ts
var percent = __nccwpck_require__(9596);
// EXTERNAL MODULE: ./src/coverage/model/glob.ts
var model_glob = __nccwpck_require__(4928);
// EXTERNAL MODULE: ./src/coverage/model/report.ts
var report = __nccwpck_require__(7760);
;// CONCATENATED MODULE: ./src/coverage/inputs.ts



const COVERAGE_INPUTS = [
    'coverage-files',
    'coverage-format',
    'coverage-metric',
    'coverage-min',
    'coverage-min-lines',
    'coverage-min-branches',
    'coverage-min-functions',
    'coverage-min-file',
    'coverage-min-patch',
    'coverage-base',
    'coverage-baseline',
    'coverage-max-drop',
    'coverage-include',
    'coverage-exclude',
    'coverage-precision',
    'coverage-on-missing',
];
const METRICS = [
    'auto',
    'lines',
    'branches',
    'combined',
    'statements',
    'functions',
    'instructions',
];
const ON_MISSING = ['fail', 'warn', 'pass'];
const MAX_PRECISION = 9;
const DEFAULT_MIN = { digits: 80n, scale: 0, text: '80' };
function parseCoverageInputs(reader) {
    if (!reader.has('coverage-files')) {
        reader.complain('coverage-files', 'the coverage step needs it: globs of coverage reports');
    }
    checkPairs(reader);
    const inputs = readInputs(reader);
    return { ...inputs, warnings: warnOfFractions(inputs) };
}
function readInputs(reader) {
    return {
        files: readFileGlobs(reader, 'coverage-files'),
        format: reader.oneOf('coverage-format', ['auto', ...report/* FORMAT_NAMES */.B]) ?? 'auto',
        metric: reader.oneOf('coverage-metric', METRICS) ?? 'auto',
        min: readPercentage(reader, 'coverage-min') ?? DEFAULT_MIN,
        minimums: readMinimums(reader),
        minFile: readPercentage(reader, 'coverage-min-file'),
        minPatch: readPercentage(reader, 'coverage-min-patch'),
        base: readRef(reader, 'coverage-base'),
        baseline: parseBaseline(reader, 'coverage-baseline'),
        maxDrop: readPercentage(reader, 'coverage-max-drop'),
        include: readGlobs(reader, 'coverage-include'),
        exclude: readGlobs(reader, 'coverage-exclude'),
        precision: reader.integer('coverage-precision', 0, MAX_PRECISION),
        onMissing: reader.oneOf('coverage-on-missing', ON_MISSING) ?? 'fail',
    };
}
function warnOfFractions(inputs) {
    const minimums = [
        ['coverage-min', inputs.min],
        ...inputs.minimums.map(({ gate, minimum }) => [gate, minimum]),
        ['coverage-min-file', inputs.minFile],
        ['coverage-min-patch', inputs.minPatch],
    ];
    const warnings = [];
    for (const [input, minimum] of minimums) {
        const value = Number(minimum?.text ?? 0);
        if (value <= 0 || value > 1)
            continue;
        const percent = Number((value * 100).toFixed(10));
        warnings.push(`${input}: ${value} means ${value} percent. If ${percent} percent is meant, give ${percent}`);
    }
    return warnings;
}
function checkPairs(reader) {
    for (const [input, partner] of [
        ['coverage-base', 'coverage-min-patch'],
        ['coverage-baseline', 'coverage-max-drop'],
        ['coverage-max-drop', 'coverage-baseline'],
    ]) {
        if (reader.has(input) && !reader.has(partner)) {
            reader.complain(input, `given without ${partner}. Give both, or neither`);
        }
    }
}
function readMinimums(reader) {
    const minimums = [];
    for (const metric of ['lines', 'branches', 'functions']) {
        const gate = `coverage-min-${metric}`;
        const minimum = readPercentage(reader, gate);
        if (minimum !== undefined)
            minimums.push({ gate, metric, minimum });
    }
    return minimums;
}
function readPercentage(reader, name) {
    const text = reader.string(name);
    if (text === undefined)
        return undefined;
    const percentage = (0,percent/* parsePercentage */.A3)(text);
    if (percentage === undefined) {
        reader.reject(name, 'a percentage from 0 to 100 in plain digits, such as 80 or 79.5', text);
    }
    return percentage;
}
function parseBaseline(reader, name) {
    const text = reader.string(name);
    if (text === undefined || (0,percent/* parsePercentage */.A3)(text))
        return text;
    if (!/^[-+]?[\d.,]+\s*%?$/.test(text)) {
        readFileGlobs(reader, name);
        return text;
    }
    reader.reject(name, 'the path of an earlier report, or a percentage from 0 to 100 in plain digits, such as 80', text);
    return undefined;
}
function readGlobs(reader, name) {
    const globs = reader.lines(name);
    for (const glob of globs) {
        if (!(0,model_glob/* isGlob */.fg)(glob))
            reader.reject(name, 'globs, in which braces are closed and ranges ascend', glob);
        else if ((0,model_glob/* hasDotParts */.Eb)(glob))
            rejectDotParts(reader, name, glob);
    }
    return globs;
}
function readFileGlobs(reader, name) {
    const globs = reader.lines(name);
    for (const glob of globs) {
        if (glob.startsWith('#'))
            continue;
        const pattern = glob.replace(/^!+/, '').replaceAll('\\', '/');
        if ((0,model_glob/* hasDotParts */.Eb)(pattern))
            rejectDotParts(reader, name, glob);
        else if (pattern === '')
            reader.reject(name, 'a glob behind the !', glob);
        else if (/^\/[^/]*[*?[]/.test(pattern))
            reader.reject(name, 'globs whose first directory is named, where they start at the root', glob);
    }
    return globs;
}
function rejectDotParts(reader, name, glob) {
    reader.reject(name, 'globs without the parts . and .. (but for ./ at the start): paths from the root of the workspace, or absolute ones', glob);
}
function readRef(reader, name) {
    const ref = reader.string(name);
    if (ref === undefined || /^[^-\s][^\s]*$/.test(ref))
        return ref;
    reader.reject(name, 'a branch, tag or commit', ref);
    return undefined;
}

// EXTERNAL MODULE: ./src/promote/inputs/inputs.ts + 3 modules
var inputs_inputs = __nccwpck_require__(7120);
// EXTERNAL MODULE: ./src/promote/message/trailers.ts
var trailers = __nccwpck_require__(854);
// EXTERNAL MODULE: ./src/promote/inputs/delivery.ts
var delivery = __nccwpck_require__(242);
// EXTERNAL MODULE: ./src/base/image.ts
var base_image = __nccwpck_require__(1860);
;// CONCATENATED MODULE: ./src/rollback/goal/goal.ts

const GOAL_RULE = 'previous, a tag, an image, or a commit of the source or of the GitOps repository';
function parseGoal(reader, to) {
    const previous = { kind: 'previous' };
    if (to === 'previous')
        return previous;
    if (/^[0-9a-f]{7,40}$/.test(to))
        return { kind: 'commit', commit: to };
    if ((0,base_image/* isTag */.dz)(to))
        return { kind: 'image', tag: to };
    if ((0,base_image/* isDigest */.Bc)(to))
        return { kind: 'image', digest: to };
    const parsed = (0,base_image/* parseImageReference */.o_)(to);
    if (parsed.valid && (0,base_image/* isDeployable */.M4)(parsed.reference)) {
        return { kind: 'image', ...parsed.reference };
    }
    const cure = parsed.valid ? 'An image needs its tag or digest' : parsed.rule.replace(/\.$/, '');
    reader.reject('rollback-to', GOAL_RULE, to, cure);
    return previous;
}

;// CONCATENATED MODULE: ./src/rollback/inputs.ts




const ROLLBACK_INPUTS = ['rollback-to'];
const OF_PROMOTIONS = [
    'promote-from',
    'create-missing',
    'stale',
    'after-rollback',
];
const SHARED_INPUTS = inputs_inputs/* PROMOTE_INPUTS */.Vs.filter((input) => !OF_PROMOTIONS.includes(input));
function undoPromotion({ pullRequest, commitTrailers, ...promotion }) {
    const own = { branch: delivery/* DEFAULT_BRANCHES */.J1.rollback, title: undefined, body: undefined };
    return {
        ...promotion,
        ...(pullRequest && { pullRequest: { ...pullRequest, ...own } }),
        commitMessage: undefined,
        commitTrailers: commitTrailers.filter(({ key }) => !isCoverageTrailer(key)),
        stale: 'allow',
        goal: { kind: 'previous' },
        to: 'previous',
    };
}
function isCoverageTrailer(key) {
    return key.toLowerCase() === trailers/* COVERAGE_TRAILER */.tt.toLowerCase();
}
async function parseRollbackInputs(reader, options) {
    const to = reader.string('rollback-to') ?? '';
    if (to === '')
        reader.complain('rollback-to', `the rollback step needs it: ${GOAL_RULE}`);
    const shared = await (0,inputs_inputs/* parsePromoteInputs */.JI)(reader, { ...options, step: 'rollback' });
    return {
        ...shared,
        stale: 'allow',
        goal: to === '' ? { kind: 'previous' } : parseGoal(reader, to),
        to,
    };
}

// EXTERNAL MODULE: ./src/tag/inputs.ts + 1 modules
var tag_inputs = __nccwpck_require__(5312);
;// CONCATENATED MODULE: ./src/verify/inputs.ts
const VERIFY_INPUTS = [
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
];
const OF_ARGOCD = VERIFY_INPUTS.filter((input) => (input.startsWith('argocd-') && input !== 'argocd-server') ||
    input === 'gitops-commit' ||
    input === 'rollback-on-failure' ||
    input === 'sync-timeout');
async function parseVerifyInputs(reader, options) {
    const healthUrls = parseHealthUrls(reader);
    const server = parseServer(reader);
    if (!reader.has('argocd-server')) {
        for (const input of OF_ARGOCD.filter((name) => reader.has(name))) {
            reader.complain(input, 'given, but argocd-server is empty. Set argocd-server, or remove this input');
        }
        if (!reader.has('health-url')) {
            reader.complain('argocd-server', 'the verify step needs it: the address of Argo CD. Or give health-url');
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
function parseServer(reader) {
    const value = reader.string('argocd-server');
    if (value === undefined)
        return undefined;
    return parseUrl(reader, 'argocd-server', value.includes('://') ? value : `https://${value}`);
}
function parseUrl(reader, input, value) {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    if (url !== undefined && url.username + url.password !== '') {
        reader.complain(input, 'an address holds no credentials, which the log would show');
    }
    else if (url === undefined || !/^https?:$/.test(url.protocol) || url.hash !== '') {
        reader.reject(input, 'an address, https://…', value);
    }
    else if (input === 'argocd-server' && url.search !== '') {
        reader.reject(input, 'the address of Argo CD, https://…, without a query', value);
    }
    return value.replace(/\/+$/, '');
}
function parseHealthUrls(reader) {
    const urls = reader.lines('health-url').map((line) => {
        parseUrl(reader, 'health-url', line);
        return line;
    });
    return [...new Set(urls)];
}
async function parseArgoInputs(reader, server, options) {
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
function parseArgoToken(reader, { dryRunByDefault }) {
    const token = reader.string('argocd-token') ?? '';
    if (token === '' && !dryRunByDefault) {
        reader.complain('argocd-token', 'it is empty. Give a token of an account or a project role that may get the Applications; when it comes from a secret, the secret is empty or not visible to this job');
    }
    if (!/^[\x21-\x7e]*$/.test(token)) {
        reader.complain('argocd-token', 'expected a token, got text with white space or characters outside ASCII');
    }
    return token;
}
function parseAuthority(reader) {
    const authority = reader.string('argocd-ca');
    if (authority === undefined)
        return undefined;
    const isPem = /-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----/.test(authority);
    if (!isPem) {
        reader.complain('argocd-ca', 'expected certificates in PEM, from "-----BEGIN CERTIFICATE-----" on');
    }
    return authority;
}
function parseHeaders(reader) {
    return reader.lines('argocd-headers').flatMap((line, index) => {
        const { name, value } = parseHeaderLine(line) ?? {};
        if (name === undefined || value === undefined) {
            reader.complain('argocd-headers', `expected lines of the form Name: value, and line ${index + 1} is none`);
            return [];
        }
        if (name.toLowerCase() === 'authorization') {
            reader.complain('argocd-headers', 'Authorization holds argocd-token already. Remove it');
            return [];
        }
        return [[name, value]];
    });
}
function parseHeaderLine(line) {
    const { name, value } = /^(?<name>[!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(?<value>[\x20-\x7e]+)$/.exec(line.trim())
        ?.groups ?? {};
    return name === undefined || value === undefined ? undefined : { name, value };
}
function parseApplications(reader) {
    const project = reader.string('argocd-project');
    const lines = [...new Set(reader.lines('argocd-applications'))];
    if (lines.length === 0) {
        reader.complain('argocd-applications', 'the verify step needs it: the Applications to look at, one a line');
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
function parseGitOpsCommit(reader, { promotes, dryRunByDefault }) {
    const commit = reader.string('gitops-commit');
    if (commit === undefined) {
        if (promotes || dryRunByDefault)
            return undefined;
        reader.complain('gitops-commit', 'the verify step needs it where nothing is promoted in the same call: the output commit-sha of the job that promoted. It is empty there when nothing was promoted (stale, a dry run): run this job only when it is not (if: needs.JOB.outputs.commit-sha)');
        return undefined;
    }
    if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) {
        reader.reject('gitops-commit', 'a commit in full, 40 or 64 hex digits', commit);
    }
    return commit;
}

;// CONCATENATED MODULE: ./src/action/inputs.ts









const STEPS = [
    { name: 'coverage', keys: ['coverage-files'], inputs: COVERAGE_INPUTS },
    { name: 'tag', keys: ['image'], inputs: tag_inputs/* TAG_INPUTS */.P3 },
    { name: 'promote', keys: ['gitops-repository'], inputs: inputs_inputs/* PROMOTE_INPUTS */.Vs },
    { name: 'rollback', keys: ['rollback-to'], inputs: ROLLBACK_INPUTS },
    { name: 'verify', keys: ['argocd-server', 'health-url'], inputs: VERIFY_INPUTS },
];
const NOT_BESIDE_ROLLBACK = ['tag', 'promote'];
const OF_ANY_IMAGE = ['source-sha', 'short-sha-length'];
const COMMON_INPUTS = ['steps', 'token', 'dry-run'];
const INPUT_NAMES = [
    ...COMMON_INPUTS,
    ...STEPS.flatMap(({ inputs }) => inputs),
];
async function parseInputs(raw, context) {
    const reader = new InputReader(raw);
    const steps = parseSteps(reader);
    const dryRunReason = reader.has('dry-run') ? undefined : findDryRunReason(context);
    const dryRunByDefault = dryRunReason !== undefined;
    const dryRun = reader.boolean('dry-run') ?? dryRunByDefault;
    const runs = (step) => steps.includes(step);
    const promoteOptions = { context, dryRunByDefault, gateRuns: runs('coverage') };
    const coverage = runs('coverage') ? parseCoverageInputs(reader) : undefined;
    const image = takesImage(reader, steps) ? (0,tag_inputs/* parseTagInputs */.zV)(reader, runs('tag')) : undefined;
    const promote = runs('promote') ? await (0,inputs_inputs/* parsePromoteInputs */.JI)(reader, promoteOptions) : undefined;
    const rollback = runs('rollback') ? await parseRollbackInputs(reader, promoteOptions) : undefined;
    const inputs = {
        dryRun,
        dryRunByDefault,
        dryRunReason,
        toldCoverage: (0,inputs_inputs/* parseToldCoverage */.n6)(reader),
        ...(coverage && { coverage }),
        ...(image && { image }),
        ...(promote && { promote }),
        ...(rollback && { rollback }),
        ...(runs('verify') && {
            verify: await parseVerifyInputs(reader, {
                dryRunByDefault,
                promotes: runs('promote') || runs('rollback'),
                parsePlace: async () => promote ?? rollback ?? (await (0,inputs_inputs/* parsePromotedPlace */.Jt)(reader, promoteOptions)),
                parseRollback: async () => {
                    if (rollback)
                        refuseFurther(reader);
                    const undo = { ...promoteOptions, step: 'rollback' };
                    return undoPromotion(promote ?? (await (0,inputs_inputs/* parsePromoteInputs */.JI)(reader, undo)));
                },
            }),
        }),
    };
    const problems = [...findUnknown(raw), ...findOrphans(reader, steps), ...reader.problems];
    if (problems.length > 0)
        throw new errors/* PromoteError */.jG('invalid-input', renderProblems(problems));
    return inputs;
}
function refuseFurther(reader) {
    const problem = 'given with rollback-to: what was rolled back is not rolled back again by itself';
    reader.complain('rollback-on-failure', `${problem}. Remove one of the two`);
}
function takesImage(reader, steps) {
    if (steps.includes('tag'))
        return true;
    if (steps.includes('promote'))
        return !reader.has('promote-from');
    return steps.includes('verify') && !steps.includes('rollback') && reader.has('argocd-server');
}
function parseSteps(reader) {
    const named = reader.words('steps');
    const names = STEPS.map(({ name }) => name);
    for (const word of named) {
        if (!names.some((name) => name === word)) {
            reader.reject('steps', `steps among ${names.join(', ')}`, word);
        }
    }
    const isKeyed = ({ keys }) => keys.some((key) => reader.has(key));
    const rollsBack = reader.has('rollback-to');
    const run = STEPS.filter((step) => named.length > 0
        ? named.includes(step.name)
        : isKeyed(step) && !(rollsBack && NOT_BESIDE_ROLLBACK.includes(step.name)));
    refuseBoth(reader, named);
    if (run.length === 0 && named.length === 0) {
        const keys = STEPS.map(({ name, keys }) => `${keys.join(' or ')} (${name})`).join(', ');
        reader.complain('steps', `nothing to do: give at least one of the key inputs ${keys}`);
    }
    return run.map(({ name }) => name);
}
function refuseBoth(reader, named) {
    const beside = NOT_BESIDE_ROLLBACK.filter((step) => named.includes(step));
    if (!named.includes('rollback') || beside.length === 0)
        return;
    const problem = `rollback finds the image itself, and runs in a call without ${beside.join(' and ')}. Take ${beside.length > 1 ? 'them' : 'it'} out, or rollback`;
    reader.complain('steps', problem);
}
function findUnknown(raw) {
    const unknown = [...raw.keys()].filter((name) => !INPUT_NAMES.includes(name));
    return unknown.map((input) => {
        const nearest = (0,leven/* closestMatch */.h)(input, [...INPUT_NAMES]) ?? '';
        return { input, message: `there is no such input. Is ${nearest} meant?` };
    });
}
function findOrphans(reader, steps) {
    if (reader.has('steps'))
        return [];
    const copies = steps.includes('promote') && reader.has('promote-from');
    const rollsBack = steps.includes('rollback');
    const taken = [...(copies ? OF_ANY_IMAGE : []), ...(rollsBack ? SHARED_INPUTS : [])];
    const idle = STEPS.filter(({ name }) => !steps.includes(name));
    return idle.flatMap(({ name, keys, inputs }) => {
        const message = rollsBack && NOT_BESIDE_ROLLBACK.includes(name)
            ? `given, but with rollback-to nothing is promoted: a rollback finds itself what the targets go back to. Remove this input, or rollback-to`
            : `given, but the ${name} step does not run because ${keys.join(' and ')} ${keys.length > 1 ? 'are' : 'is'} empty. Set ${keys.join(' or ')}, remove this input, or say with steps what runs`;
        const given = inputs.filter((input) => reader.has(input) && !taken.includes(input));
        return given.map((input) => ({ input, message }));
    });
}
function renderProblems(problems) {
    return problems
        .map(({ input, message }) => `${input}: ${message}${/[.?]$/.test(message) ? '' : '.'}`)
        .join('\n');
}


/***/ }),

/***/ 5222:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  $: () => (/* binding */ renderOutputs)
});

// UNUSED EXPORTS: OUTPUT_NAMES

// EXTERNAL MODULE: ./src/action/report.ts
var action_report = __nccwpck_require__(1658);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __nccwpck_require__(3659);
;// CONCATENATED MODULE: ./src/action/result.ts


const BOUNDS = [
    { items: Infinity, characters: Infinity },
    { items: 100, characters: Infinity },
    { items: 100, characters: 10_000 },
    { items: 10, characters: 1000 },
    { items: 1, characters: 1000 },
];
const WHOLE_LIST = 'gates';
function renderResult(report) {
    const { coverage, image, promotion, verification, recovery, failure } = report;
    const failed = failure && { code: failure.code, message: failure.message };
    const steps = { coverage, image, promotion, verification, recovery };
    let text = JSON.stringify({ ...steps, failure: failed });
    const whole = JSON.parse(text);
    for (const bound of BOUNDS) {
        if (Buffer.byteLength(text) <= action_report/* SIZE_LIMIT */.u)
            break;
        const cut = new Set();
        const left = shrink(whole, '', bound, cut);
        text = JSON.stringify({ cut: [...cut], ...((0,json/* isJsonObject */.OW)(left) && left) });
    }
    return text;
}
function shrink(value, place, bound, cut) {
    if (typeof value === 'string') {
        if (value.length <= bound.characters)
            return value;
        cut.add(`${place}: the first ${bound.characters} of ${value.length} characters`);
        return value.slice(0, bound.characters);
    }
    if (Array.isArray(value)) {
        const items = place.endsWith(`.${WHOLE_LIST}`) ? value.length : bound.items;
        if (value.length > items)
            cut.add(`${place}: the first ${items} of ${value.length}`);
        return value.slice(0, items).map((item) => shrink(item, `${place}[]`, bound, cut));
    }
    if (!(0,json/* isJsonObject */.OW)(value))
        return value;
    const entries = Object.entries(value).flatMap(([key, inner]) => {
        const at = place === '' ? key : `${place}.${key}`;
        if (key !== 'diff')
            return [[key, shrink(inner, at, bound, cut)]];
        cut.add(at);
        return [];
    });
    return Object.fromEntries(entries);
}

// EXTERNAL MODULE: ./src/base/image.ts
var base_image = __nccwpck_require__(1860);
// EXTERNAL MODULE: ./src/tag/labels.ts
var tag_labels = __nccwpck_require__(8925);
;// CONCATENATED MODULE: ./src/action/outputs.ts



const OUTPUT_NAMES = (/* unused pure expression or super */ null && ([
    'coverage',
    'coverage-covered',
    'coverage-total',
    'coverage-metric',
    'coverage-verdict',
    'image',
    'image-repository',
    'tag',
    'digest',
    'short-sha',
    'source-sha',
    'tags',
    'labels',
    'annotations',
    'json',
    'version',
    'changed',
    'would-change',
    'commit-sha',
    'commit-url',
    'commit-verified',
    'previous-image',
    'reason',
    'pull-request-number',
    'pull-request-url',
    'pull-request-operation',
    'rolled-back-commits',
    'verify-verdict',
    'synced-after',
    'healthy-after',
    'result',
]));
function renderOutputs(report) {
    const { coverage, image, promotion, verification, recovery, failure } = report;
    const reason = failure?.code ?? promotion?.reason;
    return {
        ...(coverage && coverageOutputs(coverage)),
        ...(image && imageOutputs(image)),
        ...(promotion && promotionOutputs(promotion)),
        ...(verification && verifyOutputs(verification)),
        ...(recovery && rollbackOutputs(recovery.rollback)),
        changed: String(promotion?.changed === true || recovery?.rollback.changed === true),
        ...(reason !== undefined && { reason }),
        result: renderResult(report),
    };
}
function coverageOutputs({ verdict, measured }) {
    return {
        'coverage-verdict': verdict,
        ...(measured && {
            coverage: measured.percent,
            'coverage-covered': String(measured.covered),
            'coverage-total': String(measured.total),
            'coverage-metric': measured.metric,
        }),
    };
}
function imageOutputs(result) {
    const { image, names, labels, annotations = [], version, sourceSha, shortSha } = result;
    return {
        ...((0,base_image/* isDeployable */.M4)(image) && { image: (0,base_image/* renderImageReference */.NL)(image) }),
        'image-repository': image.repository,
        ...(image.tag !== undefined && { tag: image.tag }),
        ...(image.digest !== undefined && { digest: image.digest }),
        ...(shortSha !== undefined && { 'short-sha': shortSha }),
        ...(sourceSha !== undefined && { 'source-sha': sourceSha }),
        tags: names.join('\n'),
        labels: (0,tag_labels/* renderLabelLines */.Qp)(labels),
        annotations: (0,tag_labels/* renderLabelLines */.Qp)(annotations),
        json: renderMetadata(result),
        ...(version !== undefined && { version }),
    };
}
function renderMetadata({ image, names, labels, annotations = [] }) {
    const start = `${image.repository}:`;
    const ofFirst = names.filter((name) => name.startsWith(start));
    return JSON.stringify({
        tags: names,
        'tag-names': ofFirst.map((name) => name.slice(start.length)),
        labels: Object.fromEntries(labels.map(tag_labels/* splitLabel */.dT)),
        annotations,
    });
}
function promotionOutputs(result) {
    const { targets, wouldChange, commit, pullRequest, pullRequestOperation } = result;
    const [first] = targets;
    return {
        ...(wouldChange !== undefined && { 'would-change': String(wouldChange) }),
        ...(commit && { 'commit-sha': commit.sha }),
        ...(commit?.url !== undefined && { 'commit-url': commit.url }),
        ...(commit?.isVerified !== undefined && { 'commit-verified': String(commit.isVerified) }),
        ...(first?.previousImage && {
            'previous-image': (0,base_image/* renderImageReference */.NL)(first.previousImage),
        }),
        ...(pullRequest && {
            'pull-request-number': String(pullRequest.number),
            'pull-request-url': pullRequest.url,
        }),
        ...(pullRequestOperation && { 'pull-request-operation': pullRequestOperation }),
        ...rollbackOutputs(result),
    };
}
function rollbackOutputs({ takenBack }) {
    return takenBack === undefined ? {} : { 'rolled-back-commits': String(takenBack.count) };
}
function verifyOutputs({ verdict, syncedAfter, healthyAfter }) {
    return {
        'verify-verdict': verdict,
        ...(syncedAfter !== undefined && { 'synced-after': String(syncedAfter) }),
        ...(healthyAfter !== undefined && { 'healthy-after': String(healthyAfter) }),
    };
}


/***/ }),

/***/ 3015:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   IF: () => (/* binding */ renderCommitLink),
/* harmony export */   ju: () => (/* binding */ renderPipeline),
/* harmony export */   sy: () => (/* binding */ describePipeline)
/* harmony export */ });
/* harmony import */ var _result_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2695);
/* harmony import */ var _verify_summary_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1028);
/* harmony import */ var _base_image_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1860);
/* harmony import */ var _base_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2584);




function describePipeline(inputs, context) {
    const { coverage, image, promote, verify, toldCoverage } = inputs;
    const { repository, repositoryUrl, runUrl, apiUrl } = context;
    const serverUrl = repositoryUrl.slice(0, repositoryUrl.length - repository.length);
    const { target, place, commit: sha } = verify?.argocd ?? {};
    const isHere = place?.target.apiUrl === apiUrl;
    const url = isHere ? `${serverUrl}${place.target.repository}/commit/${sha ?? ''}` : undefined;
    return {
        asked: {
            coverage: coverage !== undefined,
            image: image !== undefined || promote?.from !== undefined,
            promotion: promote !== undefined,
            verification: verify !== undefined,
        },
        toldCoverage,
        runUrl,
        sourceUrl: repositoryUrl,
        serverUrl,
        commit: sha === undefined ? undefined : { sha, url },
        argocdUrl: target?.server,
        healthUrls: verify?.healthUrls ?? [],
    };
}
const LISTED_LINKS = 20;
function renderPipeline(report) {
    const { pipeline } = report;
    if (pipeline === undefined)
        return [];
    const rows = [coverageRow, imageRow, commitRow, deploymentRow, recoveryRow].flatMap((rowOf) => {
        const row = rowOf(report, pipeline);
        return row === undefined ? [] : [row];
    });
    if (rows.length < 2)
        return [];
    const cells = rows.map(([step, result, links]) => [step, result, renderList(links)]);
    return [`### Pipeline\n\n${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .renderTable */ .bo)(['Step', 'Result', 'Link'], cells)}`];
}
function renderList(links) {
    const left = links.length - LISTED_LINKS;
    return [...links.slice(0, LISTED_LINKS), ...(left > 0 ? [`${left} more`] : [])].join(', ');
}
function coverageRow({ coverage }, pipeline) {
    const { asked, toldCoverage, runUrl } = pipeline;
    const links = [(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .renderLink */ .BK)('run', runUrl)];
    if (coverage !== undefined) {
        const { measured, verdict } = coverage;
        return ['Coverage', measured ? `${measured.percent}%, ${verdict}` : verdict, links];
    }
    if (asked.coverage)
        return ['Coverage', 'no result', links];
    if (toldCoverage === undefined)
        return undefined;
    const isNumber = /^\d+(?:\.\d+)?$/.test(toldCoverage);
    return ['Coverage', (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .renderText */ .S5)(isNumber ? `${toldCoverage}%` : toldCoverage), links];
}
function imageRow({ image: result }, pipeline) {
    if (result === undefined)
        return pipeline.asked.image ? ['Image', 'no result', []] : undefined;
    const { image, sourceSha, sourceRepository } = result;
    const deployed = (0,_base_image_js__WEBPACK_IMPORTED_MODULE_2__/* .isDeployable */ .M4)(image) ? (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .renderCode */ .cR)((0,_base_image_js__WEBPACK_IMPORTED_MODULE_2__/* .renderImageReference */ .NL)(image)) : 'none';
    if (sourceSha === undefined)
        return ['Image', deployed, []];
    const page = sourceRepository === undefined
        ? pipeline.sourceUrl
        : `${pipeline.serverUrl}${sourceRepository}`;
    const name = `built from ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .renderCode */ .cR)(sourceSha.slice(0, 12))}`;
    return ['Image', deployed, [(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .renderLink */ .BK)(name, `${page}/commit/${sourceSha}`)]];
}
function commitRow({ promotion, failure }, pipeline) {
    if (promotion !== undefined) {
        return ['Commit', (0,_result_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOutcome */ .sM)(promotion), linkPromotion(promotion)];
    }
    if (pipeline.asked.promotion) {
        const isOpen = failure?.code === 'outcome-unknown';
        return ['Commit', isOpen ? 'not known' : 'nothing was written', []];
    }
    const { commit } = pipeline;
    return commit && ['Commit', 'of an earlier job', [renderCommitLink(commit)]];
}
function linkPromotion({ commit, pullRequest }) {
    return [
        ...(commit ? [renderCommitLink(commit) + (0,_result_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .renderVerified */ .xi)(commit.isVerified)] : []),
        ...(pullRequest ? [(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .renderLink */ .BK)(`#${pullRequest.number}`, pullRequest.url)] : []),
    ];
}
function recoveryRow({ recovery }) {
    if (recovery === undefined)
        return undefined;
    const { rollback, verification } = recovery;
    const result = `${(0,_result_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOutcome */ .sM)(rollback)}, ${_verify_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .VERDICTS */ .b[verification.verdict]}`;
    return ['Rollback', result, linkPromotion(rollback)];
}
function renderCommitLink({ sha, url }) {
    const name = (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .renderCode */ .cR)(sha.slice(0, 12));
    return url === undefined ? name : (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .renderLink */ .BK)(name, url);
}
function deploymentRow({ verification }, pipeline) {
    const { asked, argocdUrl = '', healthUrls } = pipeline;
    if (!asked.verification)
        return undefined;
    const applications = verification?.applications ?? [];
    const links = [
        ...applications.map(({ name }) => (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .renderLink */ .BK)((0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .renderCode */ .cR)(name), `${argocdUrl}/applications/${name}`)),
        ...healthUrls.map((url) => (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .renderLink */ .BK)((0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .renderCode */ .cR)(url), url)),
    ];
    return ['Deployment', verification ? _verify_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .VERDICTS */ .b[verification.verdict] : 'no result', links];
}


/***/ }),

/***/ 1658:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ SIZE_LIMIT)
/* harmony export */ });
const SIZE_LIMIT = 512 * 1024;


/***/ }),

/***/ 2695:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   WM: () => (/* binding */ renderPullRequestState),
/* harmony export */   ek: () => (/* binding */ renderPromotionLine),
/* harmony export */   es: () => (/* binding */ renderImageLine),
/* harmony export */   fP: () => (/* binding */ renderCoverageLine),
/* harmony export */   sM: () => (/* binding */ nameOutcome),
/* harmony export */   xi: () => (/* binding */ renderVerified)
/* harmony export */ });
/* harmony import */ var _base_image_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1860);

function renderCoverageLine({ verdict, measured }) {
    if (measured === undefined)
        return `Coverage: ${verdict}.`;
    const { percent, covered, total, metric } = measured;
    return `Coverage: ${verdict}, ${percent}% (${covered} of ${total}, ${metric}).`;
}
function renderImageLine({ image, sourceSha }) {
    if (!(0,_base_image_js__WEBPACK_IMPORTED_MODULE_0__/* .isDeployable */ .M4)(image))
        return 'Image: none, since no rule gives a tag on this event.';
    const commit = sourceSha === undefined ? 'a commit that is not known' : `commit ${sourceSha}`;
    return `Image: ${(0,_base_image_js__WEBPACK_IMPORTED_MODULE_0__/* .renderImageReference */ .NL)(image)}, built from ${commit}.`;
}
function nameOutcome({ reason, takenBack }) {
    return takenBack !== undefined && reason === 'promoted' ? 'rolled back' : PROMOTED[reason];
}
const PROMOTED = {
    promoted: 'promoted',
    unchanged: 'nothing had to change',
    stale: 'nothing was promoted, a newer commit is there',
    'rolled-back': 'nothing was promoted, it was taken back',
    'pull-request': 'a pull request asks for it',
    'dry-run': 'dry run, nothing was written',
    failed: 'not done',
};
function renderPromotionLine(promotion, mode) {
    const { reason, repository, problem, takenBack } = promotion;
    const what = renderWhat(promotion);
    const pullRequest = renderPullRequestState(promotion);
    const step = takenBack === undefined ? 'Promotion' : 'Rollback';
    const taken = renderTakenCount(takenBack);
    switch (reason) {
        case 'promoted':
            return `${step}: ${pullRequest}${pullRequest && ' '}${repository} asks for ${what}${renderCommit(promotion)}${taken}.`;
        case 'unchanged':
            return `${step}: nothing had to change, ${repository} asks for ${what} already${renderCommit(promotion)}.`;
        case 'pull-request':
            return `${step}: ${pullRequest} It asks for ${what} in ${repository}${renderCommit(promotion)}${taken}.`;
        case 'stale':
            return `${step}: nothing was written to ${repository}, a newer commit than that of ${what} is there.`;
        case 'rolled-back':
            return `${step}: nothing was written to ${repository}, ${what} was taken back there, or is held.`;
        case 'dry-run':
            return `${step}: ${renderDryRunOutcome(promotion, mode)}`;
        case 'failed':
            return `${step}: not done (${problem?.code ?? 'failed'}). ${renderLeft(promotion)}`;
    }
}
function renderTakenCount(takenBack) {
    if (takenBack === undefined || takenBack.count === 0)
        return '';
    const { count, repository } = takenBack;
    return `; ${count} commit${count === 1 ? '' : 's'} of ${repository} ${count === 1 ? 'is' : 'are'} taken back`;
}
function renderWhat({ targets: [first] }) {
    return first === undefined ? 'the image' : (0,_base_image_js__WEBPACK_IMPORTED_MODULE_0__/* .renderImageReference */ .NL)(first.image);
}
function renderCommit({ commit }) {
    if (commit === undefined)
        return '';
    const { sha, url, isVerified } = commit;
    return `, commit ${url ?? sha}${renderVerified(isVerified)}`;
}
function renderVerified(isVerified) {
    if (isVerified === undefined)
        return '';
    return isVerified ? ' (verified)' : ' (not verified)';
}
function renderPlace({ number, url }) {
    return `#${number} (${url})`;
}
const OPERATIONS = {
    created: 'was created',
    updated: 'was updated',
    merged: 'was merged',
    none: 'is there already, with nothing to do',
};
function renderPullRequestState({ pullRequest, pullRequestOperation = 'none', }) {
    if (pullRequest === undefined)
        return '';
    const { labels = [], reviewers = [], autoMerge } = pullRequest;
    const merging = autoMerge === undefined ? 'is off' : `(${autoMerge}) is on`;
    return [
        `Pull request ${renderPlace(pullRequest)} ${OPERATIONS[pullRequestOperation]}.`,
        ...(labels.length === 0 ? [] : [`Labels added: ${labels.join(', ')}.`]),
        ...(reviewers.length === 0 ? [] : [`Asked for a review: ${reviewers.join(', ')}.`]),
        ...(pullRequestOperation === 'merged' ? [] : [`Auto-merge ${merging}.`]),
    ].join(' ');
}
function renderDryRunOutcome({ targets }, { dryRun, dryRunReason }) {
    const changing = targets.filter(({ diff }) => diff !== '').length;
    const shown = targets.length === 0
        ? 'the GitOps repository could not be read'
        : `${changing} of ${targets.length} targets would change`;
    const why = dryRun && dryRunReason !== undefined ? ` It is one because ${dryRunReason}.` : '';
    return `dry run, nothing was written; ${shown}.${why}`;
}
function renderLeft(promotion) {
    const { changed, mayHaveLanded = false, commit, pullRequest, problem } = promotion;
    if (pullRequest !== undefined)
        return renderPullRequestState(promotion);
    if (changed && commit !== undefined)
        return `Commit ${commit.url ?? commit.sha} was made.`;
    const isUnknown = mayHaveLanded || problem?.code === 'outcome-unknown';
    if (isUnknown)
        return 'Whether the commit landed is not known.';
    return 'Nothing was written.';
}


/***/ }),

/***/ 6410:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  B: () => (/* binding */ renderSummary)
});

// EXTERNAL MODULE: ./src/base/markdown.ts
var markdown = __nccwpck_require__(2584);
;// CONCATENATED MODULE: ./src/action/coverage-summary.ts

const LISTED_FILES = 100;
function renderCoverage(result) {
    const { verdict, message, measured, gates = [], filesBelow = [], worstFiles = [] } = result;
    const below = filesBelow.slice(0, LISTED_FILES);
    const listed = new Set(below.map(({ path }) => path));
    const others = worstFiles.filter(({ path }) => !listed.has(path));
    return [
        `### Coverage: ${verdict}`,
        ...(measured === undefined ? [] : [`Measured by ${(0,markdown/* renderCode */.cR)(measured.tool)}`]),
        ...(gates.length === 0 ? [] : [renderGates(gates)]),
        ...message.split('\n').map(markdown/* renderText */.S5),
        ...renderFiles(renderFileCount(filesBelow.length), below),
        ...renderFiles('Files with the least covered', others),
    ];
}
function renderFileCount(count) {
    return `${count} ${count === 1 ? 'file' : 'files'} below coverage-min-file`;
}
function renderGates(gates) {
    const head = ['Gate', 'Metric', 'Covered', 'Total', 'Coverage', 'Required', 'Verdict'];
    const rows = gates.map(({ gate, measured, required, verdict }) => [
        (0,markdown/* renderCode */.cR)(gate),
        ...(measured === undefined
            ? ['', '', '', '']
            : [measured.metric, String(measured.covered), String(measured.total), renderShare(measured)]),
        renderRequired(gate, required),
        verdict,
    ]);
    return (0,markdown/* renderTable */.bo)(head, rows);
}
function renderShare({ covered, total, percent }) {
    const tenths = total === 0 ? 0 : (10 * covered - ((10 * covered) % total)) / total;
    return `${(0,markdown/* renderCode */.cR)('█'.repeat(tenths) + '░'.repeat(10 - tenths))} ${percent}%`;
}
function renderRequired(gate, required) {
    if (required === undefined)
        return '';
    return gate === 'coverage-max-drop' ? `${required} points` : `${required}%`;
}
function renderFiles(title, files) {
    if (files.length === 0)
        return [];
    const rows = files.map((file) => [
        (0,markdown/* renderCode */.cR)(file.path),
        String(file.covered),
        String(file.total),
        renderShare(file),
    ]);
    const table = (0,markdown/* renderTable */.bo)(['File', 'Covered lines', 'Lines', 'Coverage'], rows);
    return [`<details><summary>${title}</summary>\n\n${table}\n\n</details>`];
}

// EXTERNAL MODULE: ./src/action/verify-summary.ts
var verify_summary = __nccwpck_require__(1028);
// EXTERNAL MODULE: ./src/action/pipeline-summary.ts
var pipeline_summary = __nccwpck_require__(3015);
// EXTERNAL MODULE: ./src/action/report.ts
var action_report = __nccwpck_require__(1658);
// EXTERNAL MODULE: ./src/action/result-lines.ts
var result_lines = __nccwpck_require__(2695);
// EXTERNAL MODULE: ./src/base/image.ts
var base_image = __nccwpck_require__(1860);
// EXTERNAL MODULE: ./src/promote/model/result.ts
var result = __nccwpck_require__(8245);
;// CONCATENATED MODULE: ./src/action/summary.ts








const CUT = 'The summary is cut here: it is larger than 512 KiB.\n\n';
function renderSummary(report) {
    const { coverage, image, promotion, verification, recovery, failure } = report;
    const steps = [
        ...(coverage ? renderCoverage(coverage) : []),
        ...(image ? imageParts(image) : []),
        ...(promotion ? promotionParts(promotion) : []),
        ...(verification ? (0,verify_summary/* renderVerification */.Y)(verification) : []),
        ...(recovery ? promotionParts(recovery.rollback) : []),
        ...(recovery ? (0,verify_summary/* renderVerification */.Y)(recovery.verification) : []),
    ];
    const glance = joinParts((0,pipeline_summary/* renderPipeline */.ju)(report), action_report/* SIZE_LIMIT */.u);
    const ending = failure ? joinParts(failureParts(report, failure), roomBeside(glance + CUT)) : '';
    return joinParts(steps, roomBeside(ending + glance)) + ending + glance;
}
function roomBeside(text) {
    return action_report/* SIZE_LIMIT */.u - Buffer.byteLength(text);
}
function imageParts(result) {
    const { image, names, sourceSha, rules, registry } = result;
    const deployed = (0,base_image/* isDeployable */.M4)(image) ? (0,markdown/* renderCode */.cR)((0,base_image/* renderImageReference */.NL)(image)) : 'nothing';
    const rows = [['Deploy', deployed]];
    if (sourceSha !== undefined)
        rows.push(['Source commit', (0,markdown/* renderCode */.cR)(sourceSha)]);
    if (registry !== undefined)
        rows.push(...registryRows(registry));
    for (const name of rules ? names : [])
        rows.push(['Push', (0,markdown/* renderCode */.cR)(name)]);
    const table = (0,markdown/* renderTable */.bo)(['', 'Value'], rows);
    return ['### Image', table, ...(rules ? [renderRules(rules)] : [])];
}
function registryRows(registry) {
    const { digest, platforms, revision } = registry;
    return [
        ['Digest in the registry', (0,markdown/* renderCode */.cR)(digest)],
        ...(platforms.length === 0 ? [] : [['Platforms', platforms.map(markdown/* renderCode */.cR).join(', ')]]),
        ...(revision === undefined ? [] : [['Built from', (0,markdown/* renderCode */.cR)(revision)]]),
    ];
}
function renderRules(rules) {
    const rows = rules.map((rule) => [
        (0,markdown/* renderCode */.cR)(rule.source),
        rule.outcome === 'tag' ? (0,markdown/* renderCode */.cR)(rule.tag) : (0,markdown/* renderText */.S5)(rule.reason),
    ]);
    return (0,markdown/* renderTable */.bo)(['Rule', 'Tag'], rows);
}
function promotionParts(promotion) {
    const { reason, repository, targets, problem } = promotion;
    const where = [`In ${(0,markdown/* renderCode */.cR)(repository)}`, ...renderLinks(promotion)].join(', ');
    const why = problem === undefined ? [] : [(0,markdown/* renderText */.S5)(problem.message)];
    const shown = (0,result/* isKeptBack */.c)(reason) ? [] : targets;
    const step = promotion.takenBack === undefined ? 'Promotion' : 'Rollback';
    const title = `### ${step}: ${(0,result_lines/* nameOutcome */.sM)(promotion)}`;
    const parts = [...pullRequestParts(promotion), ...why, ...rollbackParts(promotion)];
    return [title, where, ...parts, ...shown.flatMap(targetParts)];
}
function rollbackParts({ takenBack }) {
    if (takenBack === undefined || takenBack.count === 0)
        return [];
    const { repository, commits, count } = takenBack;
    const rows = commits.map(({ sha, subject = '' }) => [
        (0,markdown/* renderCode */.cR)(sha.slice(0, 12)),
        (0,markdown/* renderText */.S5)(subject),
    ]);
    const more = count - commits.length;
    return [
        `Taken back of ${(0,markdown/* renderCode */.cR)(repository)}: ${count} commit${count === 1 ? '' : 's'}${more > 0 ? `, of which the newest ${commits.length} are listed` : ''}`,
        (0,markdown/* renderTable */.bo)(['Commit', 'Subject'], rows),
    ];
}
function pullRequestParts(promotion) {
    if (promotion.pullRequestOperation === undefined)
        return [];
    const told = (0,result_lines/* renderPullRequestState */.WM)(promotion);
    return told === '' ? [] : [(0,markdown/* renderText */.S5)(told)];
}
function renderLinks({ commit, pullRequest }) {
    return [
        ...(commit ? [`commit ${(0,pipeline_summary/* renderCommitLink */.IF)(commit)}${(0,result_lines/* renderVerified */.xi)(commit.isVerified)}`] : []),
        ...(pullRequest
            ? [`pull request ${(0,markdown/* renderLink */.BK)(`#${pullRequest.number}`, pullRequest.url)}`]
            : []),
    ];
}
function targetParts({ file, imageName, image, previousImage, diff }) {
    const table = (0,markdown/* renderTable */.bo)(['File', 'Entry', 'Before', 'After'], [
        [
            file,
            imageName,
            previousImage ? (0,base_image/* renderImageReference */.NL)(previousImage) : 'none known',
            (0,base_image/* renderImageReference */.NL)(image),
        ].map(markdown/* renderCode */.cR),
    ]);
    return diff === '' ? [table] : [table, (0,markdown/* renderCodeBlock */.XD)(diff, 'diff')];
}
function failureParts(report, { code, message }) {
    const told = [
        report.coverage?.message,
        report.promotion?.problem?.message,
        report.verification?.message,
    ].includes(message);
    return [
        `### Failed: ${code}`,
        ...(told ? [] : [(0,markdown/* renderText */.S5)(message)]),
        ...renderWritten(report, code),
    ];
}
function renderWritten({ promotion, mayWrite }, code) {
    if (promotion?.pullRequest && promotion.reason !== 'promoted') {
        return [`The pull request #${promotion.pullRequest.number} is open.`];
    }
    if (promotion?.changed) {
        const what = promotion.takenBack === undefined ? 'promotion' : 'rollback';
        return [`The ${what} itself was committed.`];
    }
    if (promotion?.mayHaveLanded || code === 'outcome-unknown') {
        return ['Whether the commit landed is not known.'];
    }
    if (mayWrite === undefined)
        return ['Nothing was written.'];
    return mayWrite ? ['Nothing was written to a GitOps branch.'] : [];
}
function joinParts(parts, limit) {
    let summary = '';
    for (const part of parts) {
        const next = `${summary}${part}\n\n`;
        if (Buffer.byteLength(next) > limit - CUT.length)
            return `${summary}${CUT}`;
        summary = next;
    }
    return summary;
}


/***/ }),

/***/ 1028:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ renderVerification),
/* harmony export */   b: () => (/* binding */ VERDICTS)
/* harmony export */ });
/* harmony import */ var _base_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2584);

const VERDICTS = {
    healthy: 'healthy',
    superseded: 'superseded by a later commit',
    failed: 'not as it has to be',
    unknown: 'not known',
};
function renderVerification(result) {
    const { verdict, message, applications, endpoints, warnings } = result;
    return [
        `### Verify: ${VERDICTS[verdict]}`,
        (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .renderText */ .S5)(message),
        ...(applications.length > 0 ? [renderApplications(applications)] : []),
        ...(endpoints.length > 0 ? [renderEndpoints(result)] : []),
        ...renderTimeline(result),
        ...warnings.map((warning) => `Warning: ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .renderText */ .S5)(warning)}`),
    ];
}
function renderApplications(applications) {
    const rows = applications.map(({ name, revision, sync, health, verdict, ...moments }) => [
        (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .renderCode */ .cR)(name),
        revision === ''
            ? ''
            : (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .renderCode */ .cR)(revision.replace(/[0-9a-f]{40,}/g, (sha) => sha.slice(0, 12))),
        (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .renderText */ .S5)(sync),
        (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .renderText */ .S5)(health),
        renderSeconds(moments.syncedAfter),
        renderSeconds(moments.healthyAfter),
        (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .renderText */ .S5)(VERDICTS[verdict]),
    ]);
    return (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .renderTable */ .bo)(['Application', 'Revision', 'Sync', 'Health', 'Synced after', 'Healthy after', 'Verdict'], rows);
}
function renderEndpoints({ endpoints }) {
    const rows = endpoints.map(({ url, last, isAnswering }) => [
        (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .renderCode */ .cR)(url),
        (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .renderText */ .S5)(last),
        isAnswering ? 'answers' : 'does not answer',
    ]);
    return (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .renderTable */ .bo)(['Address', 'Last answer', ''], rows);
}
function renderTimeline(result) {
    const { commit, seenAfter, syncedAfter, healthyAfter, answeringAfter } = result;
    const moments = [
        ['Seen', seenAfter],
        ['Synced', syncedAfter],
        ['Healthy', healthyAfter],
        ['Answering', answeringAfter],
    ];
    const known = moments.filter(([, seconds]) => seconds !== undefined);
    if (known.length === 0)
        return [];
    const head = [...(commit === undefined ? [] : ['Committed']), ...known.map(([name]) => name)];
    const row = [
        ...(commit === undefined ? [] : [(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .renderCode */ .cR)(commit.slice(0, 12))]),
        ...known.map(([, seconds]) => renderSeconds(seconds)),
    ];
    return [(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .renderTable */ .bo)(head, [row])];
}
function renderSeconds(seconds) {
    return seconds === undefined ? '' : `${seconds} s`;
}


/***/ }),

/***/ 8072:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  ab: () => (/* binding */ assertWorkflow),
  Aq: () => (/* binding */ enterWorkspace),
  ET: () => (/* binding */ readRunnerEnvironment)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __nccwpck_require__(4758);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __nccwpck_require__(3659);
;// CONCATENATED MODULE: ./src/base/context.ts





function readRunnerEnvironment(env = process.env) {
    return { context: readContext(env), rawInputs: readRawInputs(env) };
}
function readRawInputs(env) {
    const inputs = new Map();
    for (const [name, value] of Object.entries(env)) {
        if (name.startsWith('INPUT_'))
            inputs.set(name.slice(6).toLowerCase(), value ?? '');
    }
    return inputs;
}
function readContext(env) {
    const repository = readVariable(env, 'GITHUB_REPOSITORY', /^[^/\s]+\/[^/\s]+$/, 'owner/name');
    const attempt = Number(readVariable(env, 'GITHUB_RUN_ATTEMPT', /^[1-9]\d*$/, 'a number') || '1');
    const serverUrl = readOrDefault(env, 'GITHUB_SERVER_URL', 'https://github.com');
    const repositoryUrl = `${serverUrl}/${repository}`;
    const run = `${repositoryUrl}/actions/runs/${readOrDefault(env, 'GITHUB_RUN_ID', '0')}`;
    return {
        eventName: readVariable(env, 'GITHUB_EVENT_NAME', /^\w+$/, 'the name of an event'),
        payload: readPayload(readOrDefault(env, 'GITHUB_EVENT_PATH', '')),
        repository,
        sha: readVariable(env, 'GITHUB_SHA', /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, 'a full commit SHA'),
        ref: readOrDefault(env, 'GITHUB_REF', ''),
        workspace: readOrDefault(env, 'GITHUB_WORKSPACE', process.cwd()),
        repositoryUrl,
        startedAt: Date.now(),
        sourceDateEpoch: readOrDefault(env, 'SOURCE_DATE_EPOCH', ''),
        annotationsLevels: readOrDefault(env, 'DOCKER_METADATA_ANNOTATIONS_LEVELS', 'manifest'),
        apiUrl: readOrDefault(env, 'GITHUB_API_URL', 'https://api.github.com').replace(/\/+$/, ''),
        runAttempt: attempt,
        runUrl: attempt > 1 ? `${run}/attempts/${attempt}` : run,
        dockerConfig: readOrDefault(env, 'DOCKER_CONFIG', (0,external_node_path_namespaceObject.join)((0,external_node_os_.homedir)(), '.docker')),
    };
}
function readOrDefault(env, name, fallback) {
    const value = env[name];
    return value === undefined || value === '' ? fallback : value;
}
function readVariable(env, name, shape, expected) {
    const value = readOrDefault(env, name, '');
    if (value === '' || shape.test(value))
        return value;
    throw malformed(name, expected, value);
}
function malformed(name, expected, value, cause) {
    return new errors/* PromoteError */.jG('invalid-context', `${name}: expected ${expected}, got ${JSON.stringify(value)}. The runner sets it; outside a runner set it yourself.`, { cause });
}
function assertWorkflow({ repository, sha, eventName }) {
    if (repository === '')
        throw malformed('GITHUB_REPOSITORY', 'owner/name', '');
    if (sha === '')
        throw malformed('GITHUB_SHA', 'a full commit SHA', '');
    if (eventName === '')
        throw malformed('GITHUB_EVENT_NAME', 'the name of an event', '');
}
function enterWorkspace(context) {
    const { workspace } = context;
    try {
        process.chdir(workspace);
        const entered = process.cwd();
        return entered === workspace
            ? context
            : { ...context, workspace: entered, workspaceLink: workspace };
    }
    catch (cause) {
        throw malformed('GITHUB_WORKSPACE', 'a directory', workspace, cause);
    }
}
function readPayload(path) {
    if (path === '')
        return {};
    let payload;
    try {
        payload = JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch (cause) {
        throw malformed('GITHUB_EVENT_PATH', 'a readable JSON file', path, cause);
    }
    return (0,json/* isJsonObject */.OW)(payload) ? payload : {};
}


/***/ }),

/***/ 4581:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ parseDate)
/* harmony export */ });
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
function parseDate(date) {
    if (typeof date !== 'string' || !MOMENT.test(date))
        return undefined;
    const moment = Date.parse(date);
    return Number.isNaN(moment) ? undefined : moment;
}


/***/ }),

/***/ 4758:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Qk: () => (/* binding */ chooseFailure),
/* harmony export */   XO: () => (/* binding */ asPromoteError),
/* harmony export */   dg: () => (/* binding */ isTransient),
/* harmony export */   j3: () => (/* binding */ settleAll),
/* harmony export */   jG: () => (/* binding */ PromoteError),
/* harmony export */   oJ: () => (/* binding */ readOrUndefined)
/* harmony export */ });
class PromoteError extends Error {
    code;
    isTransient;
    isLimit;
    mayAppear;
    retryAt;
    constructor(code, message, options = {}) {
        super(message, { cause: options.cause });
        this.name = 'PromoteError';
        this.code = code;
        this.isTransient = options.isTransient ?? code === 'unavailable';
        this.isLimit = options.isLimit ?? false;
        this.mayAppear = options.mayAppear ?? false;
        this.retryAt = options.retryAt;
    }
}
function asPromoteError(error) {
    if (error instanceof PromoteError)
        return error;
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return new PromoteError('internal', `A defect of gitops-promote, please report it: ${detail}`, {
        cause: error,
    });
}
async function readOrUndefined(read) {
    try {
        return await read;
    }
    catch (error) {
        if (error instanceof PromoteError && error.code !== 'unavailable')
            return undefined;
        throw error;
    }
}
async function settleAll(promises) {
    const settled = await Promise.allSettled(promises);
    const failures = settled.flatMap((each) => each.status === 'rejected' ? [{ reason: each.reason }] : []);
    if (failures.length > 0)
        throw chooseFailure(failures.map(({ reason }) => reason));
    return Promise.all(promises);
}
function chooseFailure(failures) {
    const final = failures.find((failure) => !isTransient(failure));
    return final ?? failures.filter(isTransient).toSorted((a, b) => waitOf(b) - waitOf(a))[0];
}
function isTransient(failure) {
    return failure instanceof PromoteError && failure.isTransient;
}
function waitOf({ retryAt = 0 }) {
    return retryAt;
}


/***/ }),

/***/ 1860:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   Kx: () => (/* binding */ TAG_RULE),
/* harmony export */   M$: () => (/* binding */ DIGEST_RULE),
/* harmony export */   M4: () => (/* binding */ isDeployable),
/* harmony export */   NL: () => (/* binding */ renderImageReference),
/* harmony export */   Rx: () => (/* binding */ splitDomain),
/* harmony export */   Uc: () => (/* binding */ toImageReference),
/* harmony export */   Y1: () => (/* binding */ normalizeRepository),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   h9: () => (/* binding */ TAG_MAX_LENGTH),
/* harmony export */   o_: () => (/* binding */ parseImageReference),
/* harmony export */   qY: () => (/* binding */ hasRegistry),
/* harmony export */   ve: () => (/* binding */ isSameRepository)
/* harmony export */ });
const DOMAIN_LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const DOMAIN_NAME = `${DOMAIN_LABEL}(?:\\.${DOMAIN_LABEL})*`;
const IPV6_ADDRESS = '\\[[a-fA-F0-9:]+\\]';
const DOMAIN = `(?:${DOMAIN_NAME}|${IPV6_ADDRESS})(?::[0-9]+)?`;
const PATH_COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const TAG = '[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127}';
const DIGEST = 'sha256:[a-f0-9]{64}';
const ANCHORED_DOMAIN = new RegExp(`^${DOMAIN}$`);
const ANCHORED_PATH_COMPONENT = new RegExp(`^${PATH_COMPONENT}$`);
const ANCHORED_TAG = new RegExp(`^${TAG}$`);
const ANCHORED_DIGEST = new RegExp(`^${DIGEST}$`);
const PATH_MAX_LENGTH = 255;
const TAG_MAX_LENGTH = 128;
const TAG_RULE = `A tag has 1 to ${TAG_MAX_LENGTH} ASCII letters, digits, "_", "." and "-", and starts with neither "." nor "-".`;
const DIGEST_RULE = 'A digest is "sha256:" and 64 hex digits in lower case.';
function parseImageReference(text) {
    const { name, ...suffix } = splitReference(text);
    const repository = name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
    const rule = findBrokenNameRule(repository, text) ?? findBrokenSuffixRule(suffix);
    if (rule !== undefined)
        return { valid: false, rule };
    return { valid: true, reference: { repository, ...suffix }, lowered: repository !== name };
}
function renderImageReference(reference) {
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
    return `${reference.repository}${tag}${digest}`;
}
function isDeployable({ tag, digest }) {
    return tag !== undefined || digest !== undefined;
}
function isTag(text) {
    return ANCHORED_TAG.test(text);
}
function isDigest(text) {
    return ANCHORED_DIGEST.test(text);
}
function splitReference(text) {
    const at = text.indexOf('@');
    const named = at === -1 ? text : text.slice(0, at);
    const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    return {
        name: colon === -1 ? named : named.slice(0, colon),
        ...(colon === -1 ? {} : { tag: named.slice(colon + 1) }),
        ...(at === -1 ? {} : { digest: text.slice(at + 1) }),
    };
}
function findBrokenNameRule(repository, text) {
    if (text.includes('://'))
        return 'An image reference has no scheme such as "https://".';
    if (/^[a-f0-9]{64}$/i.test(text)) {
        return 'A name of 64 hex digits alone is refused: it reads as the ID of an image.';
    }
    const { domain, path } = splitDomain(repository);
    if (domain !== undefined && !ANCHORED_DOMAIN.test(domain)) {
        return `The registry ${quote(domain)} is not valid: it is a host name or an IP address, with a port if need be.`;
    }
    for (const component of path.split('/')) {
        if (!ANCHORED_PATH_COMPONENT.test(component)) {
            return `The part ${quote(component)} of the name is not valid: parts are ASCII letters and digits in groups, which one ".", one or two "_" or any number of "-" separate.`;
        }
    }
    if (path.length > PATH_MAX_LENGTH) {
        return `The name without its registry has ${path.length} characters; ${PATH_MAX_LENGTH} are allowed.`;
    }
    return undefined;
}
function findBrokenSuffixRule({ tag, digest }) {
    if (tag !== undefined && !isTag(tag))
        return `The tag ${quote(tag)} is not valid. ${TAG_RULE}`;
    if (digest !== undefined && !isDigest(digest)) {
        return `The digest ${quote(digest)} is not valid. ${DIGEST_RULE}`;
    }
    return undefined;
}
function splitDomain(repository) {
    const slash = repository.indexOf('/');
    const first = repository.slice(0, slash);
    if (slash === -1 || !(first === 'localhost' || /[.:]/.test(first)))
        return { path: repository };
    return { domain: first, path: repository.slice(slash + 1) };
}
function quote(text) {
    return JSON.stringify(text);
}
function normalizeRepository(repository) {
    const path = repository.replace(/^(?:index\.)?docker\.io\/+/, '');
    return path.replace(/^library\/(?=[^/]+$)/, '');
}
function isSameRepository(one, other) {
    return normalizeRepository(one) === normalizeRepository(other);
}
function toImageReference(parts) {
    const tag = parts.tag === '' ? undefined : parts.tag;
    const digest = parts.digest === '' ? undefined : parts.digest;
    const parsed = parseImageReference(renderImageReference({ repository: parts.repository, tag, digest }));
    if (!parsed.valid)
        return undefined;
    const { reference } = parsed;
    const isWhole = reference.tag === tag && reference.digest === digest;
    return isWhole ? { repository: reference.repository, tag, digest } : undefined;
}
function hasRegistry(repository) {
    return splitDomain(repository).domain !== undefined;
}


/***/ }),

/***/ 3659:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CR: () => (/* binding */ readPayloadValue),
/* harmony export */   OW: () => (/* binding */ isJsonObject),
/* harmony export */   Qf: () => (/* binding */ readPayloadString),
/* harmony export */   dw: () => (/* binding */ parseJsonObject)
/* harmony export */ });
function isJsonObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function parseJsonObject(source) {
    try {
        const text = typeof source === 'string'
            ? source
            : new TextDecoder('utf-8', { fatal: true }).decode(source);
        const value = JSON.parse(text);
        return isJsonObject(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function readPayloadValue(payload, path) {
    let value = payload;
    for (const name of path.split('.'))
        value = isJsonObject(value) ? value[name] : undefined;
    return value;
}
function readPayloadString(payload, path) {
    const value = readPayloadValue(payload, path);
    return typeof value === 'string' ? value : undefined;
}


/***/ }),

/***/ 2584:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BK: () => (/* binding */ renderLink),
/* harmony export */   N0: () => (/* binding */ renderOneLine),
/* harmony export */   S5: () => (/* binding */ renderText),
/* harmony export */   XD: () => (/* binding */ renderCodeBlock),
/* harmony export */   bo: () => (/* binding */ renderTable),
/* harmony export */   cR: () => (/* binding */ renderCode)
/* harmony export */ });
function renderCode(text) {
    const line = renderOneLine(text);
    const fence = '`'.repeat(longestRun(line) + 1);
    const padding = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
    return `${fence}${padding}${line}${padding}${fence}`.replaceAll('|', '\\|');
}
function renderCodeBlock(text, language) {
    const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
    return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}`;
}
function renderText(text) {
    return text
        .replace(/[\\`*_[\]<>#|~&@]/g, '\\$&')
        .replace(/:(?=\/\/)/g, '&#58;')
        .replace(/\b(www)\./gi, '$1&#46;')
        .replace(/\s*\n\s*/g, '<br>');
}
function renderLink(markdown, url) {
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
        return markdown;
    const address = url.replace(/[\s\p{Cc}()<>`|\\"@]/gu, (character) => percentEncode(character));
    return `[${markdown}](${address})`;
}
function percentEncode(character) {
    const bytes = Array.from(Buffer.from(character));
    return bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}
function renderTable(head, rows) {
    const lines = [head, head.map(() => '---'), ...rows];
    return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
function longestRun(text) {
    return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
function renderOneLine(text) {
    return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}


/***/ }),

/***/ 1138:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parsePlatform),
/* harmony export */   L: () => (/* binding */ PLATFORM_RULE)
/* harmony export */ });
const PLATFORM = /^[a-z0-9]+\/[a-z0-9_-]+(?:\/[a-z0-9.]+)?$/;
const DEFAULT_VARIANTS = new Map([
    ['amd64', 'v1'],
    ['arm64', 'v8'],
    ['arm', 'v7'],
]);
const PLATFORM_RULE = 'A platform is an operating system, an architecture and, if need be, a variant, such as linux/amd64 or linux/arm/v7.';
function parsePlatform(text) {
    const lower = text.toLowerCase();
    if (!PLATFORM.test(lower))
        return undefined;
    const [system = '', written = '', version] = lower.split('/');
    const architecture = written.replace(/^x86[_-]64$/, 'amd64').replace(/^aarch64$/, 'arm64');
    const variant = version?.replace(/^(?=\d)/, 'v');
    const usual = DEFAULT_VARIANTS.get(architecture);
    const shown = architecture === 'arm' ? (variant ?? usual) : variant === usual ? undefined : variant;
    return [system, architecture, ...(shown === undefined ? [] : [shown])].join('/');
}


/***/ }),

/***/ 643:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ splitTemplate)
/* harmony export */ });
function splitTemplate(template, pattern) {
    return template.split(pattern).map((text, index) => {
        if (index % 2 === 0)
            return { text };
        return { text, expression: text.replace(/^\\?\{+|\}+$/g, '').trim() };
    });
}


/***/ }),

/***/ 9596:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ parsePercentage),
/* harmony export */   CM: () => (/* binding */ isEverything),
/* harmony export */   Jw: () => (/* binding */ reachesRounded),
/* harmony export */   O6: () => (/* binding */ reaches),
/* harmony export */   WI: () => (/* binding */ renderPercentBeside),
/* harmony export */   m6: () => (/* binding */ roundPercent),
/* harmony export */   nN: () => (/* binding */ computeShortfall),
/* harmony export */   sx: () => (/* binding */ renderDecimal),
/* harmony export */   yn: () => (/* binding */ renderPercent)
/* harmony export */ });
function parsePercentage(text) {
    if (!/^\d{1,3}(?:\.\d{1,20})?$/.test(text))
        return undefined;
    const scale = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
    const digits = BigInt(text.replace('.', ''));
    return digits <= 100n * powerOfTen(scale) ? { digits, scale, text } : undefined;
}
function reaches(count, minimum) {
    return scaleCovered(count, minimum.scale) >= minimum.digits * BigInt(count.total);
}
function computeShortfall(count, minimum) {
    const whole = 100n * powerOfTen(minimum.scale);
    const needed = (minimum.digits * BigInt(count.total) + whole - 1n) / whole;
    const shortfall = needed - BigInt(count.covered);
    return shortfall > 0n ? shortfall : 0n;
}
function renderPercent(count, decimals) {
    return renderDecimal(scaleCovered(count, decimals) / BigInt(count.total), decimals);
}
function renderPercentBeside(count, minimum) {
    let decimals = Math.max(2, minimum.scale);
    if (!reaches(count, minimum)) {
        while (roundsUpTo(count, minimum, decimals))
            decimals += 1;
    }
    return renderPercent(count, decimals);
}
function roundsUpTo(count, minimum, decimals) {
    const total = BigInt(count.total);
    const rounded = (2n * scaleCovered(count, decimals) + total) / (2n * total);
    return rounded >= minimum.digits * powerOfTen(decimals - minimum.scale);
}
function scaleCovered(count, scale) {
    return BigInt(count.covered) * 100n * powerOfTen(scale);
}
function powerOfTen(exponent) {
    return 10n ** BigInt(exponent);
}
function renderDecimal(value, decimals) {
    const digits = value.toString().padStart(decimals + 1, '0');
    return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
function roundPercent(count, precision) {
    const double = (100 * count.covered) / count.total;
    const digits = roundHalfEven(double, precision);
    const text = (Number(digits) / 10 ** precision).toFixed(precision);
    return { digits, scale: precision, text };
}
function isEverything(minimum) {
    return Number(minimum.text) === 100;
}
function reachesRounded(count, minimum, precision) {
    if (isEverything(minimum))
        return count.covered === count.total;
    const { digits } = roundPercent(count, precision);
    return Number(`${digits}e-${precision}`) >= Number(minimum.text);
}
function roundHalfEven(value, precision) {
    let numerator = value;
    let shift = 0n;
    while (!Number.isInteger(numerator)) {
        numerator *= 2;
        shift += 1n;
    }
    const scaled = BigInt(numerator) * 10n ** BigInt(precision);
    const whole = scaled >> shift;
    const twiceRest = (scaled - (whole << shift)) * 2n;
    const one = 1n << shift;
    const isUp = twiceRest > one || (twiceRest === one && whole % 2n === 1n);
    return isUp ? whole + 1n : whole;
}


/***/ }),

/***/ 4928:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Eb: () => (/* binding */ hasDotParts),
/* harmony export */   SO: () => (/* binding */ compileGlob),
/* harmony export */   _I: () => (/* binding */ matchesAny),
/* harmony export */   fg: () => (/* binding */ isGlob)
/* harmony export */ });
function matchesAny(path, globs) {
    return globs.some((glob) => glob.test(path));
}
function isGlob(glob) {
    if (!hasClosedBraces(glob))
        return false;
    try {
        compileGlob(glob);
        return true;
    }
    catch {
        return false;
    }
}
function hasDotParts(glob) {
    return glob
        .replace(/^\.\//, '')
        .split(/[/{},]/)
        .some((part) => part === '.' || part === '..');
}
function hasClosedBraces(glob) {
    let depth = 0;
    for (const [brace] of glob.matchAll(/[{}]/g)) {
        depth += brace === '{' ? 1 : -1;
        if (depth < 0)
            return false;
    }
    return depth === 0;
}
function compileGlob(glob) {
    const pattern = glob.replace(/^\.\//, '').replace(/\/$/, '/**');
    const isName = !/[*?]/.test(pattern.slice(pattern.lastIndexOf('/')));
    const machine = new GlobMachine();
    const parts = pattern.match(PARTS) ?? [];
    const end = isName ? machine.addRestOfDirectory(END) : END;
    const start = machine.addAlternatives(splitAlternatives(parts), end);
    return { test: (path) => machine.matches(start, path) };
}
const PARTS = /\*\*\/|\*\*|\*|\?|\[!?[^[\]/!][^[\]/]*\]|[^]/g;
function splitAlternatives(parts, isInBraces = false) {
    const alternatives = [[]];
    let depth = 0;
    for (const part of parts) {
        if (part === '{')
            depth += 1;
        if (part === '}')
            depth -= 1;
        if (part === ',' && depth === 0 && isInBraces)
            alternatives.push([]);
        else
            alternatives.at(-1)?.push(part);
    }
    return alternatives;
}
const END = 0;
const isAny = () => true;
const isInPart = (character) => character !== '/';
class GlobMachine {
    #states = [{ ways: [] }];
    #met = new Uint32Array(0);
    #step = 0;
    matches(start, path) {
        this.#met = new Uint32Array(this.#states.length);
        this.#step = 0;
        let states = this.#follow([start]);
        for (let index = 0; index < path.length && states.length > 0; index += 1) {
            const character = path.charAt(index);
            const next = [];
            for (const number of states) {
                const state = this.#states[number];
                if (state !== undefined && 'next' in state && state.isCharacter(character)) {
                    next.push(state.next);
                }
            }
            states = this.#follow(next);
        }
        return states.includes(END);
    }
    #follow(from) {
        this.#step += 1;
        const open = [...from];
        const reached = [];
        for (let number = open.pop(); number !== undefined; number = open.pop()) {
            const state = this.#states[number];
            if (state === undefined || this.#met[number] === this.#step)
                continue;
            this.#met[number] = this.#step;
            if ('ways' in state && number !== END)
                open.push(...state.ways);
            else
                reached.push(number);
        }
        return reached;
    }
    #add(state) {
        this.#states.push(state);
        return this.#states.length - 1;
    }
    addRestOfDirectory(next) {
        const rest = this.#addMany(isAny, next);
        const slash = this.#add({ isCharacter: (character) => character === '/', next: rest });
        return this.#add({ ways: [next, slash] });
    }
    addAlternatives(alternatives, next) {
        return this.#add({ ways: alternatives.map((parts) => this.#addParts(parts, next)) });
    }
    #addParts(parts, end) {
        let next = end;
        for (let index = parts.length - 1; index >= 0; index -= 1) {
            const part = String(parts[index]);
            if (part === '}') {
                const open = findOpening(parts, index);
                const inner = splitAlternatives(parts.slice(open + 1, index), true);
                next = this.addAlternatives(inner, next);
                index = open;
            }
            else
                next = this.#addPart(part, next);
        }
        return next;
    }
    #addPart(part, next) {
        if (part === '**/')
            return this.#addDirectories(next);
        if (part === '**')
            return this.#addMany(isAny, next);
        if (part === '*')
            return this.#addMany(isInPart, next);
        if (part === '?')
            return this.#add({ isCharacter: isInPart, next });
        if (part.length === 1)
            return this.#addText(part, next);
        const oneOf = this.#add({ isCharacter: compileClass(part), next });
        return this.#add({ ways: [oneOf, this.#addText(part, next)] });
    }
    #addText(text, end) {
        let next = end;
        for (const expected of text.split('').reverse()) {
            next = this.#add({ isCharacter: (character) => character === expected, next });
        }
        return next;
    }
    #addMany(isCharacter, next) {
        const ways = [next];
        const many = this.#add({ ways });
        ways.push(this.#add({ isCharacter, next: many }));
        return many;
    }
    #addDirectories(next) {
        const ways = [next];
        const start = this.#add({ ways });
        const slash = this.#add({ isCharacter: (character) => character === '/', next: start });
        ways.push(this.#addMany(isInPart, slash));
        return start;
    }
}
function findOpening(parts, closing) {
    let depth = 0;
    for (let index = closing; index >= 0; index -= 1) {
        if (parts[index] === '}')
            depth += 1;
        if (parts[index] === '{')
            depth -= 1;
        if (depth === 0)
            return index;
    }
    throw new SyntaxError('a brace is not opened');
}
function compileClass(text) {
    const isNot = text.startsWith('[!');
    const characters = text.slice(isNot ? 2 : 1, -1).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    const pattern = new RegExp(`^[${isNot ? '^/' : ''}${characters}]$`);
    return (character) => pattern.test(character);
}


/***/ }),

/***/ 7760:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ FORMAT_NAMES),
/* harmony export */   O: () => (/* binding */ FORMAT_METRICS)
/* harmony export */ });
const ISTANBUL = ['lines', 'statements', 'functions', 'branches'];
const FORMAT_METRICS = {
    cobertura: ['lines', 'branches'],
    jacoco: ['instructions', 'lines', 'branches', 'functions'],
    clover: ['lines', 'branches', 'functions'],
    opencover: ['lines', 'statements', 'branches', 'functions'],
    lcov: ['lines', 'branches', 'functions'],
    go: ['lines', 'statements'],
    'coverage-py-json': ['lines', 'branches'],
    'istanbul-summary': ISTANBUL,
    'istanbul-final': ISTANBUL,
    'simplecov-json': ['lines', 'branches'],
    'simplecov-resultset': ['lines', 'branches'],
};
const FORMAT_NAMES = [
    'cobertura',
    'jacoco',
    'clover',
    'opencover',
    'lcov',
    'go',
    'coverage-py-json',
    'istanbul-summary',
    'istanbul-final',
    'simplecov-json',
    'simplecov-resultset',
];


/***/ }),

/***/ 1730:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _action_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1001);
/* harmony import */ var _action_outputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5222);
/* harmony import */ var _action_summary_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6410);
/* harmony import */ var _base_context_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8072);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4758);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9786);
/* harmony import */ var _runner_commands_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(6342);
/* harmony import */ var _runner_logger_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(1784);








const SECRET_INPUTS = [
    'token',
    'gitops-token',
    'registry-password',
    'argocd-token',
    'argocd-headers',
];
async function loadTransport() {
    const transport = await Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(712)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5712));
    return transport.openTransport(_runner_commands_js__WEBPACK_IMPORTED_MODULE_6__/* .writeDebug */ .Hq);
}
const ports = {
    logger: _runner_logger_js__WEBPACK_IMPORTED_MODULE_7__/* .actionsLogger */ .MV,
    clock: _runner_logger_js__WEBPACK_IMPORTED_MODULE_7__/* .systemClock */ .ml,
    random: _runner_logger_js__WEBPACK_IMPORTED_MODULE_7__/* .systemRandom */ .vg,
    files: {
        find: async (globs) => (await Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(260), __nccwpck_require__.e(157), __nccwpck_require__.e(869)]).then(__nccwpck_require__.bind(__nccwpck_require__, 869))).findFiles(globs),
        open: async function* (path) {
            yield* (await Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(260), __nccwpck_require__.e(157), __nccwpck_require__.e(869)]).then(__nccwpck_require__.bind(__nccwpck_require__, 869))).openFile(path);
        },
        listIn: async (directories) => (await Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(260), __nccwpck_require__.e(157), __nccwpck_require__.e(869)]).then(__nccwpck_require__.bind(__nccwpck_require__, 869))).listFilesIn(directories),
        listAll: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(260), __nccwpck_require__.e(157), __nccwpck_require__.e(869)]).then(__nccwpck_require__.bind(__nccwpck_require__, 869))).listAllFiles(),
    },
    checkout: {
        read: async (directory) => (await Promise.all(/* import() */[__nccwpck_require__.e(260), __nccwpck_require__.e(846)]).then(__nccwpck_require__.bind(__nccwpck_require__, 846))).readCheckout(directory),
    },
    changes: {
        diff: async (...given) => (await Promise.all(/* import() */[__nccwpck_require__.e(260), __nccwpck_require__.e(846)]).then(__nccwpck_require__.bind(__nccwpck_require__, 846))).readDiff(...given),
        contains: async (...given) => (await Promise.all(/* import() */[__nccwpck_require__.e(260), __nccwpck_require__.e(846)]).then(__nccwpck_require__.bind(__nccwpck_require__, 846))).hasCommit(...given),
        listFiles: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(260), __nccwpck_require__.e(846)]).then(__nccwpck_require__.bind(__nccwpck_require__, 846))).listTrackedFiles(),
        listParents: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(260), __nccwpck_require__.e(846)]).then(__nccwpck_require__.bind(__nccwpck_require__, 846))).listParents(),
    },
    openSourceRepository: async (target) => {
        const { GitHubSourceRepository } = await Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(778), __nccwpck_require__.e(473), __nccwpck_require__.e(889)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2889));
        return new GitHubSourceRepository(target, _runner_commands_js__WEBPACK_IMPORTED_MODULE_6__/* .writeDebug */ .Hq);
    },
    openGitOpsRepository: async (target) => {
        const { GitHubRepository } = await Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(778), __nccwpck_require__.e(473), __nccwpck_require__.e(68)]).then(__nccwpck_require__.bind(__nccwpck_require__, 68));
        return new GitHubRepository(target, _runner_commands_js__WEBPACK_IMPORTED_MODULE_6__/* .writeDebug */ .Hq);
    },
    openPullRequests: async (target) => {
        const { GitHubPullRequests } = await Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(778), __nccwpck_require__.e(473), __nccwpck_require__.e(498)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7498));
        return new GitHubPullRequests(target, _runner_commands_js__WEBPACK_IMPORTED_MODULE_6__/* .writeDebug */ .Hq);
    },
    openArgoCD: async (target) => {
        const { RestArgoCD } = await __nccwpck_require__.e(/* import() */ 856).then(__nccwpck_require__.bind(__nccwpck_require__, 9856));
        return new RestArgoCD(target, await loadTransport());
    },
    openEndpoints: async () => {
        const { probeEndpoint } = await __nccwpck_require__.e(/* import() */ 176).then(__nccwpck_require__.bind(__nccwpck_require__, 8176));
        const send = await loadTransport();
        return { probe: (url, limit) => probeEndpoint(url, limit, send) };
    },
    openRegistry: async (target) => {
        const { RegistryClient } = await __nccwpck_require__.e(/* import() */ 300).then(__nccwpck_require__.bind(__nccwpck_require__, 6300));
        return new RegistryClient(target, await loadTransport());
    },
};
function maskSecrets({ rawInputs }) {
    for (const name of SECRET_INPUTS) {
        const lines = (rawInputs.get(name) ?? '').split(/\r?\n/).map((line) => line.trim());
        const isSecret = (line) => line.length > (lines.length > 1 ? 3 : 0);
        const header = name === 'argocd-headers' ? /^[^:]*:\s*/ : /^/;
        for (const line of lines.filter(isSecret))
            (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_6__/* .maskSecret */ .$l)(line.replace(header, ''));
    }
}
async function perform() {
    try {
        const environment = (0,_base_context_js__WEBPACK_IMPORTED_MODULE_3__/* .readRunnerEnvironment */ .ET)();
        maskSecrets(environment);
        const { rawInputs } = environment;
        const context = (0,_base_context_js__WEBPACK_IMPORTED_MODULE_3__/* .enterWorkspace */ .Aq)(environment.context);
        return await (0,_run_js__WEBPACK_IMPORTED_MODULE_5__/* .run */ .e)(await (0,_action_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInputs */ .T)(rawInputs, context), context, ports);
    }
    catch (error) {
        return { failure: (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .asPromoteError */ .XO)(error) };
    }
}
const report = await perform();
for (const [name, value] of Object.entries((0,_action_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .renderOutputs */ .$)(report)))
    (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_6__/* .writeOutput */ .zh)(name, value);
await _runner_commands_js__WEBPACK_IMPORTED_MODULE_6__/* .summary */ .z
    .addRaw((0,_action_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .renderSummary */ .B)(report))
    .write()
    .catch(() => {
    (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_6__/* .writeLine */ ._r)('This runner keeps no job summaries.');
});
if (report.failure) {
    (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_6__/* .annotate */ .fz)('error', report.failure.message);
    process.exitCode = 1;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 309:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cb: () => (/* binding */ toStep),
/* harmony export */   Il: () => (/* binding */ renderSteps),
/* harmony export */   Rr: () => (/* binding */ parsePath),
/* harmony export */   i7: () => (/* binding */ renderPath)
/* harmony export */ });
const QUOTED = /"(?:[^"\\]|\\["\\])*"|'(?:[^']|'')*'/.source;
const BARE = /[^\s.[\]"'=]+/.source;
const STEP = new RegExp([
    `(?:^|(?<!^)\\.)(?<key>${QUOTED}|${BARE})`,
    `\\[(?<index>\\d{1,9})\\]`,
    `\\[(?<start>[^\\]"'\\s*]+)\\*\\]`,
    `\\[(?<quoted>${QUOTED})\\]`,
    `\\[(?<name>${QUOTED}|${BARE})=(?<value>${QUOTED}|[^\\]"'\\s][^\\]"']*)\\]`,
].join('|'), 'y');
function parsePath(text) {
    const steps = [];
    let position = 0;
    while (position < text.length) {
        STEP.lastIndex = position;
        const match = STEP.exec(text);
        if (match?.groups === undefined)
            return undefined;
        steps.push(stepOf(match.groups));
        position = STEP.lastIndex;
    }
    return steps.length === 0 ? undefined : steps;
}
function stepOf(groups) {
    const { key, index, start, quoted, name, value } = groups;
    if (index !== undefined)
        return { kind: 'index', index: Number(index) };
    if (start !== undefined)
        return { kind: 'text', start };
    if (name !== undefined && value !== undefined) {
        return { kind: 'selector', key: unquoteStep(name), value: unquoteStep(value) };
    }
    return { kind: 'key', key: unquoteStep(String(key ?? quoted)) };
}
function unquoteStep(text) {
    if (text.startsWith('"'))
        return text.slice(1, -1).replace(/\\(?<character>.)/g, '$<character>');
    return text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text;
}
function renderSteps(steps) {
    const texts = steps.map((step) => {
        if (step.kind === 'text')
            return `[${step.start}*]`;
        if (step.kind === 'selector')
            return `[${renderKey(step.key)}=${renderKey(step.value)}]`;
        return renderStep(step.kind === 'key' ? step.key : step.index);
    });
    return texts.join('').replace(/^\./, '');
}
function renderKey(text) {
    return /^[\w-]+$/.test(text) ? text : JSON.stringify(text);
}
function toStep(step) {
    return typeof step === 'number' ? { kind: 'index', index: step } : { kind: 'key', key: step };
}
function renderPath(path) {
    return path
        .map((step) => renderStep(step))
        .join('')
        .replace(/^\./, '');
}
function renderStep(step) {
    if (typeof step === 'number')
        return `[${step}]`;
    return /^[\w-]+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
}


/***/ }),

/***/ 242:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J1: () => (/* binding */ DEFAULT_BRANCHES),
/* harmony export */   P9: () => (/* binding */ BRANCH_NAME),
/* harmony export */   Q8: () => (/* binding */ isBranchName),
/* harmony export */   fM: () => (/* binding */ DELIVERY_INPUTS),
/* harmony export */   nc: () => (/* binding */ parseCommitApi),
/* harmony export */   xU: () => (/* binding */ parseDeliveryInputs)
/* harmony export */ });
/* harmony import */ var _message_template_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1692);

const BRANCH_NAME = 'a branch name without refs/heads/';
function isBranchName(name) {
    return !/^$|^refs\/|[\s\p{Cc}~^:?*[\\]|\.\.|@\{|^@$|^[-/]|\/\/|(?:^|\/)\.|\.lock(?:\/|$)|[/.]$/u.test(name);
}
const DELIVERY_INPUTS = [
    'mode',
    'stale',
    'after-rollback',
    'commit-api',
    'pull-request-branch',
    'pull-request-title',
    'pull-request-body',
    'pull-request-labels',
    'pull-request-reviewers',
    'pull-request-draft',
    'auto-merge',
];
const DEFAULT_BRANCHES = {
    promote: 'promote/{{image-name}}/{{gitops-branch}}',
    rollback: 'rollback/{{image-name}}/{{gitops-branch}}',
};
const BRANCH_PLACEHOLDERS = ['image-name', 'gitops-branch'];
const TEXT_INPUTS = ['pull-request-title', 'pull-request-body'];
const REVIEWER = /^(?:(?<organization>[\w.-]+)\/)?(?<name>[\w.-]+)$/;
function parseDeliveryInputs(reader, context, step = 'promote') {
    const stale = reader.oneOf('stale', ['skip', 'fail', 'allow']) ?? defaultStale(context);
    const afterRollback = reader.oneOf('after-rollback', ['newer', 'hold']) ?? 'newer';
    const { eventName, runAttempt } = context;
    const trigger = { isByHand: eventName === 'workflow_dispatch', isRerun: runAttempt > 1 };
    const mode = reader.oneOf('mode', ['commit', 'pull-request']) ?? 'commit';
    const pullRequest = parsePullRequestInputs(reader, step);
    if (mode === 'pull-request')
        return { stale, afterRollback, trigger, pullRequest };
    for (const input of DELIVERY_INPUTS) {
        if (!/^(?:pull-request-|auto-merge$)/.test(input) || !reader.has(input))
            continue;
        reader.complain(input, 'given, but mode is commit. Set mode: pull-request, or remove this input');
    }
    return { stale, afterRollback, trigger };
}
function defaultStale({ eventName, runAttempt }) {
    return eventName === 'workflow_dispatch' || runAttempt > 1 ? 'fail' : 'skip';
}
function parseCommitApi(reader) {
    return reader.oneOf('commit-api', ['auto', 'contents', 'graphql']) ?? 'auto';
}
function parsePullRequestInputs(reader, step) {
    const [title, body] = TEXT_INPUTS.map((input) => (0,_message_template_js__WEBPACK_IMPORTED_MODULE_0__/* .parseMessageTemplate */ .te)(reader, input));
    const reviewers = reader
        .words('pull-request-reviewers')
        .map((word) => parseReviewer(reader, word));
    const method = reader.oneOf('auto-merge', ['off', 'merge', 'squash', 'rebase']) ?? 'off';
    const draft = reader.boolean('pull-request-draft');
    if (draft === true && method !== 'off') {
        const problem = `a draft cannot be merged, and auto-merge is ${method}. Remove one of the two`;
        reader.complain('pull-request-draft', problem);
    }
    return {
        branch: parseBranchTemplate(reader) ?? DEFAULT_BRANCHES[step],
        title,
        body,
        labels: reader.words('pull-request-labels'),
        reviewers: reviewers.filter(({ isTeam }) => !isTeam).map(({ name }) => name),
        teams: reviewers.filter(({ isTeam }) => isTeam).map(({ name }) => name),
        draft,
        ...(method !== 'off' && { autoMerge: method }),
    };
}
function parseBranchTemplate(reader) {
    const template = (0,_message_template_js__WEBPACK_IMPORTED_MODULE_0__/* .parseMessageTemplate */ .te)(reader, 'pull-request-branch', BRANCH_PLACEHOLDERS);
    if (template === undefined)
        return undefined;
    const rendered = template.replace(/\{\{[^{}]*\}\}/g, 'x');
    if (!isBranchName(rendered))
        reader.reject('pull-request-branch', BRANCH_NAME, template);
    return template;
}
function parseReviewer(reader, word) {
    const { organization, name } = REVIEWER.exec(word)?.groups ?? {};
    if (name === undefined) {
        reader.reject('pull-request-reviewers', 'users, or teams as organization/team', word);
    }
    return { name: name ?? '', isTeam: organization !== undefined };
}


/***/ }),

/***/ 7120:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Vs: () => (/* binding */ PROMOTE_INPUTS),
  JI: () => (/* binding */ parsePromoteInputs),
  Jt: () => (/* binding */ parsePromotedPlace),
  n6: () => (/* binding */ parseToldCoverage),
  to: () => (/* binding */ targetAt)
});

// EXTERNAL MODULE: ./src/base/platform.ts
var base_platform = __nccwpck_require__(1138);
;// CONCATENATED MODULE: ./src/promote/inputs/check.ts

const LOGIN_INPUTS = ['registry-username', 'registry-password'];
const CHECK_INPUTS = [
    'check-image',
    'image-platforms',
    'pin-digest',
    ...LOGIN_INPUTS,
];
const TOKEN_SERVER = 'https://github.com/';
function parseCheckInputs(reader, { repositoryUrl }) {
    const asked = reader.boolean('check-image');
    const platforms = parsePlatforms(reader);
    const pinDigest = reader.boolean('pin-digest') ?? false;
    const login = parseLogin(reader);
    const implied = reader.has('image-platforms') ? 'image-platforms' : pinDigest && 'pin-digest';
    if (asked === false && implied !== false) {
        reader.complain('check-image', `it is false, but ${implied} needs the check. Remove one`);
    }
    if (asked !== true && implied === false) {
        const given = LOGIN_INPUTS.find((input) => reader.has(input));
        if (asked === undefined && given !== undefined) {
            reader.complain(given, 'given, but no image is looked for. Set check-image, or remove it');
        }
        return undefined;
    }
    const token = repositoryUrl.startsWith(TOKEN_SERVER) ? reader.string('token') : undefined;
    return { platforms, pinDigest, login, token };
}
function parsePlatforms(reader) {
    const platforms = reader.words('image-platforms').map((word) => {
        const platform = (0,base_platform/* parsePlatform */.F)(word);
        if (platform === undefined) {
            reader.reject('image-platforms', 'platforms such as linux/amd64', word, base_platform/* PLATFORM_RULE */.L);
        }
        return platform ?? word;
    });
    if (platforms.length === 0 && reader.has('image-platforms')) {
        reader.complain('image-platforms', 'it names no platform. Name one, such as linux/amd64');
    }
    return [...new Set(platforms)];
}
function parseLogin(reader) {
    const missing = LOGIN_INPUTS.filter((input) => !reader.has(input));
    if (missing.length === 2)
        return undefined;
    for (const input of missing) {
        const given = LOGIN_INPUTS.filter((each) => each !== input).join();
        reader.complain(input, `it is empty, but ${given} is given. Give both; when it comes from a secret, the secret is empty or not visible to this job`);
    }
    const [username = '', password = ''] = LOGIN_INPUTS.map((input) => reader.string(input));
    if (username.includes(':')) {
        reader.reject('registry-username', 'a user name without ":"', username);
    }
    return { username, password };
}

;// CONCATENATED MODULE: ./src/promote/inputs/api-url.ts
const INPUT = 'gitops-api-url';
function parseApiUrl(reader, context) {
    const value = reader.string(INPUT) ?? context.apiUrl;
    const url = URL.canParse(value) ? new URL(value) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol) || url.search + url.hash !== '') {
        reader.reject(INPUT, 'the address of a REST API, https://…', value);
    }
    else if (url.username + url.password !== '') {
        reader.complain(INPUT, 'an address holds no credentials. Give gitops-token instead');
    }
    else if (url.protocol === 'http:' && !isThisMachine(url) && !isOwnServer(url, context)) {
        const what = reader.has(INPUT) ? 'it' : `it is GITHUB_API_URL by default, which`;
        reader.complain(INPUT, `${what} is ${value}, and the token would go there unencrypted. Give an https: address`);
    }
    return value.replace(/\/+$/, '');
}
function isThisMachine({ hostname }) {
    return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}
function isOwnServer({ hostname }, { repositoryUrl }) {
    const own = URL.canParse(repositoryUrl) ? new URL(repositoryUrl) : undefined;
    return own?.protocol === 'http:' && own.hostname === hostname;
}

// EXTERNAL MODULE: ./src/promote/inputs/delivery.ts
var delivery = __nccwpck_require__(242);
// EXTERNAL MODULE: ./src/patch/yaml/path.ts
var path = __nccwpck_require__(309);
// EXTERNAL MODULE: ./src/promote/inputs/target.ts
var target = __nccwpck_require__(7567);
;// CONCATENATED MODULE: ./src/promote/inputs/targets.ts


const TARGET_INPUTS = [
    'kustomization',
    'image-name',
    'values',
    'values-tag-path',
    'values-repository-path',
    'values-digest-path',
    'targets',
    'create-missing',
    'promote-from',
];
const COMPANIONS = [
    ['image-name', 'kustomization'],
    ['values-tag-path', 'values'],
    ['values-repository-path', 'values'],
    ['values-digest-path', 'values'],
];
function parseImageSource(reader) {
    const [path, second] = parseFiles(reader, 'promote-from');
    if (second !== undefined) {
        reader.reject('promote-from', 'one file', reader.lines('promote-from').join('\n'));
    }
    if (path === undefined)
        return undefined;
    if (!isKustomizationPath(path)) {
        return {
            request: { kind: 'file', path, input: 'promote-from' },
            location: { kind: 'values', paths: parsePaths(reader) },
        };
    }
    const imageName = reader.string('image-name');
    return {
        request: { kind: 'kustomization', path, input: 'promote-from' },
        location: { kind: 'kustomization', imageName },
    };
}
function isKustomizationPath(path) {
    return /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(path) || !/\.ya?ml$/i.test(path);
}
async function parseTargetInputs(reader, step = 'promote') {
    for (const [input, main] of COMPANIONS) {
        if (reader.has(input) && !reader.has(main) && !reader.has('promote-from')) {
            reader.complain(input, `given, but ${main} is empty. Set ${main}, or remove this input`);
        }
    }
    const targets = [
        ...parseKustomizations(reader),
        ...parseValues(reader),
        ...(await parseTargetList(reader)),
    ];
    const isGiven = ['kustomization', 'values', 'targets'].some((input) => reader.has(input));
    if (!isGiven) {
        const expected = 'a directory or file. Or give values or targets';
        reader.complain('kustomization', `the ${step} step needs it: ${expected}`);
    }
    return targets;
}
function parseKustomizations(reader) {
    const imageName = reader.string('image-name');
    return parseFiles(reader, 'kustomization').map((path) => ({
        kind: 'kustomization',
        path,
        input: 'kustomization',
        imageName,
    }));
}
function parseValues(reader) {
    const paths = parsePaths(reader);
    return parseFiles(reader, 'values').map((path) => ({
        kind: 'values',
        path,
        input: 'values',
        paths,
    }));
}
function parsePaths(reader) {
    const repository = parseValuePath(reader, 'values-repository-path');
    const digest = parseValuePath(reader, 'values-digest-path');
    return {
        tag: parseValuePath(reader, 'values-tag-path') ?? target/* DEFAULT_TAG_PATH */.Ze,
        repository,
        digest,
    };
}
async function parseTargetList(reader) {
    const text = reader.string('targets');
    if (text === undefined)
        return [];
    const { parseTargets } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(840)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7840));
    const { targets, problems } = parseTargets(text);
    for (const problem of problems)
        reader.complain('targets', problem);
    return targets;
}
function parseFiles(reader, input) {
    const [normalize, expected] = input === 'values'
        ? [target/* normalizeFilePath */.j7, target/* FILE_PATH */.Nd]
        : [target/* normalizePath */.Fd, target/* REPOSITORY_PATH */.bn];
    return reader.lines(input).flatMap((line) => {
        const path = normalize(line);
        if (path !== undefined)
            return [path];
        reader.reject(input, expected, line);
        return [];
    });
}
function parseValuePath(reader, input) {
    const text = reader.string(input);
    const steps = text === undefined ? undefined : (0,path/* parsePath */.Rr)(text);
    if (text !== undefined && steps === undefined) {
        reader.reject(input, 'a dotted path such as image.tag', text);
    }
    return steps;
}

// EXTERNAL MODULE: ./src/promote/message/trailers.ts
var message_trailers = __nccwpck_require__(854);
// EXTERNAL MODULE: ./src/promote/message/template.ts
var template = __nccwpck_require__(1692);
// EXTERNAL MODULE: ./src/tag/inputs.ts + 1 modules
var inputs = __nccwpck_require__(5312);
;// CONCATENATED MODULE: ./src/promote/inputs/inputs.ts







const PROMOTE_INPUTS = [
    'gitops-repository',
    'gitops-branch',
    'gitops-token',
    'gitops-api-url',
    ...TARGET_INPUTS,
    ...delivery/* DELIVERY_INPUTS */.fM,
    ...CHECK_INPUTS,
    'commit-message',
    'commit-trailers',
    'retry-timeout',
];
async function parsePromoteInputs(reader, options) {
    const { step = 'promote' } = options;
    const commitMessage = (0,template/* parseMessageTemplate */.te)(reader, 'commit-message');
    const from = parseFrom(reader);
    return {
        target: parseGitOpsTarget(reader, { ...options, step }),
        sourceToken: reader.string('token') ?? '',
        targets: await parseTargetInputs(reader, step),
        from,
        check: parseCheckInputs(reader, options.context),
        ...(0,delivery/* parseDeliveryInputs */.xU)(reader, options.context, step),
        createMissing: reader.boolean('create-missing') ?? false,
        commitMessage,
        commitTrailers: parseCommitTrailers(reader, options),
        retryTimeout: reader.integer('retry-timeout', 0, 3600) ?? 300,
    };
}
async function parsePromotedPlace(reader, options) {
    const isGiven = ['kustomization', 'values', 'targets'].some((input) => reader.has(input));
    return {
        target: parseGitOpsTarget(reader, { ...options, step: 'verify' }),
        targets: isGiven ? await parseTargetInputs(reader, 'verify') : [],
    };
}
function parseFrom(reader) {
    const source = parseImageSource(reader);
    if (source === undefined)
        return undefined;
    for (const input of ['image', 'tag', 'digest']) {
        if (!reader.has(input))
            continue;
        reader.complain('promote-from', `it copies the image, and ${input} gives another. Remove one`);
    }
    return { ...source, ...(0,inputs/* parseCommitInputs */.cx)(reader) };
}
function parseGitOpsTarget(reader, options) {
    const repository = parseRepository(reader, options);
    const branch = parseBranch(reader);
    const apiUrl = parseApiUrl(reader, options.context);
    return {
        repository,
        branch,
        apiUrl,
        commitApi: (0,delivery/* parseCommitApi */.nc)(reader),
        ...parseGitOpsToken(reader, { repository, apiUrl }, options),
    };
}
function targetAt(target, commit) {
    return { ...target, branch: commit, commitApi: 'contents' };
}
function parseRepository(reader, { step }) {
    const repository = reader.string('gitops-repository');
    if (repository === undefined) {
        reader.complain('gitops-repository', `the ${step} step needs it: owner/name`);
        return '';
    }
    if (!/^[\w-][\w.-]*\/(?!\.{1,2}$)[\w.-]+$/.test(repository)) {
        reader.reject('gitops-repository', 'owner/name', repository);
    }
    return repository;
}
function parseBranch(reader) {
    const branch = reader.string('gitops-branch');
    if (branch !== undefined && !(0,delivery/* isBranchName */.Q8)(branch)) {
        reader.reject('gitops-branch', delivery/* BRANCH_NAME */.P9, branch);
    }
    return branch;
}
function parseGitOpsToken(reader, target, { context, dryRunByDefault, step }) {
    const token = parseSecret(reader, 'gitops-token');
    if (token !== undefined)
        return { token, tokenInput: 'gitops-token' };
    const sameServer = target.apiUrl === context.apiUrl;
    const sameRepository = target.repository.toLowerCase() === context.repository.toLowerCase();
    const own = sameServer ? parseSecret(reader, 'token') : undefined;
    if (dryRunByDefault)
        return { token: own ?? '', tokenInput: 'token' };
    if (own !== undefined && sameRepository)
        return { token: own, tokenInput: 'token' };
    const access = step === 'verify' ? 'read' : 'write';
    reader.complain('gitops-token', `it is empty, and the workflow's own token cannot ${access === 'read' ? 'read' : 'write to'} ${target.repository}. Give a token with contents: ${access} there; when it comes from a secret, the secret is empty or not visible to this job`);
    return { token: '', tokenInput: 'gitops-token' };
}
function parseSecret(reader, name) {
    const secret = reader.string(name);
    if (secret !== undefined && !/^[\x21-\x7e]+$/.test(secret)) {
        reader.complain(name, 'expected a token, got text with white space or characters outside ASCII');
    }
    return secret;
}
function parseToldCoverage(reader) {
    const trailers = (0,message_trailers/* parseTrailerLines */.ou)(reader.lines('commit-trailers'), [], () => undefined);
    return trailers.find(({ key }) => key.toLowerCase() === message_trailers/* COVERAGE_TRAILER */.tt.toLowerCase())?.value;
}
function parseCommitTrailers(reader, { gateRuns }) {
    const own = gateRuns ? [...message_trailers/* OWN_TRAILERS */.Wm, message_trailers/* COVERAGE_TRAILER */.tt] : message_trailers/* OWN_TRAILERS */.Wm;
    return (0,message_trailers/* parseTrailerLines */.ou)(reader.lines('commit-trailers'), own, (expected, line) => {
        reader.reject('commit-trailers', expected, line);
    });
}


/***/ }),

/***/ 7567:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fd: () => (/* binding */ normalizePath),
/* harmony export */   Nd: () => (/* binding */ FILE_PATH),
/* harmony export */   Ze: () => (/* binding */ DEFAULT_TAG_PATH),
/* harmony export */   bn: () => (/* binding */ REPOSITORY_PATH),
/* harmony export */   j7: () => (/* binding */ normalizeFilePath)
/* harmony export */ });
const DEFAULT_TAG_PATH = [
    { kind: 'key', key: 'image' },
    { kind: 'key', key: 'tag' },
];
const REPOSITORY_PATH = 'a path from the root of the GitOps repository, with / and without ..';
const FILE_PATH = `a file, as ${REPOSITORY_PATH}`;
function normalizePath(path) {
    const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.');
    return segments.includes('..') || path.includes('\\') ? undefined : segments.join('/');
}
function normalizeFilePath(path) {
    const normal = normalizePath(path);
    return normal === '' ? undefined : normal;
}


/***/ }),

/***/ 1692:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Eo: () => (/* binding */ SET_PLACEHOLDERS),
/* harmony export */   N1: () => (/* binding */ listPlaceholders),
/* harmony export */   Oj: () => (/* binding */ findUnknownPlaceholders),
/* harmony export */   QC: () => (/* binding */ parseTemplate),
/* harmony export */   Xm: () => (/* binding */ renderTemplate),
/* harmony export */   te: () => (/* binding */ parseMessageTemplate)
/* harmony export */ });
/* harmony import */ var _base_template_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(643);

function parseMessageTemplate(reader, input, allowed = PLACEHOLDERS) {
    const template = reader.string(input);
    if (template === undefined)
        return undefined;
    for (const name of findUnknownPlaceholders(template, allowed)) {
        const expected = `placeholders among ${allowed.map((known) => `{{${known}}}`).join(', ')}`;
        reader.reject(input, expected, `{{${name}}}`);
    }
    return template;
}
const PLACEHOLDERS = [
    'image',
    'repository',
    'tag',
    'digest',
    'sha',
    'short-sha',
    'image-name',
    'previous-tag',
    'gitops-branch',
];
const SET_PLACEHOLDERS = PLACEHOLDERS.filter((name) => name !== 'previous-tag' && name !== 'image-name');
const PLACEHOLDER = /(\\?\{\{[^{}]*\}\})/;
function parseTemplate(template) {
    return (0,_base_template_js__WEBPACK_IMPORTED_MODULE_0__/* .splitTemplate */ .L)(template, PLACEHOLDER).map((part) => {
        const isEscaped = part.expression !== undefined && part.text.startsWith('\\');
        return isEscaped ? { text: part.text.slice(1) } : part;
    });
}
function listPlaceholders(template) {
    return parseTemplate(template).flatMap(({ expression }) => expression ?? []);
}
function findUnknownPlaceholders(template, allowed = PLACEHOLDERS) {
    return listPlaceholders(template).filter((name) => !allowed.some((known) => known === name));
}
function renderTemplate(template, valueOf) {
    const texts = parseTemplate(template).map(({ text, expression }) => {
        const placeholder = PLACEHOLDERS.find((known) => known === expression);
        return placeholder === undefined ? text : valueOf(placeholder);
    });
    return texts.join('');
}


/***/ }),

/***/ 854:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GN: () => (/* binding */ findTrailers),
/* harmony export */   Je: () => (/* binding */ findTrailer),
/* harmony export */   Pp: () => (/* binding */ renderTrailers),
/* harmony export */   VK: () => (/* binding */ listTrailers),
/* harmony export */   Wm: () => (/* binding */ OWN_TRAILERS),
/* harmony export */   aw: () => (/* binding */ parseTrailers),
/* harmony export */   ou: () => (/* binding */ parseTrailerLines),
/* harmony export */   tt: () => (/* binding */ COVERAGE_TRAILER)
/* harmony export */ });
/* harmony import */ var _base_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2584);

const OWN_TRAILERS = [
    'Source-Repository',
    'Source-Commit',
    'Image',
    'Previous-Image',
    'Workflow-Run',
    'Promotion-Id',
    'Rollback-Of',
    'Rolled-Back-Commit',
    'Target',
];
const COVERAGE_TRAILER = 'Coverage';
const TRAILER = /^(?<key>[A-Za-z0-9][A-Za-z0-9-]*):(?<value>.*)$/;
function parseTrailerLines(lines, own, reject) {
    const trailers = [];
    for (const line of lines) {
        const { key, value } = TRAILER.exec(line)?.groups ?? {};
        if (key === undefined || value === undefined) {
            reject('lines of the form Key: value', line);
        }
        else if (own.some((reserved) => reserved.toLowerCase() === key.toLowerCase())) {
            reject(`keys other than the action's own (${own.join(', ')})`, line);
        }
        else if (value.trim() !== '') {
            trailers.push({ key, value: value.trim() });
        }
    }
    return trailers;
}
function renderTrailers(trailers) {
    return trailers.map(({ key, value }) => `${key}: ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .renderOneLine */ .N0)(value)}`).join('\n');
}
const APPENDED = /^(?:(?:Co-authored-by|Signed-off-by):|-{3,}\s*$)/i;
function findTrailer(message, key) {
    return listTrailers(message, key)[0];
}
function listTrailers(message, key) {
    return parseTrailers(message).get(key.toLowerCase()) ?? [];
}
function parseTrailers(message) {
    const values = new Map();
    for (const line of findTrailers(message).split('\n')) {
        const { key, value } = TRAILER.exec(line)?.groups ?? {};
        if (key === undefined || value === undefined)
            continue;
        const name = key.toLowerCase();
        const known = values.get(name);
        if (known === undefined)
            values.set(name, [value.trim()]);
        else
            known.push(value.trim());
    }
    return values;
}
function findTrailers(message) {
    const paragraphs = message
        .replaceAll('\r\n', '\n')
        .trimEnd()
        .split(/\n\s*\n/);
    const isAppended = (text) => text.split('\n').every((line) => APPENDED.test(line));
    return paragraphs.findLast((paragraph) => !isAppended(paragraph)) ?? '';
}


/***/ }),

/***/ 8245:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bg: () => (/* binding */ resultOf),
/* harmony export */   Lg: () => (/* binding */ renderIdentity),
/* harmony export */   c: () => (/* binding */ isKeptBack)
/* harmony export */ });
function renderIdentity({ file, place }) {
    return [file, place].map(encodeWord).join(' ');
}
function encodeWord(text) {
    return text.replace(/[\s\p{Cc}\p{Cs}%@#<>()|~`\\]|:(?=\/\/)/gu, (character) => {
        const bytes = Array.from(Buffer.from(character));
        return bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
    });
}
function isKeptBack(reason) {
    return reason === 'stale' || reason === 'rolled-back';
}
function resultOf({ name }, targets, outcome) {
    const wouldChange = targets.some(({ changes }) => changes.length > 0);
    return { ...outcome, repository: name, targets, wouldChange };
}


/***/ }),

/***/ 9786:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _action_pipeline_summary_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3015);
/* harmony import */ var _action_result_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2695);
/* harmony import */ var _base_context_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8072);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4758);




async function run(inputs, context, ports) {
    const pipeline = (0,_action_pipeline_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .describePipeline */ .sy)(inputs, context);
    const mayWrite = inputs.promote !== undefined || inputs.rollback !== undefined;
    let waited = 0;
    let report = { mayWrite, pipeline };
    try {
        if (inputs.coverage) {
            const { assertGate, runCoverageStep } = await Promise.all(/* import() */[__nccwpck_require__.e(800), __nccwpck_require__.e(735)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5735));
            const coverage = await runCoverageStep(inputs.coverage, context, ports);
            report = { ...report, coverage };
            ports.logger.info((0,_action_result_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .renderCoverageLine */ .fP)(coverage));
            assertGate(coverage, inputs.coverage, ports.logger);
        }
        if (inputs.image) {
            (0,_base_context_js__WEBPACK_IMPORTED_MODULE_2__/* .assertWorkflow */ .ab)(context);
            const { runTagStep } = await __nccwpck_require__.e(/* import() */ 456).then(__nccwpck_require__.bind(__nccwpck_require__, 2456));
            const tagInputs = { ...inputs.image, pinsDigest: inputs.promote?.check?.pinDigest };
            const image = await runTagStep(tagInputs, context, ports);
            report = { ...report, image };
            ports.logger.info((0,_action_result_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .renderImageLine */ .es)(image));
        }
        if (inputs.promote?.from) {
            const asked = { ...inputs, ...inputs.promote, from: inputs.promote.from };
            const { image, ...copied } = await copyImage(asked, context, ports);
            waited = copied.waited;
            report = { ...report, ...(image && { image }) };
        }
        if (inputs.promote) {
            const { assertDelivered, runCheckStep, runPromoteStep } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(190), __nccwpck_require__.e(152)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5152));
            const asked = { ...inputs, promote: inputs.promote, image: report.image, waited };
            const checked = await runCheckStep(asked, context, ports);
            report = { ...report, image: checked.image };
            const request = { ...asked, ...checked, coverage: report.coverage };
            const promotion = await runPromoteStep(request, context, ports);
            report = { ...report, promotion };
            ports.logger.info((0,_action_result_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .renderPromotionLine */ .ek)(promotion, inputs));
            assertDelivered(promotion, request, ports.logger);
        }
        if (inputs.rollback) {
            report = { ...report, ...(await rollBack(inputs, inputs.rollback, context, ports)) };
            if (report.failure)
                return report;
        }
        return await verify(inputs, report, context, ports);
    }
    catch (error) {
        return { ...report, failure: (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .asPromoteError */ .XO)(error) };
    }
}
async function copyImage(request, context, ports) {
    (0,_base_context_js__WEBPACK_IMPORTED_MODULE_2__/* .assertWorkflow */ .ab)(context);
    const { runCopyStep } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(190), __nccwpck_require__.e(152), __nccwpck_require__.e(388)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7388));
    const copied = await runCopyStep(request, context, ports);
    if (copied.image)
        ports.logger.info((0,_action_result_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .renderImageLine */ .es)(copied.image));
    return copied;
}
async function rollBack(mode, rollback, context, ports) {
    (0,_base_context_js__WEBPACK_IMPORTED_MODULE_2__/* .assertWorkflow */ .ab)(context);
    const { runRollbackStep } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(190), __nccwpck_require__.e(152), __nccwpck_require__.e(470)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3470));
    const { result, image } = await runRollbackStep({ ...mode, rollback }, context, ports);
    ports.logger.info((0,_action_result_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .renderPromotionLine */ .ek)(result, mode));
    const { problem } = result;
    const failure = problem && new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .PromoteError */ .jG(problem.code, problem.message);
    return { promotion: result, ...(image && { image }), ...(failure && { failure }) };
}
async function verify(inputs, report, context, ports) {
    if (inputs.verify === undefined)
        return report;
    const { failureOf, runVerifyStep } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(190), __nccwpck_require__.e(496)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1496));
    const request = { ...inputs, ...report, verify: inputs.verify, image: report.image };
    const verification = await runVerifyStep(request, ports);
    const failure = failureOf(verification);
    if (failure === undefined)
        return { ...report, verification };
    const { recover } = await __nccwpck_require__.e(/* import() */ 615).then(__nccwpck_require__.bind(__nccwpck_require__, 3615));
    const recovered = await recover(inputs, { verification, failure }, context, ports);
    return { ...report, verification, ...recovered };
}


/***/ }),

/***/ 6342:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $l: () => (/* binding */ maskSecret),
/* harmony export */   Hq: () => (/* binding */ writeDebug),
/* harmony export */   Se: () => (/* binding */ runInGroup),
/* harmony export */   _r: () => (/* binding */ writeLine),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   z: () => (/* reexport safe */ _node_modules_actions_core_lib_summary_js__WEBPACK_IMPORTED_MODULE_3__.z),
/* harmony export */   zh: () => (/* binding */ writeOutput)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _node_modules_actions_core_lib_command_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9635);
/* harmony import */ var _node_modules_actions_core_lib_file_command_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2902);
/* harmony import */ var _node_modules_actions_core_lib_summary_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1170);




function writeLine(text) {
    process.stdout.write(text + node_os__WEBPACK_IMPORTED_MODULE_0__.EOL);
}
function annotate(level, message, place) {
    const properties = { ...place };
    (0,_node_modules_actions_core_lib_command_js__WEBPACK_IMPORTED_MODULE_1__/* .issueCommand */ .L)(level, properties, message);
}
function writeDebug(message) {
    if (process.env['RUNNER_DEBUG'] === '1')
        (0,_node_modules_actions_core_lib_command_js__WEBPACK_IMPORTED_MODULE_1__/* .issueCommand */ .L)('debug', {}, message);
}
function maskSecret(text) {
    (0,_node_modules_actions_core_lib_command_js__WEBPACK_IMPORTED_MODULE_1__/* .issueCommand */ .L)('add-mask', {}, text);
}
async function runInGroup(title, work) {
    (0,_node_modules_actions_core_lib_command_js__WEBPACK_IMPORTED_MODULE_1__/* .issue */ .s)('group', title);
    try {
        return await work();
    }
    finally {
        (0,_node_modules_actions_core_lib_command_js__WEBPACK_IMPORTED_MODULE_1__/* .issue */ .s)('endgroup');
    }
}
function writeOutput(name, value) {
    const isOnRunner = (process.env['GITHUB_OUTPUT'] ?? '') !== '';
    if (isOnRunner)
        (0,_node_modules_actions_core_lib_file_command_js__WEBPACK_IMPORTED_MODULE_2__/* .issueFileCommand */ .n)('OUTPUT', (0,_node_modules_actions_core_lib_file_command_js__WEBPACK_IMPORTED_MODULE_2__/* .prepareKeyValueMessage */ .v)(name, value));
    else
        writeLine(`${name}=${value}`);
}


/***/ }),

/***/ 1784:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MV: () => (/* binding */ actionsLogger),
/* harmony export */   ml: () => (/* binding */ systemClock),
/* harmony export */   vg: () => (/* binding */ systemRandom)
/* harmony export */ });
/* unused harmony export neutraliseCommands */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5881);
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_perf_hooks__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6342);




const actionsLogger = {
    debug: _commands_js__WEBPACK_IMPORTED_MODULE_3__/* .writeDebug */ .Hq,
    info: (message) => {
        (0,_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .writeLine */ ._r)(neutraliseCommands(message));
    },
    notice: (message) => {
        (0,_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .annotate */ .fz)('notice', message);
    },
    warning: (message) => {
        (0,_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .annotate */ .fz)('warning', message);
    },
    annotate: (message, { path, start, end }) => {
        (0,_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .annotate */ .fz)('warning', message, { file: path, line: start, endLine: end });
    },
    group: _commands_js__WEBPACK_IMPORTED_MODULE_3__/* .runInGroup */ .Se,
};
function neutraliseCommands(message) {
    return message.replace(/^(?=\s*::)/gm, '| ').replaceAll('##[', '## [');
}
const systemClock = {
    now: () => node_perf_hooks__WEBPACK_IMPORTED_MODULE_1__.performance.now(),
    date: () => Date.now(),
    sleep: (milliseconds) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(milliseconds),
};
const systemRandom = {
    fraction: () => Math.random(),
    uuid: () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(),
};


/***/ }),

/***/ 8368:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Kx: () => (/* binding */ abbreviateSha),
/* harmony export */   O2: () => (/* binding */ findCommitInTag),
/* harmony export */   RG: () => (/* binding */ FULL_SHA),
/* harmony export */   mQ: () => (/* binding */ isScheduled),
/* harmony export */   vZ: () => (/* binding */ isOnDefaultBranch)
/* harmony export */ });
const DEFAULT_BRANCH_EVENTS = /create|discussion|issues|schedule/;
function isOnDefaultBranch(eventName) {
    return DEFAULT_BRANCH_EVENTS.test(eventName);
}
function isScheduled(eventName) {
    return eventName.includes('schedule');
}
const FULL_SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
function abbreviateSha(sha, length) {
    return sha.slice(0, length);
}
function findCommitInTag(tag) {
    const last = tag.slice(tag.lastIndexOf('-') + 1).toLowerCase();
    return /^[0-9a-f]{7,40}$/.test(last) ? last : undefined;
}


/***/ }),

/***/ 9863:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ readSourceRef),
/* harmony export */   O: () => (/* binding */ isOfFork)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3659);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3788);


function isOfFork({ payload, repository }) {
    if ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readPayloadValue */ .CR)(payload, 'workflow_run.head_repository') === undefined)
        return false;
    const head = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readPayloadString */ .Qf)(payload, 'workflow_run.head_repository.full_name');
    return head?.toLowerCase() !== repository.toLowerCase();
}
const THREE_NUMBERS = /^v?\d+\.\d+\.\d+/;
function readSourceRef(context) {
    const { eventName, payload, ref } = context;
    switch (eventName) {
        case 'pull_request_target': {
            const number = payload['number'];
            return typeof number === 'number' ? { pullRequest: String(number) } : {};
        }
        case 'workflow_run':
            return isOfFork(context) ? {} : readHead(payload);
        default:
            return parseGitHubRef(ref);
    }
}
function readHead(payload) {
    const name = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readPayloadString */ .Qf)(payload, 'workflow_run.head_branch');
    if (name === undefined)
        return {};
    return isTagName(name, payload) ? { tag: name } : { branch: name };
}
function isTagName(name, payload) {
    if ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readPayloadString */ .Qf)(payload, 'workflow_run.event') === 'release')
        return true;
    if ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readPayloadString */ .Qf)(payload, 'repository.default_branch') === name)
        return false;
    return THREE_NUMBERS.test(name) && ((0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseSemver */ .kf)(name) ?? (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePep440 */ .FB)(name)) !== undefined;
}
function parseGitHubRef(ref) {
    if (ref.startsWith('refs/heads/'))
        return { branch: ref.slice('refs/heads/'.length) };
    if (ref.startsWith('refs/tags/'))
        return { tag: ref.slice('refs/tags/'.length) };
    if (!ref.startsWith('refs/pull/'))
        return {};
    return { pullRequest: ref.slice('refs/pull/'.length).replace(/\/merge$/, '') };
}


/***/ }),

/***/ 3788:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FB: () => (/* binding */ parsePep440),
/* harmony export */   i1: () => (/* binding */ SEMVER_NAMES),
/* harmony export */   kf: () => (/* binding */ parseSemver),
/* harmony export */   vL: () => (/* binding */ PEP440_NAMES)
/* harmony export */ });
/* harmony import */ var _renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8898);
/* harmony import */ var _renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var semver_functions_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6353);
/* harmony import */ var semver_functions_parse_js__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(semver_functions_parse_js__WEBPACK_IMPORTED_MODULE_1__);


function parseSemver(text) {
    const version = semver_functions_parse_js__WEBPACK_IMPORTED_MODULE_1___default()(text);
    if (version === null)
        return undefined;
    return {
        values: {
            version: version.version,
            raw: text,
            major: String(version.major),
            minor: String(version.minor),
            patch: String(version.patch),
            prerelease: version.prerelease.join(','),
            build: version.build.join(','),
        },
        isUnstable: version.prerelease.length > 0,
    };
}
function parsePep440(text) {
    const version = _renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.explain(text);
    const normal = _renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.clean(text);
    if (version === null || normal === null)
        return undefined;
    return {
        values: {
            version: normal,
            raw: text,
            major: String(_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.major(text)),
            minor: String(_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.minor(text)),
            patch: String(_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.patch(text)),
            prerelease: '',
            build: '',
        },
        isUnstable: version.is_prerelease || version.is_postrelease || version.is_devrelease,
    };
}
const PEP440_NAMES = ['version', 'raw', 'major', 'minor', 'patch'];
const SEMVER_NAMES = [...PEP440_NAMES, 'prerelease', 'build'];


/***/ }),

/***/ 5312:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  P3: () => (/* binding */ TAG_INPUTS),
  Zv: () => (/* binding */ listNames),
  cx: () => (/* binding */ parseCommitInputs),
  zV: () => (/* binding */ parseTagInputs)
});

// EXTERNAL MODULE: ./src/base/image.ts
var base_image = __nccwpck_require__(1860);
// EXTERNAL MODULE: ./src/tag/commit/event.ts
var commit_event = __nccwpck_require__(8368);
// EXTERNAL MODULE: ./src/tag/labels.ts
var labels = __nccwpck_require__(8925);
// EXTERNAL MODULE: ./src/tag/rules/expression.ts
var expression = __nccwpck_require__(1204);
// EXTERNAL MODULE: ./src/tag/rules/parse.ts + 10 modules
var parse = __nccwpck_require__(6566);
;// CONCATENATED MODULE: ./src/tag/rules/flavor.ts


const LATEST = ['auto', 'true', 'false'];
function parseFlavor(text) {
    const none = { template: [], onLatest: false };
    let flavor = { latest: 'auto', prefix: none, suffix: none };
    const problems = [];
    for (const source of (0,parse/* parseListInput */.UF)(text, problems)) {
        const entryProblems = [];
        flavor = applyFlavorLine(flavor, source, entryProblems);
        for (const problem of entryProblems)
            problems.push(`${JSON.stringify(source)}: ${problem}`);
    }
    return { flavor, problems };
}
function applyFlavorLine(flavor, source, problems) {
    let changed = flavor;
    let affix;
    for (const field of (0,parse/* parseItemFields */.cs)(source, problems)) {
        const { key, value } = splitField(field);
        if (key === 'prefix' || key === 'suffix') {
            affix = key;
            const template = (0,expression/* parseGlobalTemplate */.Pp)(value, problems);
            changed = { ...changed, [key]: { ...changed[key], template } };
        }
        else if (key === 'latest') {
            changed = { ...changed, latest: parseWord(field, value, LATEST, problems) };
        }
        else if (key === 'onlatest') {
            const onLatest = parseWord(field, value, ['false', 'true'], problems) === 'true';
            if (affix !== undefined)
                changed = { ...changed, [affix]: { ...changed[affix], onLatest } };
        }
        else {
            problems.push(`expected latest=, prefix=, suffix= or onlatest=, got ${JSON.stringify(field)}`);
        }
    }
    return changed;
}
function splitField(field) {
    if (!field.includes('='))
        return { key: '', value: '' };
    const key = field.slice(0, field.indexOf('='));
    const value = field.slice(key.length + 1).replace(/=.*$/, '');
    return { key: key.trim().toLowerCase(), value: value.trim() };
}
function parseWord(field, value, words, problems) {
    const found = words.find((word) => word === value);
    if (found !== undefined)
        return found;
    problems.push(`expected one of ${words.join(', ')}, got ${JSON.stringify(field)}`);
    return words[0];
}

;// CONCATENATED MODULE: ./src/tag/inputs.ts





const TAG_INPUTS = [
    'image',
    'tags',
    'flavor',
    'tag',
    'digest',
    'source-sha',
    'short-sha-length',
    'extra-labels',
];
const DEFAULT_RULES = 'type=sha,prefix={{branch}}-';
const DEFAULT_SHORT_SHA_LENGTH = 7;
const NOT_WHOLE = 'expected a tag or digest in it, since the tag step does not run. Pass the output image of the job that ran it, or give tag or digest';
const FROM_ANOTHER_JOB = 'Where it comes from another job, that job has to list it under outputs:, and this one has to name that job in needs:';
const IMAGE = 'an image repository or reference such as ghcr.io/org/app';
const NO_IMAGE = { valid: true, reference: { repository: '' }, lowered: false };
function parseTagInputs(reader, computes = true) {
    const { reference, furtherRepositories, lowered } = parseImages(reader);
    const tag = readPart(reader, 'tag', reference.tag, base_image/* isTag */.dz, base_image/* TAG_RULE */.Kx);
    const digest = readPart(reader, 'digest', reference.digest, base_image/* isDigest */.Bc, base_image/* DIGEST_RULE */.M$);
    if (!computes && reader.has('image') && tag === undefined && digest === undefined) {
        reader.complain('image', NOT_WHOLE);
    }
    const deploysByDigest = reference.digest !== undefined && !reader.has('tags') && !reader.has('flavor');
    const given = !computes || (tag === undefined && deploysByDigest);
    return {
        image: {
            repository: reference.repository,
            tag,
            digest,
        },
        furtherRepositories,
        imageWasLowered: lowered,
        rules: given ? [] : readRules(reader, tag),
        flavor: readFlavor(reader),
        extraLabels: (0,labels/* parseExtraLabels */.z7)(reader),
        ...parseCommitInputs(reader),
        token: reader.string('token') ?? '',
    };
}
function parseImages(reader) {
    const [first, ...further] = reader.lines('image').filter((line) => !line.startsWith('#'));
    if (first === undefined) {
        reader.complain('image', `expected ${IMAGE}, got nothing. ${FROM_ANOTHER_JOB}`);
        return { ...NO_IMAGE, furtherRepositories: [] };
    }
    const { reference, lowered } = parseImage(reader, first);
    const others = further.map((line) => ({ line, ...parseImage(reader, line) }));
    for (const { line, ...other } of others) {
        if (!(0,base_image/* isDeployable */.M4)(other.reference))
            continue;
        const cure = 'The first is the one to deploy; its tag and digest go for all.';
        reader.reject('image', 'a repository alone on further lines', line, cure);
    }
    const repositories = new Set(others.map((other) => other.reference.repository));
    return {
        reference,
        furtherRepositories: [...repositories].filter((name) => name !== reference.repository),
        lowered: [lowered, ...others.map((other) => other.lowered)].includes(true),
    };
}
function parseImage(reader, image) {
    const parsed = (0,base_image/* parseImageReference */.o_)(image);
    if (parsed.valid)
        return parsed;
    reader.reject('image', IMAGE, image, parsed.rule);
    return NO_IMAGE;
}
function listNames({ image, furtherRepositories }, tags) {
    const repositories = [image.repository, ...furtherRepositories];
    return repositories.flatMap((repository) => tags.map((tag) => `${repository}:${tag}`));
}
function readPart(reader, name, inImage, isValid, rule) {
    const given = reader.string(name);
    if (given === undefined)
        return inImage;
    if (!isValid(given))
        reader.reject(name, `a valid ${name}`, given, rule);
    else if (inImage !== undefined && inImage !== given) {
        reader.reject(name, `the ${name} of image, ${inImage}`, given, `Give the ${name} only once.`);
    }
    return given;
}
function readRules(reader, tag) {
    if (tag === undefined) {
        const given = (0,parse/* parseTagRules */.hh)(reader.string('tags') ?? '');
        for (const problem of given.problems)
            reader.complain('tags', problem);
        const isEmpty = given.rules.length === 0 && given.problems.length === 0;
        return isEmpty ? (0,parse/* parseTagRules */.hh)(DEFAULT_RULES).rules : given.rules;
    }
    const where = reader.has('tag') ? 'tag' : 'image';
    for (const input of ['tags', 'flavor']) {
        if (!reader.has(input))
            continue;
        const problem = `nothing is computed, because the input ${where} gives the tag ${tag}`;
        reader.complain(input, `${problem}. Remove ${input}, or the tag`);
    }
    return [];
}
function readFlavor(reader) {
    const { flavor, problems } = parseFlavor(reader.string('flavor') ?? '');
    for (const problem of problems)
        reader.complain('flavor', problem);
    return flavor;
}
function parseCommitInputs(reader) {
    const sourceSha = readSourceSha(reader);
    return {
        sourceSha,
        shortShaLength: reader.integer('short-sha-length', 4, 40) ?? DEFAULT_SHORT_SHA_LENGTH,
    };
}
function readSourceSha(reader) {
    const sha = reader.string('source-sha')?.toLowerCase();
    if (sha === undefined || commit_event/* FULL_SHA */.RG.test(sha))
        return sha;
    const cure = 'A short SHA is not enough: pass ${{ github.sha }} or the like.';
    reader.reject('source-sha', 'a full commit SHA of 40 (or 64) hex digits', sha, cure);
    return undefined;
}


/***/ }),

/***/ 8925:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Il: () => (/* binding */ computeImageLabels),
/* harmony export */   Mr: () => (/* binding */ mergeLabels),
/* harmony export */   Qp: () => (/* binding */ renderLabelLines),
/* harmony export */   ae: () => (/* binding */ holdsCommit),
/* harmony export */   dT: () => (/* binding */ splitLabel),
/* harmony export */   z7: () => (/* binding */ parseExtraLabels)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4758);
/* harmony import */ var _base_markdown_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(2584);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(3659);
/* harmony import */ var _rules_evaluate_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6925);
/* harmony import */ var _rules_expression_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1204);
/* harmony import */ var _rules_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5019);
/* harmony import */ var _rules_parse_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6566);







const KEY = /^[^\s\p{Cc}="'`{}]+$/u;
const CONTROL = /[^\P{Cc}\t]|[\u2028\u2029]/u;
function parseExtraLabels(reader) {
    const problems = [];
    const labels = (0,_rules_parse_js__WEBPACK_IMPORTED_MODULE_4__/* .parseListInput */ .UF)(reader.string('extra-labels') ?? '', problems).flatMap((line) => {
        const end = line.indexOf('=');
        const key = line.slice(0, end);
        if (end === -1 || !KEY.test(key) || CONTROL.test(line)) {
            reader.reject('extra-labels', 'lines of the form key=value', line);
            return [];
        }
        const ofValue = [];
        const value = (0,_rules_expression_js__WEBPACK_IMPORTED_MODULE_2__/* .parseGlobalTemplate */ .Pp)(line.slice(end + 1), ofValue);
        for (const problem of ofValue)
            problems.push(`${JSON.stringify(line)}: ${problem}`);
        return [{ key, value }];
    });
    for (const problem of problems)
        reader.complain('extra-labels', problem);
    return labels;
}
function computeImageLabels({ sourceSha, version }, context) {
    const { payload, repository, repositoryUrl } = context;
    const values = {
        title: readPayloadText(payload, 'repository.name') ?? repository.replace(/^.*\//, ''),
        description: readPayloadText(payload, 'repository.description'),
        url: repositoryUrl,
        source: repositoryUrl,
        version,
        created: new Date((0,_rules_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .readClock */ .$t)(context)).toISOString(),
        revision: sourceSha,
        licenses: readLicense(payload),
    };
    const labels = Object.entries(values).flatMap(([name, value]) => value === undefined ? [] : [`org.opencontainers.image.${name}=${value}`]);
    const sorted = sortByKey(labels);
    const levels = readLevels(context);
    return {
        labels: sorted,
        annotations: levels.flatMap((level) => sorted.map((label) => `${level}:${label}`)),
    };
}
function readPayloadText(payload, path) {
    const value = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .readPayloadValue */ .CR)(payload, path);
    if (value === null)
        return '';
    return typeof value === 'string' ? (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .renderOneLine */ .N0)(value) : undefined;
}
function readLicense(payload) {
    const isNone = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .readPayloadValue */ .CR)(payload, 'repository.license') === null;
    return isNone ? '' : readPayloadText(payload, 'repository.license.spdx_id');
}
const LEVEL = /^(?:manifest|index)(?:-descriptor)?(?:\[[\w./-]+\])?$/;
function readLevels({ annotationsLevels }) {
    const levels = annotationsLevels.split(',').map((level) => level.trim());
    if (levels.every((level) => LEVEL.test(level)))
        return levels;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG('invalid-context', `DOCKER_METADATA_ANNOTATIONS_LEVELS: expected levels among manifest, index, manifest-descriptor and index-descriptor, separated by commas, got ${JSON.stringify(annotationsLevels)}. Correct it, or unset it to have manifest.`);
}
function mergeLabels(labels, extra, facts) {
    const added = extra.map(({ key, value }) => `${key}=${(0,_rules_evaluate_js__WEBPACK_IMPORTED_MODULE_1__/* .evaluateText */ .p_)(value, facts)}`);
    return sortByKey([...labels, ...added]);
}
function holdsCommit(value) {
    return value.some((part) => part.kind !== 'text' && (part.name === 'sha' || part.name === 'commit_date'));
}
function sortByKey(labels) {
    const byKey = new Map(labels.map((label) => [splitLabel(label)[0], label]));
    const isPlain = [...byKey.keys()].every((key) => /^[a-z.]+$/.test(key));
    const compare = isPlain
        ? (a, b) => (a < b ? -1 : 1)
        : (a, b) => a.localeCompare(b, 'en');
    return [...byKey].sort(([a], [b]) => compare(a, b)).map(([, label]) => label);
}
function splitLabel(label) {
    const equals = label.indexOf('=');
    return [label.slice(0, equals), label.slice(equals + 1)];
}
function renderLabelLines(labels) {
    const lines = labels.map((label) => label.includes(',"') ? `"${label.replaceAll('"', '""')}"` : label);
    return lines.join('\n');
}


/***/ }),

/***/ 1340:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ renderDate),
/* harmony export */   x: () => (/* binding */ parseDateFormat)
/* harmony export */ });
const LONG_FORMATS = {
    LT: 'h:mm A',
    LTS: 'h:mm:ss A',
    L: 'MM/DD/YYYY',
    l: 'M/D/YYYY',
    LL: 'MMMM D, YYYY',
    ll: 'MMM D, YYYY',
    LLL: 'MMMM D, YYYY h:mm A',
    lll: 'MMM D, YYYY h:mm A',
    LLLL: 'dddd, MMMM D, YYYY h:mm A',
    llll: 'ddd, MMM D, YYYY h:mm A',
};
const UNSUPPORTED = ['N', 'NN', 'NNN', 'NNNN', 'NNNNN', 'y', 'yo', 'yy', 'yyy', 'yyyy', 'z', 'zz'];
const TOKENS = {
    Y: ({ year }) => pad(year, 4),
    YY: ({ year }) => pad(year % 100, 2),
    YYYY: ({ year }) => pad(year, 4),
    YYYYY: ({ year }) => pad(year, 5),
    YYYYYY: ({ year }) => `+${pad(year, 6)}`,
    Q: ({ quarter }) => String(quarter),
    Qo: ({ quarter }) => renderOrdinal(quarter),
    M: ({ month }) => String(month),
    Mo: ({ month }) => renderOrdinal(month),
    MM: ({ month }) => pad(month, 2),
    MMM: (moment) => moment.toFormat('LLL'),
    MMMM: (moment) => moment.toFormat('LLLL'),
    w: (moment) => String(localWeek(moment).week),
    wo: (moment) => renderOrdinal(localWeek(moment).week),
    ww: (moment) => pad(localWeek(moment).week, 2),
    W: ({ weekNumber }) => String(weekNumber),
    Wo: ({ weekNumber }) => renderOrdinal(weekNumber),
    WW: ({ weekNumber }) => pad(weekNumber, 2),
    gg: (moment) => pad(localWeek(moment).year % 100, 2),
    gggg: (moment) => pad(localWeek(moment).year, 4),
    ggggg: (moment) => pad(localWeek(moment).year, 5),
    GG: ({ weekYear }) => pad(weekYear % 100, 2),
    GGGG: ({ weekYear }) => pad(weekYear, 4),
    GGGGG: ({ weekYear }) => pad(weekYear, 5),
    D: ({ day }) => String(day),
    Do: ({ day }) => renderOrdinal(day),
    DD: ({ day }) => pad(day, 2),
    DDD: ({ ordinal }) => String(ordinal),
    DDDo: ({ ordinal }) => renderOrdinal(ordinal),
    DDDD: ({ ordinal }) => pad(ordinal, 3),
    d: ({ weekday }) => String(weekday % 7),
    do: ({ weekday }) => renderOrdinal(weekday % 7),
    dd: (moment) => moment.toFormat('ccc').slice(0, 2),
    ddd: (moment) => moment.toFormat('ccc'),
    dddd: (moment) => moment.toFormat('cccc'),
    e: ({ weekday }) => String(weekday % 7),
    E: ({ weekday }) => String(weekday),
    a: ({ hour }) => (hour < 12 ? 'am' : 'pm'),
    A: ({ hour }) => (hour < 12 ? 'AM' : 'PM'),
    H: ({ hour }) => String(hour),
    HH: ({ hour }) => pad(hour, 2),
    h: ({ hour }) => String(hour % 12 || 12),
    hh: ({ hour }) => pad(hour % 12 || 12, 2),
    k: ({ hour }) => String(hour || 24),
    kk: ({ hour }) => pad(hour || 24, 2),
    m: ({ minute }) => String(minute),
    mm: ({ minute }) => pad(minute, 2),
    s: ({ second }) => String(second),
    ss: ({ second }) => pad(second, 2),
    Hmm: (moment) => moment.toFormat('Hmm'),
    Hmmss: (moment) => moment.toFormat('Hmmss'),
    hmm: (moment) => moment.toFormat('hmm'),
    hmmss: (moment) => moment.toFormat('hmmss'),
    ...fractionTokens(),
    Z: (moment) => moment.toFormat('ZZ'),
    ZZ: (moment) => moment.toFormat('ZZZ'),
    X: (moment) => String(moment.toUnixInteger()),
    x: (moment) => String(moment.toMillis()),
};
const LONG_FORMAT = matcherOf(Object.keys(LONG_FORMATS));
const TOKEN = matcherOf([...Object.keys(TOKENS), ...UNSUPPORTED, '.']);
function parseDateFormat(format, problems) {
    const expanded = format.replace(LONG_FORMAT, (token) => LONG_FORMATS[token] ?? token);
    return (expanded.match(TOKEN) ?? []).map((token) => {
        if (UNSUPPORTED.includes(token)) {
            problems.push(`the token ${token} of the date format ${JSON.stringify(format)} is not supported`);
        }
        const isBracketed = token.startsWith('[') && token.length > 1;
        return TOKENS[token] ?? (isBracketed ? token.slice(1, -1) : token.replaceAll('\\', ''));
    });
}
function renderDate(format, moment) {
    return format.map((part) => (typeof part === 'string' ? part : part(moment))).join('');
}
function pad(value, digits) {
    return String(value).padStart(digits, '0');
}
function renderOrdinal(value) {
    const isTeen = Math.floor((value % 100) / 10) === 1;
    const suffix = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
    return `${value}${suffix}`;
}
function localWeek(moment) {
    const saturday = moment.plus({ days: 6 - (moment.weekday % 7) });
    return { year: saturday.year, week: Math.ceil(saturday.ordinal / 7) };
}
function fractionTokens() {
    const lengths = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    return Object.fromEntries(lengths.map((length) => [
        'S'.repeat(length),
        ({ millisecond }) => pad(millisecond, 3).padEnd(9, '0').slice(0, length),
    ]));
}
function matcherOf(words) {
    const longestFirst = words.toSorted((a, b) => b.length - a.length);
    return new RegExp(`\\[[^[]*\\]|\\\\?(?:${longestFirst.join('|')})`, 'gs');
}


/***/ }),

/***/ 6925:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   YC: () => (/* binding */ evaluateDate),
/* harmony export */   lz: () => (/* binding */ evaluateGlobalTemplate),
/* harmony export */   p_: () => (/* binding */ evaluateText)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4758);
/* harmony import */ var _commit_event_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8368);
/* harmony import */ var _date_format_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1340);
/* harmony import */ var _expression_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1204);




function evaluateGlobalTemplate(template, facts) {
    return (0,_expression_js__WEBPACK_IMPORTED_MODULE_2__/* .evaluateTemplate */ .M1)(template, (expression) => expression.kind === 'date'
        ? evaluateDate(expression, facts)
        : evaluateName(expression.name, facts));
}
function evaluateText(template, facts) {
    return evaluateGlobalTemplate(template, facts)
        .map(({ text }) => text)
        .join('');
}
function evaluateDate(expression, facts) {
    const time = expression.name === 'date' ? facts.startedAt : facts.committedAt;
    if (time === undefined) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG('unavailable', `tags: {{commit_date}} needs the date of commit ${facts.commit.sha}, which is not known.`);
    }
    if (facts.calendar === undefined)
        throw new Error('A date is rendered that no rule asked for.');
    return (0,_date_format_js__WEBPACK_IMPORTED_MODULE_1__/* .renderDate */ .F)(expression.format, facts.calendar(time, expression.timeZone));
}
function evaluateName(name, facts) {
    switch (name) {
        case 'branch':
            return facts.commit.branch ?? '';
        case 'tag':
            return facts.commit.tag ?? '';
        case 'sha':
            return (0,_commit_event_js__WEBPACK_IMPORTED_MODULE_3__/* .abbreviateSha */ .Kx)(facts.commit.sha, facts.shortShaLength);
        case 'base_ref':
            return facts.baseRef;
        case 'is_default_branch':
            return String(isDefaultBranch(facts));
        case 'is_not_default_branch':
            return String(!isDefaultBranch(facts));
    }
}
function isDefaultBranch({ commit, defaultBranch, eventName }) {
    if (commit.branch !== undefined && commit.branch === defaultBranch)
        return true;
    const hasRef = (commit.branch ?? commit.tag ?? commit.pullRequest) !== undefined;
    return hasRef && (0,_commit_event_js__WEBPACK_IMPORTED_MODULE_3__/* .isOnDefaultBranch */ .vZ)(eventName);
}


/***/ }),

/***/ 1204:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Am: () => (/* binding */ joinPieces),
/* harmony export */   Cl: () => (/* binding */ parseVersionTemplate),
/* harmony export */   M1: () => (/* binding */ evaluateTemplate),
/* harmony export */   Pp: () => (/* binding */ parseGlobalTemplate),
/* harmony export */   Sd: () => (/* binding */ parseDateExpression)
/* harmony export */ });
/* unused harmony exports ARGUMENT, parseHandlebars */
/* harmony import */ var _base_template_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(643);
/* harmony import */ var _commit_version_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3788);
/* harmony import */ var _date_format_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1340);



const DATES = ['date', 'commit_date'];
const GLOBALS = [
    'branch',
    'tag',
    'sha',
    'base_ref',
    'is_default_branch',
    'is_not_default_branch',
];
function parseGlobalTemplate(text, problems) {
    return parseHandlebars(text, (call) => DATES.some((name) => name === call.name)
        ? parseDateCall(call, problems)
        : parseName(call, GLOBALS, [...GLOBALS, ...DATES], problems), problems);
}
function parseVersionTemplate(text, kind, problems) {
    const names = kind === 'semver' ? _commit_version_js__WEBPACK_IMPORTED_MODULE_0__/* .SEMVER_NAMES */ .i1 : _commit_version_js__WEBPACK_IMPORTED_MODULE_0__/* .PEP440_NAMES */ .vL;
    return parseHandlebars(text, (call) => parseName(call, names, names, problems), problems);
}
function parseDateExpression(text, problems) {
    return parseHandlebars(text, (call) => parseDateCall(call, problems), problems);
}
function parseName({ source, name, options }, names, known, problems) {
    const found = names.find((candidate) => candidate === name);
    if (found === undefined) {
        problems.push(`the expression ${source} is not known here; there are ${known.join(', ')}`);
        return undefined;
    }
    if (options.size > 0)
        problems.push(`the expression ${source} takes no arguments`);
    return { kind: 'name', name: found };
}
function parseDateCall({ source, name, options }, problems) {
    const found = DATES.find((candidate) => candidate === name);
    if (found === undefined) {
        problems.push(`the expression ${source} is not known here; there are ${DATES.join(', ')}`);
        return undefined;
    }
    const unknown = [...options.keys()].find((option) => option !== ARGUMENT && option !== 'tz');
    if (unknown !== undefined)
        problems.push(`${source} has no option "${unknown}", only tz`);
    const format = options.get(ARGUMENT) ?? '';
    if (format === '') {
        problems.push(`${source} lacks a format in quotes, such as {{${found} 'YYYYMMDD'}}`);
    }
    const timeZone = options.get('tz') ?? 'UTC';
    if (!isTimeZone(timeZone)) {
        problems.push(`${source}: expected a time zone such as Europe/Paris, got "${timeZone}"`);
    }
    return { kind: 'date', name: found, format: (0,_date_format_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDateFormat */ .x)(format, problems), timeZone };
}
function isTimeZone(name) {
    try {
        return Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
    }
    catch {
        return false;
    }
}
const ARGUMENT = 'argument';
const EXPRESSION = /(\{{2,}[^{}]*\}{2,})/;
const BALANCED = /^(?:\{{3}[^{}]*\}{3}|\{{2}[^{}]*\}{2})$/;
const QUOTED = /(?:(\w+)=)?(['"])(.*?)\2/g;
function parseHandlebars(text, parseExpression, problems) {
    const parts = [];
    for (const { text: source, expression } of (0,_base_template_js__WEBPACK_IMPORTED_MODULE_2__/* .splitTemplate */ .L)(text, EXPRESSION)) {
        if (expression !== undefined) {
            if (!BALANCED.test(source)) {
                problems.push(`${source}: expected two or three braces on both sides, such as {{branch}}`);
                continue;
            }
            const parsed = parseExpression(parseCall(source, expression));
            if (parsed !== undefined)
                parts.push(parsed);
        }
        else if (source.includes('{{')) {
            problems.push(`the expression in ${JSON.stringify(source)} is not closed`);
        }
        else if (source !== '') {
            parts.push({ kind: 'text', text: source });
        }
    }
    return parts;
}
function parseCall(source, expression) {
    const options = new Map();
    const name = expression
        .replace(QUOTED, (_match, option, _quote, value) => {
        options.set(option ?? ARGUMENT, value);
        return '';
    })
        .trim();
    return { source, name, options };
}
function evaluateTemplate(template, evaluate) {
    return template.map((part) => part.kind === 'text' ? part : { kind: 'value', text: evaluate(part) });
}
function joinPieces(pieces) {
    let joined = '';
    let valueEnd = 0;
    let dropped = false;
    for (const piece of pieces) {
        const separated = dropped && piece.kind === 'text';
        joined += separated ? piece.text.replace(/^[._-]+/, '') : piece.text;
        dropped = piece.kind === 'value' && piece.text === '';
        if (piece.kind === 'value' && !dropped)
            valueEnd = joined.length;
    }
    if (!dropped)
        return joined;
    return joined.slice(0, valueEnd) + joined.slice(valueEnd).replace(/[._-]+$/, '');
}


/***/ }),

/***/ 5019:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $I: () => (/* binding */ findNeeds),
/* harmony export */   $t: () => (/* binding */ readClock),
/* harmony export */   pc: () => (/* binding */ gatherFacts)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4758);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3659);
/* harmony import */ var _base_date_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4581);
/* harmony import */ var _commit_event_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8368);




const COMMITS = ['head_commit', 'workflow_run.head_commit', 'merge_group.head_commit'];
function gatherFacts(context, commit, shortShaLength) {
    const defaultBranch = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readPayloadString */ .Qf)(context.payload, 'repository.default_branch');
    const committedAt = findCommitDate(context, commit.sha);
    return {
        eventName: context.eventName,
        commit,
        baseRef: findBaseRef(context, commit),
        defaultBranch,
        shortShaLength,
        startedAt: readClock(context),
        committedAt,
    };
}
function readClock({ startedAt, sourceDateEpoch }) {
    if (sourceDateEpoch === '')
        return startedAt;
    if (/^\d{1,12}$/.test(sourceDateEpoch))
        return 1000 * Number(sourceDateEpoch);
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PromoteError */ .jG('invalid-context', `SOURCE_DATE_EPOCH: expected seconds since 1970, got ${JSON.stringify(sourceDateEpoch)}. Correct it, or unset it to have the time of the run.`);
}
function findBaseRef({ payload }, commit) {
    if (commit.tag !== undefined) {
        return ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readPayloadString */ .Qf)(payload, 'base_ref') ?? '').replace(/^refs\/heads\//, '');
    }
    if (commit.pullRequest === undefined)
        return '';
    return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readPayloadString */ .Qf)(payload, 'pull_request.base.ref') ?? '';
}
function findCommitDate({ payload }, sha) {
    const { commits } = payload;
    const pushed = Array.isArray(commits) ? commits : [];
    for (const commit of [...pushed, ...COMMITS.map((path) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readPayloadValue */ .CR)(payload, path))]) {
        if ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(commit) && commit['id'] === sha)
            return (0,_base_date_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDate */ ._)(commit['timestamp']);
    }
    return undefined;
}
function findNeeds(rules, flavor, eventName, further = []) {
    const applied = rules.filter((rule) => mayApply(rule, eventName));
    const names = new Set([flavor.prefix.template, flavor.suffix.template, ...applied.flatMap(listTemplates), ...further]
        .flat()
        .flatMap((part) => (part.kind === 'text' ? [] : [part.name])));
    const isEdge = applied.some((rule) => rule.type === 'edge' && rule.branch === undefined);
    const asksBranch = names.has('is_default_branch') || names.has('is_not_default_branch');
    return {
        defaultBranch: isEdge || (asksBranch && !(0,_commit_event_js__WEBPACK_IMPORTED_MODULE_3__/* .isOnDefaultBranch */ .vZ)(eventName)),
        commitDate: names.has('commit_date'),
        calendar: names.has('date') || names.has('commit_date'),
    };
}
function mayApply({ enable, type }, eventName) {
    const isOff = enable.some((part) => part.kind === 'text' && part.text === 'false');
    return !isOff && (type !== 'schedule' || (0,_commit_event_js__WEBPACK_IMPORTED_MODULE_3__/* .isScheduled */ .mQ)(eventName));
}
function listTemplates(rule) {
    return [
        rule.prefix ?? [],
        rule.suffix ?? [],
        rule.enable,
        ('value' in rule ? rule.value : undefined) ?? [],
        rule.type === 'schedule' ? rule.pattern : [],
    ];
}


/***/ }),

/***/ 6566:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  cs: () => (/* binding */ parseItemFields),
  UF: () => (/* binding */ parseListInput),
  hh: () => (/* binding */ parseTagRules)
});

;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/api/CsvError.js
class CsvError extends Error {
  constructor(code, message, options, ...contexts) {
    if (Array.isArray(message)) message = message.join(" ").trim();
    super(message);
    if (Error.captureStackTrace !== undefined) {
      Error.captureStackTrace(this, CsvError);
    }
    this.code = code;
    for (const context of contexts) {
      for (const key in context) {
        const value = context[key];
        this[key] = Buffer.isBuffer(value)
          ? value.toString(options.encoding)
          : value == null
            ? value
            : JSON.parse(JSON.stringify(value));
      }
    }
  }
}



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/utils/is_object.js
const is_object = function (obj) {
  return typeof obj === "object" && obj !== null && !Array.isArray(obj);
};



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/api/normalize_columns_array.js



const normalize_columns_array = function (columns) {
  const normalizedColumns = [];
  for (let i = 0, l = columns.length; i < l; i++) {
    const column = columns[i];
    if (column === undefined || column === null || column === false) {
      normalizedColumns[i] = { disabled: true };
    } else if (typeof column === "string" || typeof column === "number") {
      normalizedColumns[i] = { name: `${column}` };
    } else if (is_object(column)) {
      if (typeof column.name !== "string") {
        throw new CsvError("CSV_OPTION_COLUMNS_MISSING_NAME", [
          "Option columns missing name:",
          `property "name" is required at position ${i}`,
          "when column is an object literal",
        ]);
      }
      normalizedColumns[i] = column;
    } else {
      throw new CsvError("CSV_INVALID_COLUMN_DEFINITION", [
        "Invalid column definition:",
        "expect a string or a literal object,",
        `got ${JSON.stringify(column)} at position ${i}`,
      ]);
    }
  }
  return normalizedColumns;
};



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/utils/ResizeableBuffer.js
class ResizeableBuffer {
  constructor(size = 100) {
    this.size = size;
    this.length = 0;
    this.buf = Buffer.allocUnsafe(size);
  }
  prepend(val) {
    if (Buffer.isBuffer(val)) {
      const length = this.length + val.length;
      if (length >= this.size) {
        this.resize();
        if (length >= this.size) {
          throw Error("INVALID_BUFFER_STATE");
        }
      }
      const buf = this.buf;
      this.buf = Buffer.allocUnsafe(this.size);
      val.copy(this.buf, 0);
      buf.copy(this.buf, val.length);
      this.length += val.length;
    } else {
      const length = this.length++;
      if (length === this.size) {
        this.resize();
      }
      const buf = this.clone();
      this.buf[0] = val;
      buf.copy(this.buf, 1, 0, length);
    }
  }
  append(val) {
    const length = this.length++;
    if (length === this.size) {
      this.resize();
    }
    this.buf[length] = val;
  }
  clone() {
    return Buffer.from(this.buf.slice(0, this.length));
  }
  resize() {
    const length = this.length;
    this.size = this.size * 2;
    const buf = Buffer.allocUnsafe(this.size);
    this.buf.copy(buf, 0, 0, length);
    this.buf = buf;
  }
  toString(encoding) {
    if (encoding) {
      return this.buf.toString(encoding, 0, this.length);
    } else {
      return Uint8Array.prototype.slice.call(this.buf.slice(0, this.length));
    }
  }
  toJSON() {
    return this.toString("utf8");
  }
  reset() {
    this.length = 0;
  }
}

/* harmony default export */ const utils_ResizeableBuffer = (ResizeableBuffer);

;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/api/init_state.js


const init_state = function (options) {
  // ECMAScript WhiteSpace + LineTerminator codepoints, encoded under
  // `options.encoding`. Aligns trimming with `String.prototype.trim()`.
  // https://tc39.es/ecma262/#sec-white-space
  // https://tc39.es/ecma262/#sec-line-terminators
  //
  // Codepoints unrepresentable in the target encoding are dropped: Node's
  // Buffer substitutes them with `?` (0x3F), and including those would cause
  // literal `?` bytes in the input to be trimmed under `latin1`/`ascii`.
  const timchars = [
    // Basic Latin
    0x0020, // [Space](https://www.fileformat.info/info/unicode/char/0020/index.htm)
    0x0009, // [CHARACTER TABULATION (HT)](https://www.fileformat.info/info/unicode/char/0009/index.htm)
    0x000a, // [LINE FEED (LF)](https://www.fileformat.info/info/unicode/char/000a/index.htm)
    0x000d, // [CARRIAGE RETURN (CR)](https://www.fileformat.info/info/unicode/char/000d/index.htm)
    0x000c, // [FORM FEED (FF)](https://www.fileformat.info/info/unicode/char/000c/index.htm)
    0x000b, // [LINE TABULATION (VT)](https://www.fileformat.info/info/unicode/char/000b/index.htm)
    // Latin-1 Supplement
    0x00a0, // [NO-BREAK SPACE (NBSP)](https://www.fileformat.info/info/unicode/char/00a0/index.htm)
    // Ogham
    0x1680, // [OGHAM SPACE MARK](https://www.fileformat.info/info/unicode/char/1680/index.htm)
    // General Punctuation
    0x2000, // [EN QUAD](https://www.fileformat.info/info/unicode/char/2000/index.htm)
    0x2001, // [EM QUAD](https://www.fileformat.info/info/unicode/char/2001/index.htm)
    0x2002, // [EN SPACE](https://www.fileformat.info/info/unicode/char/2002/index.htm)
    0x2003, // [EM SPACE](https://www.fileformat.info/info/unicode/char/2003/index.htm)
    0x2004, // [THREE-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2004/index.htm)
    0x2005, // [FOUR-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2005/index.htm)
    0x2006, // [SIX-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2006/index.htm)
    0x2007, // [FIGURE SPACE](https://www.fileformat.info/info/unicode/char/2007/index.htm)
    0x2008, // [PUNCTUATION SPACE](https://www.fileformat.info/info/unicode/char/2008/index.htm)
    0x2009, // [THIN SPACE](https://www.fileformat.info/info/unicode/char/2009/index.htm)
    0x200a, // [HAIR SPACE](https://www.fileformat.info/info/unicode/char/200a/index.htm)
    0x2028, // [LINE SEPARATOR](https://www.fileformat.info/info/unicode/char/2028/index.htm)
    0x2029, // [PARAGRAPH SEPARATOR](https://www.fileformat.info/info/unicode/char/2029/index.htm)
    0x202f, // [NARROW NO-BREAK SPACE (NNBSP)](https://www.fileformat.info/info/unicode/char/202f/index.htm)
    0x205f, // [MEDIUM MATHEMATICAL SPACE (MMSP)](https://www.fileformat.info/info/unicode/char/205f/index.htm)
    0x3000, // [IDEOGRAPHIC SPACE](https://www.fileformat.info/info/unicode/char/3000/index.htm)
    0xfeff, // [ZERO WIDTH NO-BREAK SPACE (BOM)](https://www.fileformat.info/info/unicode/char/feff/index.htm)
  ].reduce((acc, codepoint) => {
    const encoded = Buffer.from(
      String.fromCharCode(codepoint),
      options.encoding,
    );
    if (codepoint !== 0x3f && encoded.length === 1 && encoded[0] === 0x3f) {
      return acc;
    }
    acc.push(encoded);
    return acc;
  }, []);
  // First-byte lookup table for `__isCharTrimable`. Non-whitespace bytes
  // (the common case) bail out in O(1) without scanning every timchar.
  const timcharFirstBytes = new Uint8Array(256);
  for (const t of timchars) timcharFirstBytes[t[0]] = 1;
  return {
    bomSkipped: false,
    bufBytesStart: 0,
    castField: options.cast_function,
    commenting: false,
    delimiterBufPrevious: undefined,
    delimiterDiscovered: false,
    // Current error encountered by a record
    error: undefined,
    enabled: options.from_line === 1,
    escaping: false,
    escapeIsQuote:
      Buffer.isBuffer(options.escape) &&
      Buffer.isBuffer(options.quote) &&
      Buffer.compare(options.escape, options.quote) === 0,
    // columns can be `false`, `true`, `Array`
    expectedRecordLength: Array.isArray(options.columns)
      ? options.columns.length
      : undefined,
    field: new utils_ResizeableBuffer(20),
    firstLineToHeaders: options.cast_first_line_to_header,
    needMoreDataSize: Math.max(
      // Skip if the remaining buffer smaller than comment
      options.comment !== null ? options.comment.length : 0,
      // Skip if the remaining buffer can be delimiter
      ...(options.delimiter
        ? options.delimiter.map((delimiter) => delimiter.length)
        : []),
      // Auto discovery of delimiter is limited to 1 character
      options.delimiter_auto ? 1 : 0,
      // Skip if the remaining buffer can be escape sequence
      options.quote !== null ? options.quote.length : 0,
      // Skip if the remaining buffer can be a multi-byte trim character
      ...timchars.map((t) => t.length),
    ),
    previousBuf: undefined,
    quoting: false,
    stop: false,
    rawBuffer: new utils_ResizeableBuffer(100),
    record: [],
    recordHasError: false,
    record_length: 0,
    recordDelimiterMaxLength:
      options.record_delimiter.length === 0
        ? 0
        : Math.max(...options.record_delimiter.map((v) => v.length)),
    trimChars: [
      Buffer.from(" ", options.encoding)[0],
      Buffer.from("\t", options.encoding)[0],
    ],
    wasQuoting: false,
    wasRowDelimiter: false,
    timchars: timchars,
    timcharFirstBytes: timcharFirstBytes,
  };
};



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/utils/underscore.js
const underscore = function (str) {
  return str.replace(/([A-Z])/g, function (_, match) {
    return "_" + match.toLowerCase();
  });
};



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/api/normalize_options.js





const normalize_options = function (opts) {
  const options = {};
  // Merge with user options
  for (const opt in opts) {
    options[underscore(opt)] = opts[opt];
  }
  // Normalize option `encoding`
  // Note: defined first because other options depends on it
  // to convert chars/strings into buffers.
  if (options.encoding === undefined || options.encoding === true) {
    options.encoding = "utf8";
  } else if (options.encoding === null || options.encoding === false) {
    options.encoding = null;
  } else if (
    typeof options.encoding !== "string" &&
    options.encoding !== null
  ) {
    throw new CsvError(
      "CSV_INVALID_OPTION_ENCODING",
      [
        "Invalid option encoding:",
        "encoding must be a string or null to return a buffer,",
        `got ${JSON.stringify(options.encoding)}`,
      ],
      options,
    );
  }
  // Normalize option `bom`
  if (
    options.bom === undefined ||
    options.bom === null ||
    options.bom === false
  ) {
    options.bom = false;
  } else if (options.bom !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_BOM",
      [
        "Invalid option bom:",
        "bom must be true,",
        `got ${JSON.stringify(options.bom)}`,
      ],
      options,
    );
  }
  // Normalize option `cast`
  options.cast_function = null;
  if (
    options.cast === undefined ||
    options.cast === null ||
    options.cast === false ||
    options.cast === ""
  ) {
    options.cast = undefined;
  } else if (typeof options.cast === "function") {
    options.cast_function = options.cast;
    options.cast = true;
  } else if (options.cast !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_CAST",
      [
        "Invalid option cast:",
        "cast must be true or a function,",
        `got ${JSON.stringify(options.cast)}`,
      ],
      options,
    );
  }
  // Normalize option `cast_date`
  if (
    options.cast_date === undefined ||
    options.cast_date === null ||
    options.cast_date === false ||
    options.cast_date === ""
  ) {
    options.cast_date = false;
  } else if (options.cast_date === true) {
    options.cast_date = function (value) {
      const date = Date.parse(value);
      return !isNaN(date) ? new Date(date) : value;
    };
  } else if (typeof options.cast_date !== "function") {
    throw new CsvError(
      "CSV_INVALID_OPTION_CAST_DATE",
      [
        "Invalid option cast_date:",
        "cast_date must be true or a function,",
        `got ${JSON.stringify(options.cast_date)}`,
      ],
      options,
    );
  }
  // Normalize option `columns`
  options.cast_first_line_to_header = undefined;
  if (options.columns === true) {
    // Fields in the first line are converted as-is to columns
    options.cast_first_line_to_header = undefined;
  } else if (typeof options.columns === "function") {
    options.cast_first_line_to_header = options.columns;
    options.columns = true;
  } else if (Array.isArray(options.columns)) {
    options.columns = normalize_columns_array(options.columns);
  } else if (
    options.columns === undefined ||
    options.columns === null ||
    options.columns === false
  ) {
    options.columns = false;
  } else {
    throw new CsvError(
      "CSV_INVALID_OPTION_COLUMNS",
      [
        "Invalid option columns:",
        "expect an array, a function or true,",
        `got ${JSON.stringify(options.columns)}`,
      ],
      options,
    );
  }
  // Normalize option `group_columns_by_name`
  if (
    options.group_columns_by_name === undefined ||
    options.group_columns_by_name === null ||
    options.group_columns_by_name === false
  ) {
    options.group_columns_by_name = false;
  } else if (options.group_columns_by_name !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "expect an boolean,",
        `got ${JSON.stringify(options.group_columns_by_name)}`,
      ],
      options,
    );
  } else if (options.columns === false) {
    throw new CsvError(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "the `columns` mode must be activated.",
      ],
      options,
    );
  }
  // Normalize option `comment`
  if (
    options.comment === undefined ||
    options.comment === null ||
    options.comment === false ||
    options.comment === ""
  ) {
    options.comment = null;
  } else {
    if (typeof options.comment === "string") {
      options.comment = Buffer.from(options.comment, options.encoding);
    }
    if (!Buffer.isBuffer(options.comment)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_COMMENT",
        [
          "Invalid option comment:",
          "comment must be a buffer or a string,",
          `got ${JSON.stringify(options.comment)}`,
        ],
        options,
      );
    }
  }
  // Normalize option `comment_no_infix`
  if (
    options.comment_no_infix === undefined ||
    options.comment_no_infix === null ||
    options.comment_no_infix === false
  ) {
    options.comment_no_infix = false;
  } else if (options.comment_no_infix !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_COMMENT",
      [
        "Invalid option comment_no_infix:",
        "value must be a boolean,",
        `got ${JSON.stringify(options.comment_no_infix)}`,
      ],
      options,
    );
  }
  // Normalize option `delimiter_auto`
  if (
    options.delimiter_auto === undefined ||
    options.delimiter_auto === null ||
    options.delimiter_auto === false
  ) {
    options.delimiter_auto = false;
  } else if (options.delimiter_auto === true) {
    options.delimiter_auto = {};
  } else if (!is_object(options.delimiter_auto)) {
    throw new CsvError(
      "CSV_INVALID_OPTION_DELIMITER_AUTO",
      [
        "Invalid option delimiter_auto:",
        "delimiter_auto must be a boolean or a configuration object,",
        `got ${JSON.stringify(options.delimiter_auto)}`,
      ],
      options,
    );
  }
  if (options.delimiter_auto) {
    if (options.delimiter_auto.preferred === undefined)
      options.delimiter_auto.preferred = {
        [",".charCodeAt(0)]: 1.8,
        ["\t".charCodeAt(0)]: 1.8,
        [";".charCodeAt(0)]: 1.6,
        [" ".charCodeAt(0)]: 1.6,
        [":".charCodeAt(0)]: 1.5,
        [".".charCodeAt(0)]: 1.4,
        ["/".charCodeAt(0)]: 1.4,
      };
    else if (!is_object(options.delimiter_auto.preferred)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "preferred must be an object,",
          `got ${JSON.stringify(options.delimiter_auto.preferred)}`,
        ],
        options,
      );
    }
    if (options.delimiter_auto.score === undefined)
      options.delimiter_auto.score = (info, options) => {
        return (
          (info.total - info.std) * (options.preferred[info.char_code] || 1)
        );
      };
    else if (typeof options.delimiter_auto.score !== "function") {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "score must be a function,",
          `got ${JSON.stringify(options.delimiter_auto.score)}`,
        ],
        options,
      );
    }
    if (options.delimiter_auto.size === undefined)
      options.delimiter_auto.size = 2048;
    else if (typeof options.delimiter_auto.size !== "number") {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "size must be a number,",
          `got ${JSON.stringify(options.delimiter_auto.size)}`,
        ],
        options,
      );
    }
  }
  // Normalize option `delimiter`
  const delimiter_json = JSON.stringify(options.delimiter);
  if (options.delimiter_auto !== false) {
    options.delimiter = [];
  }
  if (!Array.isArray(options.delimiter)) {
    if (
      options.delimiter === undefined ||
      options.delimiter === null ||
      options.delimiter === false
    ) {
      options.delimiter = Buffer.from(",", options.encoding);
    }
    options.delimiter = [options.delimiter];
  }
  options.delimiter = options.delimiter.map(function (delimiter) {
    if (typeof delimiter === "string") {
      delimiter = Buffer.from(delimiter, options.encoding);
    }
    if (!Buffer.isBuffer(delimiter) || delimiter.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER",
        [
          "Invalid option delimiter:",
          "delimiter must be a non empty string or buffer or array of string|buffer,",
          `got ${delimiter_json}`,
        ],
        options,
      );
    }
    return delimiter;
  });
  // Normalize option `escape`
  if (options.escape === undefined || options.escape === true) {
    options.escape = Buffer.from('"', options.encoding);
  } else if (typeof options.escape === "string") {
    options.escape = Buffer.from(options.escape, options.encoding);
  } else if (options.escape === null || options.escape === false) {
    options.escape = null;
  }
  if (options.escape !== null) {
    if (!Buffer.isBuffer(options.escape)) {
      throw new Error(
        `Invalid Option: escape must be a buffer, a string or a boolean, got ${JSON.stringify(options.escape)}`,
      );
    }
  }
  // Normalize option `from`
  if (options.from === undefined || options.from === null) {
    options.from = 1;
  } else {
    if (typeof options.from === "string" && /\d+/.test(options.from)) {
      options.from = parseInt(options.from);
    }
    if (Number.isInteger(options.from)) {
      if (options.from < 0) {
        throw new Error(
          `Invalid Option: from must be a positive integer, got ${JSON.stringify(opts.from)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: from must be an integer, got ${JSON.stringify(options.from)}`,
      );
    }
  }
  // Normalize option `from_line`
  if (options.from_line === undefined || options.from_line === null) {
    options.from_line = 1;
  } else {
    if (
      typeof options.from_line === "string" &&
      /\d+/.test(options.from_line)
    ) {
      options.from_line = parseInt(options.from_line);
    }
    if (Number.isInteger(options.from_line)) {
      if (options.from_line <= 0) {
        throw new Error(
          `Invalid Option: from_line must be a positive integer greater than 0, got ${JSON.stringify(opts.from_line)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: from_line must be an integer, got ${JSON.stringify(opts.from_line)}`,
      );
    }
  }
  // Normalize options `ignore_last_delimiters`
  if (
    options.ignore_last_delimiters === undefined ||
    options.ignore_last_delimiters === null
  ) {
    options.ignore_last_delimiters = false;
  } else if (typeof options.ignore_last_delimiters === "number") {
    options.ignore_last_delimiters = Math.floor(options.ignore_last_delimiters);
    if (options.ignore_last_delimiters === 0) {
      options.ignore_last_delimiters = false;
    }
  } else if (typeof options.ignore_last_delimiters !== "boolean") {
    throw new CsvError(
      "CSV_INVALID_OPTION_IGNORE_LAST_DELIMITERS",
      [
        "Invalid option `ignore_last_delimiters`:",
        "the value must be a boolean value or an integer,",
        `got ${JSON.stringify(options.ignore_last_delimiters)}`,
      ],
      options,
    );
  }
  if (options.ignore_last_delimiters === true && options.columns === false) {
    throw new CsvError(
      "CSV_IGNORE_LAST_DELIMITERS_REQUIRES_COLUMNS",
      [
        "The option `ignore_last_delimiters`",
        "requires the activation of the `columns` option",
      ],
      options,
    );
  }
  // Normalize option `info`
  if (
    options.info === undefined ||
    options.info === null ||
    options.info === false
  ) {
    options.info = false;
  } else if (options.info !== true) {
    throw new Error(
      `Invalid Option: info must be true, got ${JSON.stringify(options.info)}`,
    );
  }
  // Normalize option `max_record_size`
  if (
    options.max_record_size === undefined ||
    options.max_record_size === null ||
    options.max_record_size === false
  ) {
    options.max_record_size = 0;
  } else if (
    Number.isInteger(options.max_record_size) &&
    options.max_record_size >= 0
  ) {
    // Great, nothing to do
  } else if (
    typeof options.max_record_size === "string" &&
    /\d+/.test(options.max_record_size)
  ) {
    options.max_record_size = parseInt(options.max_record_size);
  } else {
    throw new Error(
      `Invalid Option: max_record_size must be a positive integer, got ${JSON.stringify(options.max_record_size)}`,
    );
  }
  // Normalize option `objname`
  if (
    options.objname === undefined ||
    options.objname === null ||
    options.objname === false
  ) {
    options.objname = undefined;
  } else if (Buffer.isBuffer(options.objname)) {
    if (options.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty buffer`);
    }
    if (options.encoding === null) {
      // Don't call `toString`, leave objname as a buffer
    } else {
      options.objname = options.objname.toString(options.encoding);
    }
  } else if (typeof options.objname === "string") {
    if (options.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty string`);
    }
    // Great, nothing to do
  } else if (typeof options.objname === "number") {
    // if(options.objname.length === 0){
    //   throw new Error(`Invalid Option: objname must be a non empty string`);
    // }
    // Great, nothing to do
  } else {
    throw new Error(
      `Invalid Option: objname must be a string or a buffer, got ${options.objname}`,
    );
  }
  if (options.objname !== undefined) {
    if (typeof options.objname === "number") {
      if (options.columns !== false) {
        throw Error(
          "Invalid Option: objname index cannot be combined with columns or be defined as a field",
        );
      }
    } else {
      // A string or a buffer
      if (options.columns === false) {
        throw Error(
          "Invalid Option: objname field must be combined with columns or be defined as an index",
        );
      }
    }
  }
  // Normalize option `on_record`
  if (options.on_record === undefined || options.on_record === null) {
    options.on_record = undefined;
  } else if (typeof options.on_record !== "function") {
    throw new CsvError(
      "CSV_INVALID_OPTION_ON_RECORD",
      [
        "Invalid option `on_record`:",
        "expect a function,",
        `got ${JSON.stringify(options.on_record)}`,
      ],
      options,
    );
  }
  // Normalize option `on_skip`
  // options.on_skip ??= (err, chunk) => {
  //   this.emit('skip', err, chunk);
  // };
  if (
    options.on_skip !== undefined &&
    options.on_skip !== null &&
    typeof options.on_skip !== "function"
  ) {
    throw new Error(
      `Invalid Option: on_skip must be a function, got ${JSON.stringify(options.on_skip)}`,
    );
  }
  // Normalize option `quote`
  if (
    options.quote === null ||
    options.quote === false ||
    options.quote === ""
  ) {
    options.quote = null;
  } else {
    if (options.quote === undefined || options.quote === true) {
      options.quote = Buffer.from('"', options.encoding);
    } else if (typeof options.quote === "string") {
      options.quote = Buffer.from(options.quote, options.encoding);
    }
    if (!Buffer.isBuffer(options.quote)) {
      throw new Error(
        `Invalid Option: quote must be a buffer or a string, got ${JSON.stringify(options.quote)}`,
      );
    }
  }
  // Normalize option `raw`
  if (
    options.raw === undefined ||
    options.raw === null ||
    options.raw === false
  ) {
    options.raw = false;
  } else if (options.raw !== true) {
    throw new Error(
      `Invalid Option: raw must be true, got ${JSON.stringify(options.raw)}`,
    );
  }
  // Normalize option `record_delimiter`
  if (options.record_delimiter === undefined) {
    options.record_delimiter = [];
  } else if (
    typeof options.record_delimiter === "string" ||
    Buffer.isBuffer(options.record_delimiter)
  ) {
    if (options.record_delimiter.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a non empty string or buffer,",
          `got ${JSON.stringify(options.record_delimiter)}`,
        ],
        options,
      );
    }
    options.record_delimiter = [options.record_delimiter];
  } else if (!Array.isArray(options.record_delimiter)) {
    throw new CsvError(
      "CSV_INVALID_OPTION_RECORD_DELIMITER",
      [
        "Invalid option `record_delimiter`:",
        "value must be a string, a buffer or array of string|buffer,",
        `got ${JSON.stringify(options.record_delimiter)}`,
      ],
      options,
    );
  }
  options.record_delimiter = options.record_delimiter.map(function (rd, i) {
    if (typeof rd !== "string" && !Buffer.isBuffer(rd)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a string, a buffer or array of string|buffer",
          `at index ${i},`,
          `got ${JSON.stringify(rd)}`,
        ],
        options,
      );
    } else if (rd.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a non empty string or buffer",
          `at index ${i},`,
          `got ${JSON.stringify(rd)}`,
        ],
        options,
      );
    }
    if (typeof rd === "string") {
      rd = Buffer.from(rd, options.encoding);
    }
    return rd;
  });
  // Normalize option `relax_column_count`
  if (typeof options.relax_column_count === "boolean") {
    // Great, nothing to do
  } else if (
    options.relax_column_count === undefined ||
    options.relax_column_count === null
  ) {
    options.relax_column_count = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count must be a boolean, got ${JSON.stringify(options.relax_column_count)}`,
    );
  }
  if (typeof options.relax_column_count_less === "boolean") {
    // Great, nothing to do
  } else if (
    options.relax_column_count_less === undefined ||
    options.relax_column_count_less === null
  ) {
    options.relax_column_count_less = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_less must be a boolean, got ${JSON.stringify(options.relax_column_count_less)}`,
    );
  }
  if (typeof options.relax_column_count_more === "boolean") {
    // Great, nothing to do
  } else if (
    options.relax_column_count_more === undefined ||
    options.relax_column_count_more === null
  ) {
    options.relax_column_count_more = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_more must be a boolean, got ${JSON.stringify(options.relax_column_count_more)}`,
    );
  }
  // Normalize option `relax_quotes`
  if (typeof options.relax_quotes === "boolean") {
    // Great, nothing to do
  } else if (
    options.relax_quotes === undefined ||
    options.relax_quotes === null
  ) {
    options.relax_quotes = false;
  } else {
    throw new Error(
      `Invalid Option: relax_quotes must be a boolean, got ${JSON.stringify(options.relax_quotes)}`,
    );
  }
  // Normalize option `skip_empty_lines`
  if (typeof options.skip_empty_lines === "boolean") {
    // Great, nothing to do
  } else if (
    options.skip_empty_lines === undefined ||
    options.skip_empty_lines === null
  ) {
    options.skip_empty_lines = false;
  } else {
    throw new Error(
      `Invalid Option: skip_empty_lines must be a boolean, got ${JSON.stringify(options.skip_empty_lines)}`,
    );
  }
  // Normalize option `skip_records_with_empty_values`
  if (typeof options.skip_records_with_empty_values === "boolean") {
    // Great, nothing to do
  } else if (
    options.skip_records_with_empty_values === undefined ||
    options.skip_records_with_empty_values === null
  ) {
    options.skip_records_with_empty_values = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_empty_values must be a boolean, got ${JSON.stringify(options.skip_records_with_empty_values)}`,
    );
  }
  // Normalize option `skip_records_with_error`
  if (typeof options.skip_records_with_error === "boolean") {
    // Great, nothing to do
  } else if (
    options.skip_records_with_error === undefined ||
    options.skip_records_with_error === null
  ) {
    options.skip_records_with_error = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_error must be a boolean, got ${JSON.stringify(options.skip_records_with_error)}`,
    );
  }
  // Normalize option `rtrim`
  if (
    options.rtrim === undefined ||
    options.rtrim === null ||
    options.rtrim === false
  ) {
    options.rtrim = false;
  } else if (options.rtrim !== true) {
    throw new Error(
      `Invalid Option: rtrim must be a boolean, got ${JSON.stringify(options.rtrim)}`,
    );
  }
  // Normalize option `ltrim`
  if (
    options.ltrim === undefined ||
    options.ltrim === null ||
    options.ltrim === false
  ) {
    options.ltrim = false;
  } else if (options.ltrim !== true) {
    throw new Error(
      `Invalid Option: ltrim must be a boolean, got ${JSON.stringify(options.ltrim)}`,
    );
  }
  // Normalize option `trim`
  if (
    options.trim === undefined ||
    options.trim === null ||
    options.trim === false
  ) {
    options.trim = false;
  } else if (options.trim !== true) {
    throw new Error(
      `Invalid Option: trim must be a boolean, got ${JSON.stringify(options.trim)}`,
    );
  }
  // Normalize options `trim`, `ltrim` and `rtrim`
  if (options.trim === true && opts.ltrim !== false) {
    options.ltrim = true;
  } else if (options.ltrim !== true) {
    options.ltrim = false;
  }
  if (options.trim === true && opts.rtrim !== false) {
    options.rtrim = true;
  } else if (options.rtrim !== true) {
    options.rtrim = false;
  }
  // Normalize option `to`
  if (options.to === undefined || options.to === null) {
    options.to = -1;
  } else if (options.to !== -1) {
    if (typeof options.to === "string" && /\d+/.test(options.to)) {
      options.to = parseInt(options.to);
    }
    if (Number.isInteger(options.to)) {
      if (options.to <= 0) {
        throw new Error(
          `Invalid Option: to must be a positive integer greater than 0, got ${JSON.stringify(opts.to)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: to must be an integer, got ${JSON.stringify(opts.to)}`,
      );
    }
  }
  // Normalize option `to_line`
  if (options.to_line === undefined || options.to_line === null) {
    options.to_line = -1;
  } else if (options.to_line !== -1) {
    if (typeof options.to_line === "string" && /\d+/.test(options.to_line)) {
      options.to_line = parseInt(options.to_line);
    }
    if (Number.isInteger(options.to_line)) {
      if (options.to_line <= 0) {
        throw new Error(
          `Invalid Option: to_line must be a positive integer greater than 0, got ${JSON.stringify(opts.to_line)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: to_line must be an integer, got ${JSON.stringify(opts.to_line)}`,
      );
    }
  }
  return options;
};



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/utils/delimiter_discover.js



// Discussed in [issue #400](https://github.com/adaltas/node-csv/issues/400)
// See https://github.com/python/cpython/blob/ea1b1c579f600cc85d145c60862b2e6b98701b24/Lib/csv.py#L349
const delimiter_discover = function (records, options) {
  // Normalize the configuration
  if (!options) {
    ({ delimiter_auto: options } = normalize_options({ delimiter_auto: true }));
  }
  // Convert String to Buffer
  if (typeof records === "string") {
    records = Buffer.from(records);
  }
  // Convert Buffer to an array of records
  if (Buffer.isBuffer(records)) {
    records = ((data) => {
      const records = [];
      const parser = transform({ delimiter: [] });
      const push = (record) => records.push(record);
      const close = () => {};
      const error = parser.parse(data, true, push, close);
      if (error !== undefined) throw error;
      return records;
    })(records);
  }
  // Info array initialization, 127 entries, one per char code
  const info = Array(127)
    .fill()
    .map(() => ({ lines: [] }));
  // Traverse each records, count occurences per char code
  records.map(([record], line) => {
    for (let i = 0, l = record.length; i < l; i++) {
      // Count the character frequency
      const code = record.charCodeAt(i);
      if (info[code].lines[line] === undefined) info[code].lines[line] = 0;
      info[code].lines[line]++;
    }
  });
  // Traverse each char code, compute the score
  info.map((info, i) => {
    info.char_code = i;
    info.std = std(info.lines);
    info.total = info.lines.reduce((acc, val) => acc + val, 0);
    info.preferred = !!options.preferred[i];
    info.score = options.score(info, options);
  });
  // Extract the dominant character
  const result = info.reduce(
    (acc, info) => (acc.score > info.score ? acc : info),
    {},
  );
  return String.fromCharCode(result.char_code);
};

const std = function (array) {
  const n = array.length;
  if (n === 0) return 0;
  const mean = array.reduce((a, b) => a + b) / n;
  return Math.sqrt(
    array.map((x) => Math.pow(x - mean, 2)).reduce((a, b) => a + b) / n,
  );
};



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/api/index.js






const isRecordEmpty = function (record) {
  return record.every(
    (field) =>
      field == null || (field.toString && field.toString().trim() === ""),
  );
};

const cr = 13; // `\r`, carriage return, 0x0D in hexadécimal, 13 in decimal
const nl = 10; // `\n`, newline, 0x0A in hexadecimal, 10 in decimal

const boms = {
  // Note, the following are equals:
  // Buffer.from("\ufeff")
  // Buffer.from([239, 187, 191])
  // Buffer.from('EFBBBF', 'hex')
  utf8: Buffer.from([239, 187, 191]),
  // Note, the following are equals:
  // Buffer.from "\ufeff", 'utf16le
  // Buffer.from([255, 254])
  utf16le: Buffer.from([255, 254]),
};

const transform = function (original_options = {}) {
  const info = {
    bytes: 0,
    bytes_records: 0,
    comment_lines: 0,
    empty_lines: 0,
    invalid_field_length: 0,
    lines: 1,
    records: 0,
  };
  const options = normalize_options(original_options);
  return {
    info: info,
    original_options: original_options,
    options: options,
    state: init_state(options),
    __needMoreData: function (i, bufLen, end) {
      if (end) return false;
      const { encoding, escape, quote } = this.options;
      const { quoting, needMoreDataSize, recordDelimiterMaxLength } =
        this.state;
      const numOfCharLeft = bufLen - i - 1;
      const requiredLength = Math.max(
        needMoreDataSize,
        // Skip if the remaining buffer smaller than record delimiter
        // If "record_delimiter" is yet to be discovered:
        // 1. It is equals to `[]` and "recordDelimiterMaxLength" equals `0`
        // 2. We set the length to windows line ending in the current encoding
        // Note, that encoding is known from user or bom discovery at that point
        // recordDelimiterMaxLength,
        recordDelimiterMaxLength === 0
          ? Buffer.from("\r\n", encoding).length
          : recordDelimiterMaxLength,
        // Skip if remaining buffer can be an escaped quote
        quoting ? (escape === null ? 0 : escape.length) + quote.length : 0,
        // Skip if remaining buffer can be record delimiter following the closing quote
        quoting ? quote.length + recordDelimiterMaxLength : 0,
      );
      return numOfCharLeft < requiredLength;
    },
    // Central parser implementation
    parse: function (nextBuf, end, push, close) {
      const {
        bom,
        comment_no_infix,
        delimiter_auto,
        encoding,
        from_line,
        ltrim,
        max_record_size,
        raw,
        relax_quotes,
        rtrim,
        skip_empty_lines,
        to,
        to_line,
      } = this.options;
      let { comment, escape, quote, record_delimiter } = this.options;
      const {
        bomSkipped,
        delimiterDiscovered,
        delimiterBufPrevious,
        rawBuffer,
        escapeIsQuote,
      } = this.state;
      // Automatic delimiter discovery
      if (!delimiterDiscovered && delimiter_auto) {
        let delimiterBuf;
        if (delimiterBufPrevious === undefined) {
          delimiterBuf = nextBuf;
        } else if (
          delimiterBufPrevious !== undefined &&
          nextBuf === undefined
        ) {
          delimiterBuf = delimiterBufPrevious;
        } else {
          delimiterBuf = Buffer.concat([delimiterBufPrevious, nextBuf]);
        }
        // Ensure that nextBuf is not concatenated a second time during buffer reconciliation
        nextBuf = undefined;
        // this.delimiterBufPrevious = delimiterBuf;
        if (end || delimiterBuf.length > delimiter_auto.size) {
          this.options.delimiter = [
            Buffer.from(
              delimiter_discover(delimiterBuf, this.options.delimiter_auto),
            ),
          ];
          this.state.previousBuf = delimiterBuf;
          this.state.delimiterBufPrevious = undefined;
          this.state.delimiterDiscovered = true;
        } else {
          this.state.delimiterBufPrevious = delimiterBuf;
          return;
        }
      }
      // Previous buffers reconciliation
      const { previousBuf } = this.state;
      let buf;
      if (previousBuf === undefined) {
        if (nextBuf === undefined) {
          // Handle empty string
          close();
          return;
        } else {
          buf = nextBuf;
        }
      } else if (previousBuf !== undefined && nextBuf === undefined) {
        buf = previousBuf;
      } else {
        buf = Buffer.concat([previousBuf, nextBuf]);
      }
      // Handle UTF BOM
      if (bomSkipped === false) {
        if (bom === false) {
          this.state.bomSkipped = true;
        } else if (buf.length < 3) {
          // No enough data
          if (end === false) {
            // Wait for more data
            this.state.previousBuf = buf;
            return;
          }
        } else {
          for (const encoding in boms) {
            if (boms[encoding].compare(buf, 0, boms[encoding].length) === 0) {
              // Skip BOM
              const bomLength = boms[encoding].length;
              this.state.bufBytesStart += bomLength;
              buf = buf.slice(bomLength);
              // Renormalize original options with the new encoding
              const options = normalize_options({
                ...this.original_options,
                encoding: encoding,
              });
              // Properties are merged with the existing options instance
              for (const key in options) {
                this.options[key] = options[key];
              }
              // Options will re-evaluate the Buffer with the new encoding
              ({ comment, escape, quote } = this.options);
              break;
            }
          }
          this.state.bomSkipped = true;
        }
      }
      const bufLen = buf.length;
      let pos;
      for (pos = 0; pos < bufLen; pos++) {
        // Ensure we get enough space to look ahead
        // There should be a way to move this out of the loop
        if (this.__needMoreData(pos, bufLen, end)) {
          break;
        }
        if (this.state.wasRowDelimiter === true) {
          this.info.lines++;
          this.state.wasRowDelimiter = false;
        }
        if (to_line !== -1 && this.info.lines > to_line) {
          this.state.stop = true;
          close();
          return;
        }
        // Auto discovery of record_delimiter, unix, mac and windows supported
        if (this.state.quoting === false && record_delimiter.length === 0) {
          const record_delimiterCount = this.__autoDiscoverRecordDelimiter(
            buf,
            pos,
          );
          if (record_delimiterCount) {
            record_delimiter = this.options.record_delimiter;
          }
        }
        const chr = buf[pos];
        if (raw === true) {
          rawBuffer.append(chr);
        }
        if (
          (chr === cr || chr === nl) &&
          this.state.wasRowDelimiter === false
        ) {
          this.state.wasRowDelimiter = true;
        }
        // Previous char was a valid escape char
        // treat the current char as a regular char
        if (this.state.escaping === true) {
          this.state.escaping = false;
        } else {
          // Escape is only active inside quoted fields
          // We are quoting, the char is an escape chr and there is a chr to escape
          // if(escape !== null && this.state.quoting === true && chr === escape && pos + 1 < bufLen){
          if (
            escape !== null &&
            this.state.quoting === true &&
            this.__isEscape(buf, pos, chr) &&
            pos + escape.length < bufLen
          ) {
            if (escapeIsQuote) {
              if (this.__isQuote(buf, pos + escape.length)) {
                this.state.escaping = true;
                pos += escape.length - 1;
                continue;
              }
            } else {
              this.state.escaping = true;
              pos += escape.length - 1;
              continue;
            }
          }
          // Not currently escaping and chr is a quote
          // TODO: need to compare bytes instead of single char
          if (this.state.commenting === false && this.__isQuote(buf, pos)) {
            if (this.state.quoting === true) {
              const nextChr = buf[pos + quote.length];
              const isNextChrTrimable =
                rtrim && this.__isCharTrimable(buf, pos + quote.length);
              const isNextChrComment =
                comment !== null &&
                this.__compareBytes(comment, buf, pos + quote.length, nextChr);
              const isNextChrDelimiter = this.__isDelimiter(
                buf,
                pos + quote.length,
                nextChr,
              );
              const isNextChrRecordDelimiter =
                record_delimiter.length === 0
                  ? this.__autoDiscoverRecordDelimiter(buf, pos + quote.length)
                  : this.__isRecordDelimiter(nextChr, buf, pos + quote.length);
              // Escape a quote
              // Treat next char as a regular character
              if (
                escape !== null &&
                this.__isEscape(buf, pos, chr) &&
                this.__isQuote(buf, pos + escape.length)
              ) {
                pos += escape.length - 1;
              } else if (
                !nextChr ||
                isNextChrDelimiter ||
                isNextChrRecordDelimiter ||
                isNextChrComment ||
                isNextChrTrimable
              ) {
                this.state.quoting = false;
                this.state.wasQuoting = true;
                pos += quote.length - 1;
                continue;
              } else if (relax_quotes === false) {
                const err = this.__error(
                  new CsvError(
                    "CSV_INVALID_CLOSING_QUOTE",
                    [
                      "Invalid Closing Quote:",
                      `got "${String.fromCharCode(nextChr)}"`,
                      `at line ${this.info.lines}`,
                      "instead of delimiter, record delimiter, trimable character",
                      "(if activated) or comment",
                    ],
                    this.options,
                    this.__infoField(),
                  ),
                );
                if (err !== undefined) return err;
              } else {
                this.state.quoting = false;
                this.state.wasQuoting = true;
                this.state.field.prepend(quote);
                pos += quote.length - 1;
              }
            } else {
              if (this.state.field.length !== 0) {
                // In relax_quotes mode, treat opening quote preceded by chrs as regular
                if (relax_quotes === false) {
                  const info = this.__infoField();
                  const bom = Object.keys(boms)
                    .map((b) =>
                      boms[b].equals(this.state.field.toString()) ? b : false,
                    )
                    .filter(Boolean)[0];
                  const err = this.__error(
                    new CsvError(
                      "INVALID_OPENING_QUOTE",
                      [
                        "Invalid Opening Quote:",
                        `a quote is found on field ${JSON.stringify(info.column)} at line ${info.lines}, value is ${JSON.stringify(this.state.field.toString(encoding))}`,
                        bom ? `(${bom} bom)` : undefined,
                      ],
                      this.options,
                      info,
                      {
                        field: this.state.field,
                      },
                    ),
                  );
                  if (err !== undefined) return err;
                }
              } else {
                this.state.quoting = true;
                pos += quote.length - 1;
                continue;
              }
            }
          }
          if (this.state.quoting === false) {
            const recordDelimiterLength = this.__isRecordDelimiter(
              chr,
              buf,
              pos,
            );
            if (recordDelimiterLength !== 0) {
              // Do not emit comments which take a full line
              const skipCommentLine =
                this.state.commenting &&
                this.state.wasQuoting === false &&
                this.state.record.length === 0 &&
                this.state.field.length === 0;
              if (skipCommentLine) {
                this.info.comment_lines++;
                // Skip full comment line
              } else {
                // Activate records emission if above from_line
                if (
                  this.state.enabled === false &&
                  this.info.lines +
                    (this.state.wasRowDelimiter === true ? 1 : 0) >=
                    from_line
                ) {
                  this.state.enabled = true;
                  this.__resetField();
                  this.__resetRecord();
                  pos += recordDelimiterLength - 1;
                  continue;
                }
                // Skip if line is empty and skip_empty_lines activated
                if (
                  skip_empty_lines === true &&
                  this.state.wasQuoting === false &&
                  this.state.record.length === 0 &&
                  this.state.field.length === 0
                ) {
                  this.info.empty_lines++;
                  pos += recordDelimiterLength - 1;
                  continue;
                }
                this.info.bytes = this.state.bufBytesStart + pos;
                const errField = this.__onField();
                if (errField !== undefined) return errField;
                this.info.bytes =
                  this.state.bufBytesStart + pos + recordDelimiterLength;
                const errRecord = this.__onRecord(push);
                if (errRecord !== undefined) return errRecord;
                if (to !== -1 && this.info.records >= to) {
                  this.state.stop = true;
                  close();
                  return;
                }
              }
              this.state.commenting = false;
              pos += recordDelimiterLength - 1;
              continue;
            }
            if (this.state.commenting) {
              continue;
            }
            if (
              comment !== null &&
              (comment_no_infix === false ||
                (this.state.record.length === 0 &&
                  this.state.field.length === 0))
            ) {
              const commentCount = this.__compareBytes(comment, buf, pos, chr);
              if (commentCount !== 0) {
                this.state.commenting = true;
                continue;
              }
            }
            const delimiterLength = this.__isDelimiter(buf, pos, chr);
            if (delimiterLength !== 0) {
              this.info.bytes = this.state.bufBytesStart + pos;
              const errField = this.__onField();
              if (errField !== undefined) return errField;
              pos += delimiterLength - 1;
              continue;
            }
          }
        }
        if (this.state.commenting === false) {
          if (
            max_record_size !== 0 &&
            this.state.record_length + this.state.field.length > max_record_size
          ) {
            return this.__error(
              new CsvError(
                "CSV_MAX_RECORD_SIZE",
                [
                  "Max Record Size:",
                  "record exceed the maximum number of tolerated bytes",
                  `of ${max_record_size}`,
                  `at line ${this.info.lines}`,
                ],
                this.options,
                this.__infoField(),
              ),
            );
          }
        }
        const lappend =
          ltrim === false ||
          this.state.quoting === true ||
          this.state.field.length !== 0 ||
          !this.__isCharTrimable(buf, pos);
        // rtrim in non quoting is handle in __onField
        const rappend = rtrim === false || this.state.wasQuoting === false;
        if (lappend === true && rappend === true) {
          this.state.field.append(chr);
        } else if (rtrim === true && !this.__isCharTrimable(buf, pos)) {
          return this.__error(
            new CsvError(
              "CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE",
              [
                "Invalid Closing Quote:",
                "found non trimable byte after quote",
                `at line ${this.info.lines}`,
              ],
              this.options,
              this.__infoField(),
            ),
          );
        } else {
          if (lappend === false) {
            pos += this.__isCharTrimable(buf, pos) - 1;
          }
          continue;
        }
      }
      if (end === true) {
        // Ensure we are not ending in a quoting state
        if (this.state.quoting === true) {
          const err = this.__error(
            new CsvError(
              "CSV_QUOTE_NOT_CLOSED",
              [
                "Quote Not Closed:",
                `the parsing is finished with an opening quote at line ${this.info.lines}`,
              ],
              this.options,
              this.__infoField(),
            ),
          );
          if (err !== undefined) return err;
        } else {
          // Skip last line if it has no characters
          if (
            this.state.wasQuoting === true ||
            this.state.record.length !== 0 ||
            this.state.field.length !== 0
          ) {
            this.info.bytes = this.state.bufBytesStart + pos;
            const errField = this.__onField();
            if (errField !== undefined) return errField;
            const errRecord = this.__onRecord(push);
            if (errRecord !== undefined) return errRecord;
          } else if (this.state.wasRowDelimiter === true) {
            this.info.empty_lines++;
          } else if (this.state.commenting === true) {
            this.info.comment_lines++;
          }
        }
      } else {
        this.state.bufBytesStart += pos;
        this.state.previousBuf = buf.slice(pos);
      }
      if (this.state.wasRowDelimiter === true) {
        this.info.lines++;
        this.state.wasRowDelimiter = false;
      }
    },
    __onRecord: function (push) {
      const {
        columns,
        group_columns_by_name,
        encoding,
        info,
        from,
        relax_column_count,
        relax_column_count_less,
        relax_column_count_more,
        raw,
        skip_records_with_empty_values,
      } = this.options;
      const { enabled, record } = this.state;
      if (enabled === false) {
        return this.__resetRecord();
      }
      // Convert the first line into column names
      const recordLength = record.length;
      if (columns === true) {
        if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
          this.__resetRecord();
          return;
        }
        return this.__firstLineToColumns(record);
      }
      if (columns === false && this.info.records === 0) {
        this.state.expectedRecordLength = recordLength;
      }
      if (recordLength !== this.state.expectedRecordLength) {
        const err =
          columns === false
            ? new CsvError(
                "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH",
                [
                  "Invalid Record Length:",
                  `expect ${this.state.expectedRecordLength},`,
                  `got ${recordLength} on line ${this.info.lines}`,
                ],
                this.options,
                this.__infoField(),
                {
                  record: record,
                },
              )
            : new CsvError(
                "CSV_RECORD_INCONSISTENT_COLUMNS",
                [
                  "Invalid Record Length:",
                  `columns length is ${columns.length},`, // rename columns
                  `got ${recordLength} on line ${this.info.lines}`,
                ],
                this.options,
                this.__infoField(),
                {
                  record: record,
                },
              );
        if (
          relax_column_count === true ||
          (relax_column_count_less === true &&
            recordLength < this.state.expectedRecordLength) ||
          (relax_column_count_more === true &&
            recordLength > this.state.expectedRecordLength)
        ) {
          this.info.invalid_field_length++;
          this.state.error = err;
          // Error is undefined with skip_records_with_error
        } else {
          const finalErr = this.__error(err);
          if (finalErr) return finalErr;
        }
      }
      if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
        this.__resetRecord();
        return;
      }
      if (this.state.recordHasError === true) {
        this.__resetRecord();
        this.state.recordHasError = false;
        return;
      }
      this.info.records++;
      if (from === 1 || this.info.records >= from) {
        const { objname } = this.options;
        // With columns, records are object
        if (columns !== false) {
          const obj = {};
          // Transform record array to an object
          for (let i = 0, l = record.length; i < l; i++) {
            if (columns[i] === undefined || columns[i].disabled) continue;
            // Turn duplicate columns into an array
            if (
              group_columns_by_name === true &&
              Object.hasOwn(obj, columns[i].name)
            ) {
              if (Array.isArray(obj[columns[i].name])) {
                obj[columns[i].name] = obj[columns[i].name].concat(record[i]);
              } else {
                obj[columns[i].name] = [obj[columns[i].name], record[i]];
              }
            } else {
              Object.defineProperty(obj, columns[i].name, {
                value: record[i],
                enumerable: true,
                writable: true,
                configurable: true,
              });
            }
          }
          // Without objname (default)
          if (raw === true || info === true) {
            const extRecord = Object.assign(
              { record: obj },
              raw === true
                ? { raw: this.state.rawBuffer.toString(encoding) }
                : {},
              info === true ? { info: this.__infoRecord() } : {},
            );
            const err = this.__push(
              objname === undefined ? extRecord : [obj[objname], extRecord],
              push,
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === undefined ? obj : [obj[objname], obj],
              push,
            );
            if (err) {
              return err;
            }
          }
          // Without columns, records are array
        } else {
          if (raw === true || info === true) {
            const extRecord = Object.assign(
              { record: record },
              raw === true
                ? { raw: this.state.rawBuffer.toString(encoding) }
                : {},
              info === true ? { info: this.__infoRecord() } : {},
            );
            const err = this.__push(
              objname === undefined ? extRecord : [record[objname], extRecord],
              push,
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === undefined ? record : [record[objname], record],
              push,
            );
            if (err) {
              return err;
            }
          }
        }
      }
      this.__resetRecord();
    },
    __firstLineToColumns: function (record) {
      const { firstLineToHeaders } = this.state;
      try {
        const headers =
          firstLineToHeaders === undefined
            ? record
            : firstLineToHeaders.call(null, record);
        if (!Array.isArray(headers)) {
          return this.__error(
            new CsvError(
              "CSV_INVALID_COLUMN_MAPPING",
              [
                "Invalid Column Mapping:",
                "expect an array from column function,",
                `got ${JSON.stringify(headers)}`,
              ],
              this.options,
              this.__infoField(),
              {
                headers: headers,
              },
            ),
          );
        }
        const normalizedHeaders = normalize_columns_array(headers);
        this.state.expectedRecordLength = normalizedHeaders.length;
        this.options.columns = normalizedHeaders;
        this.__resetRecord();
        return;
      } catch (err) {
        return err;
      }
    },
    __resetRecord: function () {
      if (this.options.raw === true) {
        this.state.rawBuffer.reset();
      }
      this.state.error = undefined;
      this.state.record = [];
      this.state.record_length = 0;
    },
    __onField: function () {
      const { cast, encoding, rtrim, max_record_size } = this.options;
      const { enabled, wasQuoting } = this.state;
      // Short circuit for the from_line options
      if (enabled === false) {
        return this.__resetField();
      }
      let field = this.state.field.toString(encoding);
      if (rtrim === true && wasQuoting === false) {
        field = field.trimRight();
      }
      if (cast === true) {
        const [err, f] = this.__cast(field);
        if (err !== undefined) return err;
        field = f;
      }
      this.state.record.push(field);
      // Increment record length if record size must not exceed a limit
      if (max_record_size !== 0 && typeof field === "string") {
        this.state.record_length += field.length;
      }
      this.__resetField();
    },
    __resetField: function () {
      this.state.field.reset();
      this.state.wasQuoting = false;
    },
    __push: function (record, push) {
      const { on_record } = this.options;
      if (on_record !== undefined) {
        const info = this.__infoRecord();
        try {
          record = on_record.call(null, record, info);
        } catch (err) {
          return err;
        }
        if (record === undefined || record === null) {
          return;
        }
      }
      this.info.bytes_records += this.info.bytes;
      push(record);
    },
    // Return a tuple with the error and the casted value
    __cast: function (field) {
      const { columns, relax_column_count } = this.options;
      const isColumns = Array.isArray(columns);
      // Dont loose time calling cast
      // because the final record is an object
      // and this field can't be associated to a key present in columns
      if (
        isColumns === true &&
        relax_column_count &&
        this.options.columns.length <= this.state.record.length
      ) {
        return [undefined, undefined];
      }
      if (this.state.castField !== null) {
        try {
          const info = this.__infoField();
          return [undefined, this.state.castField.call(null, field, info)];
        } catch (err) {
          return [err];
        }
      }
      if (this.__isFloat(field)) {
        return [undefined, parseFloat(field)];
      } else if (this.options.cast_date !== false) {
        const info = this.__infoField();
        return [undefined, this.options.cast_date.call(null, field, info)];
      }
      return [undefined, field];
    },
    __compareBytes: function (sourceBuf, targetBuf, targetPos, firstByte) {
      if (sourceBuf[0] !== firstByte) return 0;
      const sourceLength = sourceBuf.length;
      for (let i = 1; i < sourceLength; i++) {
        if (sourceBuf[i] !== targetBuf[targetPos + i]) return 0;
      }
      return sourceLength;
    },
    // Helper to test if a character is trimable
    __isCharTrimable: function (buf, pos) {
      const { timchars, timcharFirstBytes } = this.state;
      // Fast bail-out: non-whitespace bytes (the common case) are rejected
      // without scanning the full timchar list.
      const first = buf[pos];
      if (first === undefined || timcharFirstBytes[first] === 0) return 0;
      loop1: for (let i = 0; i < timchars.length; i++) {
        const timchar = timchars[i];
        for (let j = 0; j < timchar.length; j++) {
          if (timchar[j] !== buf[pos + j]) continue loop1;
        }
        return timchar.length;
      }
      return 0;
    },
    __isDelimiter: function (buf, pos, chr) {
      const { delimiter, ignore_last_delimiters } = this.options;
      if (
        ignore_last_delimiters === true &&
        this.state.record.length === this.options.columns.length - 1
      ) {
        return 0;
      } else if (
        ignore_last_delimiters !== false &&
        typeof ignore_last_delimiters === "number" &&
        this.state.record.length === ignore_last_delimiters - 1
      ) {
        return 0;
      }
      loop1: for (let i = 0; i < delimiter.length; i++) {
        const del = delimiter[i];
        if (del[0] === chr) {
          for (let j = 1; j < del.length; j++) {
            if (del[j] !== buf[pos + j]) continue loop1;
          }
          return del.length;
        }
      }
      return 0;
    },
    __isEscape: function (buf, pos, chr) {
      const { escape } = this.options;
      if (escape === null) return false;
      const l = escape.length;
      if (escape[0] === chr) {
        for (let i = 0; i < l; i++) {
          if (escape[i] !== buf[pos + i]) {
            return false;
          }
        }
        return true;
      }
      return false;
    },
    __isFloat: function (value) {
      return value - parseFloat(value) + 1 >= 0; // Borrowed from jquery
    },
    // Keep it in case we implement the `cast_int` option
    // __isInt(value){
    //   // return Number.isInteger(parseInt(value))
    //   // return !isNaN( parseInt( obj ) );
    //   return /^(\-|\+)?[1-9][0-9]*$/.test(value)
    // }
    __isQuote: function (buf, pos) {
      const { quote } = this.options;
      if (quote === null) return false;
      const l = quote.length;
      for (let i = 0; i < l; i++) {
        if (quote[i] !== buf[pos + i]) {
          return false;
        }
      }
      return true;
    },
    __isRecordDelimiter: function (chr, buf, pos) {
      const { record_delimiter } = this.options;
      const recordDelimiterLength = record_delimiter.length;
      loop1: for (let i = 0; i < recordDelimiterLength; i++) {
        const rd = record_delimiter[i];
        const rdLength = rd.length;
        if (rd[0] !== chr) {
          continue;
        }
        for (let j = 1; j < rdLength; j++) {
          if (rd[j] !== buf[pos + j]) {
            continue loop1;
          }
        }
        return rd.length;
      }
      return 0;
    },
    __autoDiscoverRecordDelimiter: function (buf, pos) {
      const { encoding } = this.options;
      // Note, we don't need to cache this information in state,
      // It is only called on the first line until we find out a suitable
      // record delimiter.
      const rds = [
        // Important, the windows line ending must be before mac os 9
        Buffer.from("\r\n", encoding),
        Buffer.from("\n", encoding),
        Buffer.from("\r", encoding),
      ];
      loop: for (let i = 0; i < rds.length; i++) {
        const l = rds[i].length;
        for (let j = 0; j < l; j++) {
          if (rds[i][j] !== buf[pos + j]) {
            continue loop;
          }
        }
        this.options.record_delimiter.push(rds[i]);
        this.state.recordDelimiterMaxLength = rds[i].length;
        return rds[i].length;
      }
      return 0;
    },
    __error: function (msg) {
      const { encoding, raw, skip_records_with_error } = this.options;
      const err = typeof msg === "string" ? new Error(msg) : msg;
      if (skip_records_with_error) {
        this.state.recordHasError = true;
        if (this.options.on_skip !== undefined) {
          try {
            this.options.on_skip(
              err,
              raw ? this.state.rawBuffer.toString(encoding) : undefined,
            );
          } catch (err) {
            return err;
          }
        }
        // this.emit('skip', err, raw ? this.state.rawBuffer.toString(encoding) : undefined);
        return undefined;
      } else {
        return err;
      }
    },
    __infoDataSet: function () {
      return {
        ...this.info,
        columns: this.options.columns,
      };
    },
    __infoRecord: function () {
      const { columns, raw, encoding } = this.options;
      return {
        ...this.__infoDataSet(),
        bytes_records: this.info.bytes,
        error: this.state.error,
        header: columns === true,
        index: this.state.record.length,
        raw: raw ? this.state.rawBuffer.toString(encoding) : undefined,
      };
    },
    __infoField: function () {
      const { columns } = this.options;
      const isColumns = Array.isArray(columns);
      // Bytes records are only incremented when all records'fields are parsed
      const bytes_records = this.info.bytes_records;
      return {
        ...this.__infoRecord(),
        bytes_records: bytes_records,
        column:
          isColumns === true
            ? columns.length > this.state.record.length
              ? columns[this.state.record.length].name
              : null
            : this.state.record.length,
        quoting: this.state.wasQuoting,
      };
    },
  };
};



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/sync.js



const parse = function (data, opts = {}) {
  if (typeof data === "string") {
    data = Buffer.from(data);
  }
  const records = opts && opts.objname ? Object.create(null) : [];
  const parser = transform(opts);
  const push = (record) => {
    if (parser.options.objname === undefined) records.push(record);
    else {
      records[record[0]] = record[1];
    }
  };
  const close = () => {};
  const error = parser.parse(data, true, push, close);
  if (error !== undefined) throw error;
  return records;
};



// EXTERNAL MODULE: ./src/tag/rules/expression.ts
var expression = __nccwpck_require__(1204);
;// CONCATENATED MODULE: ./src/tag/rules/parse.ts


function parseListInput(text, problems) {
    const uncommented = text.replace(/^[^\S\n]+#.*$/gm, '');
    const options = { comment: '#', comment_no_infix: true, relax_quotes: true };
    return parseCsv(uncommented, options, problems)
        .map((fields) => fields.join(',').trim())
        .filter((item) => item !== '');
}
function parseItemFields(item, problems) {
    const [fields = []] = parseCsv(item, {}, problems);
    return fields;
}
function parseCsv(text, options, problems) {
    try {
        return parse(text, { ...options, relax_column_count: true, skip_empty_lines: true });
    }
    catch (error) {
        problems.push(`${JSON.stringify(text)} cannot be read as CSV (${String(error)})`);
        return [];
    }
}
class RuleAttributes {
    problems = [];
    #values;
    #known = new Set();
    constructor(source) {
        const values = new Map();
        for (const field of parseItemFields(source, this.problems)) {
            const equals = field.indexOf('=', 1);
            const key = equals === -1 ? 'value' : field.slice(0, equals).trim().toLowerCase();
            values.set(key, field.slice(equals + 1).trim());
        }
        this.#values = values;
    }
    text(name) {
        this.#known.add(name);
        return this.#values.get(name);
    }
    required(name) {
        const value = this.text(name);
        if (value === undefined)
            this.problems.push(`the attribute "${name}" is missing`);
        return value ?? '';
    }
    choice(name, words, absent) {
        const value = this.text(name) ?? absent;
        const found = words.find((word) => word === value);
        if (found === undefined)
            this.#reject(name, words.join('|'), value);
        return found;
    }
    number(name) {
        const value = this.text(name) ?? '0';
        if (Number.isNaN(Number(value)))
            this.#reject(name, 'a number', value);
        return value;
    }
    parseTemplate(text) {
        return (0,expression/* parseGlobalTemplate */.Pp)(text, this.problems);
    }
    parseRegExp(name, pattern, flags = '') {
        try {
            return new RegExp(pattern, flags);
        }
        catch {
            this.#reject(name, 'a regular expression', pattern);
            return /(?:)/;
        }
    }
    rejectUnknown() {
        for (const name of this.#values.keys()) {
            if (this.#known.has(name))
                continue;
            const known = [...this.#known].join(', ');
            this.problems.push(`the attribute "${name}" is not known here; there are ${known}`);
        }
    }
    #reject(name, expected, given) {
        const got = given === undefined ? 'nothing' : JSON.stringify(given);
        this.problems.push(`expected ${name}=${expected}, got ${got}`);
    }
}
const TYPES = ['schedule', 'semver', 'pep440', 'match', 'edge', 'ref', 'raw', 'sha'];
const EVENTS = ['branch', 'tag', 'pr'];
const FORMATS = ['short', 'long'];
const PRIORITIES = {
    schedule: 1000,
    semver: 900,
    pep440: 900,
    match: 800,
    edge: 700,
    ref: 600,
    raw: 200,
    sha: 100,
};
function parseTagRules(text) {
    const rules = [];
    const problems = [];
    for (const source of parseListInput(text, problems)) {
        const attributes = new RuleAttributes(source);
        const type = attributes.choice('type', TYPES, 'raw');
        if (type !== undefined)
            rules.push(parseRule(source, type, attributes));
        for (const problem of attributes.problems) {
            problems.push(`${JSON.stringify(source)}: ${problem}`);
        }
    }
    return { rules: rules.toSorted(byPriority), problems };
}
function byPriority(a, b) {
    if (a.priority < b.priority)
        return 1;
    return a.priority > b.priority ? -1 : 0;
}
function parseRule(source, type, attributes) {
    const prefix = attributes.text('prefix') ?? defaultPrefix(type, attributes);
    const suffix = attributes.text('suffix');
    const common = {
        source,
        priority: Number(attributes.text('priority') ?? PRIORITIES[type]),
        enable: parseEnable(attributes),
        deploy: attributes.choice('deploy', ['true', 'false'], 'false') === 'true',
        ...(prefix !== undefined && { prefix: attributes.parseTemplate(prefix) }),
        ...(suffix !== undefined && { suffix: attributes.parseTemplate(suffix) }),
    };
    const rule = addOwnAttributes(common, type, attributes);
    attributes.rejectUnknown();
    return rule;
}
function addOwnAttributes(common, type, attributes) {
    switch (type) {
        case 'schedule': {
            const pattern = attributes.text('pattern') ?? 'nightly';
            return { ...common, type, pattern: (0,expression/* parseDateExpression */.Sd)(pattern, attributes.problems) };
        }
        case 'semver':
        case 'pep440':
            return { ...common, type, ...parseVersionAttributes(type, attributes) };
        case 'match':
            return { ...common, type, ...parseMatchAttributes(attributes) };
        case 'edge': {
            const branch = attributes.text('branch') ?? '';
            return { ...common, type, ...(branch !== '' && { branch }) };
        }
        case 'ref':
            return { ...common, type, event: attributes.choice('event', EVENTS) ?? 'branch' };
        case 'raw':
            return { ...common, type, value: attributes.parseTemplate(attributes.required('value')) };
        case 'sha':
            return { ...common, type, format: attributes.choice('format', FORMATS, 'short') ?? 'short' };
    }
}
function parseVersionAttributes(type, attributes) {
    const pattern = attributes.required('pattern');
    const match = attributes.text('match') ?? '';
    return {
        pattern: (0,expression/* parseVersionTemplate */.Cl)(pattern, type, attributes.problems),
        ...parseValue(attributes),
        ...(match !== '' && { match: attributes.parseRegExp('match', match) }),
    };
}
function parseMatchAttributes(attributes) {
    const pattern = attributes.required('pattern');
    const [, source = pattern, flags] = /^\/(.+)\/(.*)$/.exec(pattern) ?? [];
    return {
        pattern: attributes.parseRegExp('pattern', source, flags),
        group: attributes.number('group'),
        ...parseValue(attributes),
    };
}
function parseValue(attributes) {
    const value = attributes.text('value') ?? '';
    return value === '' ? {} : { value: attributes.parseTemplate(value) };
}
function defaultPrefix(type, attributes) {
    if (type === 'sha')
        return 'sha-';
    return type === 'ref' && attributes.text('event') === 'pr' ? 'pr-' : undefined;
}
function parseEnable(attributes) {
    const enable = attributes.text('enable') ?? 'true';
    if (!enable.includes('{{'))
        attributes.choice('enable', ['true', 'false'], 'true');
    return attributes.parseTemplate(enable);
}


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 5881:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 9311:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 8898:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const { valid, clean, explain, parse } = __nccwpck_require__(4818);

const { lt, le, eq, ne, ge, gt, compare, rcompare } = __nccwpck_require__(2124);

const {
  filter,
  maxSatisfying,
  minSatisfying,
  RANGE_PATTERN,
  satisfies,
  validRange,
} = __nccwpck_require__(790);

const { major, minor, patch, inc } = __nccwpck_require__(8940);

module.exports = {
  // version
  valid,
  clean,
  explain,
  parse,

  // operator
  lt,
  le,
  lte: le,
  eq,
  ne,
  neq: ne,
  ge,
  gte: ge,
  gt,
  compare,
  rcompare,

  // range
  filter,
  maxSatisfying,
  minSatisfying,
  RANGE_PATTERN,
  satisfies,
  validRange,

  // semantic
  major,
  minor,
  patch,
  inc,
};


/***/ }),

/***/ 2124:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const { parse } = __nccwpck_require__(4818);

module.exports = {
  compare,
  rcompare,
  lt,
  le,
  eq,
  ne,
  ge,
  gt,
  '<': lt,
  '<=': le,
  '==': eq,
  '!=': ne,
  '>=': ge,
  '>': gt,
  '===': arbitrary,
};

function lt(version, other) {
  return compare(version, other) < 0;
}

function le(version, other) {
  return compare(version, other) <= 0;
}

function eq(version, other) {
  return compare(version, other) === 0;
}

function ne(version, other) {
  return compare(version, other) !== 0;
}

function ge(version, other) {
  return compare(version, other) >= 0;
}

function gt(version, other) {
  return compare(version, other) > 0;
}

function arbitrary(version, other) {
  return version.toLowerCase() === other.toLowerCase();
}

function compare(version, other) {
  const parsedVersion = parse(version);
  const parsedOther = parse(other);

  const keyVersion = calculateKey(parsedVersion);
  const keyOther = calculateKey(parsedOther);

  return pyCompare(keyVersion, keyOther);
}

function rcompare(version, other) {
  return -compare(version, other);
}

// this logic is buitin in python, but we need to port it to js
// see https://stackoverflow.com/a/5292332/1438522
function pyCompare(elemIn, otherIn) {
  let elem = elemIn;
  let other = otherIn;
  if (elem === other) {
    return 0;
  }
  if (Array.isArray(elem) !== Array.isArray(other)) {
    elem = Array.isArray(elem) ? elem : [elem];
    other = Array.isArray(other) ? other : [other];
  }
  if (Array.isArray(elem)) {
    const len = Math.min(elem.length, other.length);
    for (let i = 0; i < len; i += 1) {
      const res = pyCompare(elem[i], other[i]);
      if (res !== 0) {
        return res;
      }
    }
    return elem.length - other.length;
  }
  if (elem === -Infinity || other === Infinity) {
    return -1;
  }
  if (elem === Infinity || other === -Infinity) {
    return 1;
  }
  return elem < other ? -1 : 1;
}

function calculateKey(input) {
  const { epoch } = input;
  let { release, pre, post, local, dev } = input;
  // When we compare a release version, we want to compare it with all of the
  // trailing zeros removed. So we'll use a reverse the list, drop all the now
  // leading zeros until we come to something non zero, then take the rest
  // re-reverse it back into the correct order and make it a tuple and use
  // that for our sorting key.
  release = release.concat();
  release.reverse();
  while (release.length && release[0] === 0) {
    release.shift();
  }
  release.reverse();

  // We need to "trick" the sorting algorithm to put 1.0.dev0 before 1.0a0.
  // We'll do this by abusing the pre segment, but we _only_ want to do this
  // if there is !a pre or a post segment. If we have one of those then
  // the normal sorting rules will handle this case correctly.
  if (!pre && !post && dev) pre = -Infinity;
  // Versions without a pre-release (except as noted above) should sort after
  // those with one.
  else if (!pre) pre = Infinity;

  // Versions without a post segment should sort before those with one.
  if (!post) post = -Infinity;

  // Versions without a development segment should sort after those with one.
  if (!dev) dev = Infinity;

  if (!local) {
    // Versions without a local segment should sort before those with one.
    local = -Infinity;
  } else {
    // Versions with a local segment need that segment parsed to implement
    // the sorting rules in PEP440.
    // - Alpha numeric segments sort before numeric segments
    // - Alpha numeric segments sort lexicographically
    // - Numeric segments sort numerically
    // - Shorter versions sort before longer versions when the prefixes
    //   match exactly
    local = local.map((i) =>
      Number.isNaN(Number(i)) ? [-Infinity, i] : [Number(i), ''],
    );
  }

  return [epoch, release, pre, post, dev, local];
}


/***/ }),

/***/ 8940:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const { explain, parse, stringify } = __nccwpck_require__(4818);

// those notation are borrowed from semver
module.exports = {
  major,
  minor,
  patch,
  inc,
};

function major(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError('Invalid Version: ' + input);
  }
  return version.release[0];
}

function minor(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError('Invalid Version: ' + input);
  }
  if (version.release.length < 2) {
    return 0;
  }
  return version.release[1];
}

function patch(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError('Invalid Version: ' + input);
  }
  if (version.release.length < 3) {
    return 0;
  }
  return version.release[2];
}

function inc(input, release, preReleaseIdentifier) {
  let identifier = preReleaseIdentifier || `a`;
  const version = parse(input);

  if (!version) {
    return null;
  }

  if (
    !['a', 'b', 'c', 'rc', 'alpha', 'beta', 'pre', 'preview'].includes(
      identifier,
    )
  ) {
    return null;
  }

  switch (release) {
    case 'premajor':
      {
        const [majorVersion] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion + 1;
      }
      version.pre = [identifier, 0];
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'preminor':
      {
        const [majorVersion, minorVersion = 0] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion + 1;
      }
      version.pre = [identifier, 0];
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'prepatch':
      {
        const [majorVersion, minorVersion = 0, patchVersion = 0] =
          version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion;
        version.release[2] = patchVersion + 1;
      }
      version.pre = [identifier, 0];
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'prerelease':
      if (version.pre === null) {
        const [majorVersion, minorVersion = 0, patchVersion = 0] =
          version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion;
        version.release[2] = patchVersion + 1;
        version.pre = [identifier, 0];
      } else {
        if (preReleaseIdentifier === undefined && version.pre !== null) {
          [identifier] = version.pre;
        }

        const [letter, number] = version.pre;
        if (letter === identifier) {
          version.pre = [letter, number + 1];
        } else {
          version.pre = [identifier, 0];
        }
      }

      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'major':
      if (
        version.release.slice(1).some((value) => value !== 0) ||
        version.pre === null
      ) {
        const [majorVersion] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion + 1;
      }
      delete version.pre;
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'minor':
      if (
        version.release.slice(2).some((value) => value !== 0) ||
        version.pre === null
      ) {
        const [majorVersion, minorVersion = 0] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion + 1;
      }
      delete version.pre;
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'patch':
      if (
        version.release.slice(3).some((value) => value !== 0) ||
        version.pre === null
      ) {
        const [majorVersion, minorVersion = 0, patchVersion = 0] =
          version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion;
        version.release[2] = patchVersion + 1;
      }
      delete version.pre;
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    default:
      return null;
  }

  return stringify(version);
}


/***/ }),

/***/ 790:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

// This file is dual licensed under the terms of the Apache License, Version
// 2.0, and the BSD License. See the LICENSE file in the root of this repository
// for complete details.

const { VERSION_PATTERN, explain: explainVersion } = __nccwpck_require__(4818);

const Operator = __nccwpck_require__(2124);

const RANGE_PATTERN = [
  '(?<operator>(===|~=|==|!=|<=|>=|<|>))',
  '\\s*',
  '(',
  /*  */ '(?<version>(?:' + VERSION_PATTERN.replace(/\?<\w+>/g, '?:') + '))',
  /*  */ '(?<prefix>\\.\\*)?',
  /*  */ '|',
  /*  */ '(?<legacy>[^,;\\s)]+)',
  ')',
].join('');

module.exports = {
  RANGE_PATTERN,
  parse,
  satisfies,
  filter,
  validRange,
  maxSatisfying,
  minSatisfying,
};

const isEqualityOperator = (op) => ['==', '!=', '==='].includes(op);

const rangeRegex = new RegExp('^' + RANGE_PATTERN + '$', 'i');

function parse(ranges) {
  if (!ranges.trim()) {
    return [];
  }

  const specifiers = ranges
    .split(',')
    .map((range) => rangeRegex.exec(range.trim()) || {})
    .map(({ groups }) => {
      if (!groups) {
        return null;
      }

      let { ...spec } = groups;
      const { operator, version, prefix, legacy } = groups;

      if (version) {
        spec = { ...spec, ...explainVersion(version) };
        if (operator === '~=') {
          if (spec.release.length < 2) {
            return null;
          }
        }
        if (!isEqualityOperator(operator) && spec.local) {
          return null;
        }

        if (prefix) {
          if (!isEqualityOperator(operator) || spec.dev || spec.local) {
            return null;
          }
        }
      }
      if (legacy && operator !== '===') {
        return null;
      }

      return spec;
    });

  if (specifiers.filter(Boolean).length !== specifiers.length) {
    return null;
  }

  return specifiers;
}

function filter(versions, specifier, options = {}) {
  const filtered = pick(versions, specifier, options);
  if (filtered.length === 0 && options.prereleases === undefined) {
    return pick(versions, specifier, { prereleases: true });
  }
  return filtered;
}

function maxSatisfying(versions, range, options) {
  const found = filter(versions, range, options).sort(Operator.compare);
  return found.length === 0 ? null : found[found.length - 1];
}

function minSatisfying(versions, range, options) {
  const found = filter(versions, range, options).sort(Operator.compare);
  return found.length === 0 ? null : found[0];
}

function pick(versions, specifier, options) {
  const parsed = parse(specifier);

  if (!parsed) {
    return [];
  }

  return versions.filter((version) => {
    const explained = explainVersion(version);

    if (!parsed.length) {
      return explained && !(explained.is_prerelease && !options.prereleases);
    }

    return parsed.reduce((pass, spec) => {
      if (!pass) {
        return false;
      }
      return contains({ ...spec, ...options }, { version, explained });
    }, true);
  });
}

function satisfies(version, specifier, options = {}) {
  const filtered = pick([version], specifier, options);

  return filtered.length === 1;
}

function arrayStartsWith(array, prefix) {
  if (prefix.length > array.length) {
    return false;
  }

  for (let i = 0; i < prefix.length; i += 1) {
    if (prefix[i] !== array[i]) {
      return false;
    }
  }

  return true;
}

function contains(specifier, input) {
  const { explained } = input;
  let { version } = input;
  const { ...spec } = specifier;

  if (spec.prereleases === undefined) {
    spec.prereleases = spec.is_prerelease;
  }

  if (explained && explained.is_prerelease && !spec.prereleases) {
    return false;
  }

  if (spec.operator === '~=') {
    let compatiblePrefix = spec.release.slice(0, -1).concat('*').join('.');
    if (spec.epoch) {
      compatiblePrefix = spec.epoch + '!' + compatiblePrefix;
    }
    return satisfies(version, `>=${spec.version}, ==${compatiblePrefix}`, {
      prereleases: spec.prereleases,
    });
  }

  if (spec.prefix) {
    const isMatching =
      explained.epoch === spec.epoch &&
      arrayStartsWith(explained.release, spec.release);
    const isEquality = spec.operator !== '!=';
    return isEquality ? isMatching : !isMatching;
  }

  if (explained)
    if (explained.local && spec.version) {
      version = explained.public;
      spec.version = explainVersion(spec.version).public;
    }

  if (spec.operator === '<' || spec.operator === '>') {
    // simplified version of https://www.python.org/dev/peps/pep-0440/#exclusive-ordered-comparison
    if (Operator.eq(spec.release.join('.'), explained.release.join('.'))) {
      return false;
    }
  }

  const op = Operator[spec.operator];
  return op(version, spec.version || spec.legacy);
}

function validRange(specifier) {
  return Boolean(parse(specifier));
}


/***/ }),

/***/ 4818:
/***/ ((module) => {

const VERSION_PATTERN = [
  'v?',
  '(?:',
  /* */ '(?:(?<epoch>[0-9]+)!)?', // epoch
  /* */ '(?<release>[0-9]+(?:\\.[0-9]+)*)', // release segment
  /* */ '(?<pre>', // pre-release
  /*    */ '[-_\\.]?',
  /*    */ '(?<pre_l>(a|b|c|rc|alpha|beta|pre|preview))',
  /*    */ '[-_\\.]?',
  /*    */ '(?<pre_n>[0-9]+)?',
  /* */ ')?',
  /* */ '(?<post>', // post release
  /*    */ '(?:-(?<post_n1>[0-9]+))',
  /*    */ '|',
  /*    */ '(?:',
  /*        */ '[-_\\.]?',
  /*        */ '(?<post_l>post|rev|r)',
  /*        */ '[-_\\.]?',
  /*        */ '(?<post_n2>[0-9]+)?',
  /*    */ ')',
  /* */ ')?',
  /* */ '(?<dev>', // dev release
  /*    */ '[-_\\.]?',
  /*    */ '(?<dev_l>dev)',
  /*    */ '[-_\\.]?',
  /*    */ '(?<dev_n>[0-9]+)?',
  /* */ ')?',
  ')',
  '(?:\\+(?<local>[a-z0-9]+(?:[-_\\.][a-z0-9]+)*))?', // local version
].join('');

module.exports = {
  VERSION_PATTERN,
  valid,
  clean,
  explain,
  parse,
  stringify,
};

const validRegex = new RegExp('^' + VERSION_PATTERN + '$', 'i');

function valid(version) {
  return validRegex.test(version) ? version : null;
}

const cleanRegex = new RegExp('^\\s*' + VERSION_PATTERN + '\\s*$', 'i');
function clean(version) {
  return stringify(parse(version, cleanRegex));
}

function parse(version, regex) {
  // Validate the version and parse it into pieces
  const { groups } = (regex || validRegex).exec(version) || {};
  if (!groups) {
    return null;
  }

  // Store the parsed out pieces of the version
  const parsed = {
    epoch: Number(groups.epoch ? groups.epoch : 0),
    release: groups.release.split('.').map(Number),
    pre: normalize_letter_version(groups.pre_l, groups.pre_n),
    post: normalize_letter_version(
      groups.post_l,
      groups.post_n1 || groups.post_n2,
    ),
    dev: normalize_letter_version(groups.dev_l, groups.dev_n),
    local: parse_local_version(groups.local),
  };

  return parsed;
}

function stringify(parsed) {
  if (!parsed) {
    return null;
  }
  const { epoch, release, pre, post, dev, local } = parsed;
  const parts = [];

  // Epoch
  if (epoch !== 0) {
    parts.push(`${epoch}!`);
  }
  // Release segment
  parts.push(release.join('.'));

  // Pre-release
  if (pre) {
    parts.push(pre.join(''));
  }
  // Post-release
  if (post) {
    parts.push('.' + post.join(''));
  }
  // Development release
  if (dev) {
    parts.push('.' + dev.join(''));
  }
  // Local version segment
  if (local) {
    parts.push(`+${local}`);
  }
  return parts.join('');
}

function normalize_letter_version(letterIn, numberIn) {
  let letter = letterIn;
  let number = numberIn;
  if (letter) {
    // We consider there to be an implicit 0 in a pre-release if there is
    // not a numeral associated with it.
    if (!number) {
      number = 0;
    }
    // We normalize any letters to their lower case form
    letter = letter.toLowerCase();

    // We consider some words to be alternate spellings of other words and
    // in those cases we want to normalize the spellings to our preferred
    // spelling.
    if (letter === 'alpha') {
      letter = 'a';
    } else if (letter === 'beta') {
      letter = 'b';
    } else if (['c', 'pre', 'preview'].includes(letter)) {
      letter = 'rc';
    } else if (['rev', 'r'].includes(letter)) {
      letter = 'post';
    }
    return [letter, Number(number)];
  }
  if (!letter && number) {
    // We assume if we are given a number, but we are not given a letter
    // then this is using the implicit post release syntax (e.g. 1.0-1)
    letter = 'post';

    return [letter, Number(number)];
  }
  return null;
}

function parse_local_version(local) {
  /*
    Takes a string like abc.1.twelve and turns it into("abc", 1, "twelve").
    */
  if (local) {
    return local
      .split(/[._-]/)
      .map((part) =>
        Number.isNaN(Number(part)) ? part.toLowerCase() : Number(part),
      );
  }
  return null;
}

function explain(version) {
  const parsed = parse(version);
  if (!parsed) {
    return parsed;
  }
  const { epoch, release, pre, post, dev, local } = parsed;

  let base_version = '';
  if (epoch !== 0) {
    base_version += epoch + '!';
  }
  base_version += release.join('.');

  const is_prerelease = Boolean(dev || pre);
  const is_devrelease = Boolean(dev);
  const is_postrelease = Boolean(post);

  // return

  return {
    epoch,
    release,
    pre,
    post: post ? post[1] : post,
    dev: dev ? dev[1] : dev,
    local: local ? local.join('.') : local,
    public: stringify(parsed).split('+', 1)[0],
    base_version,
    is_prerelease,
    is_devrelease,
    is_postrelease,
  };
}


/***/ }),

/***/ 9635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ issueCommand),
/* harmony export */   s: () => (/* binding */ issue)
/* harmony export */ });
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(857);
/* harmony import */ var _utils_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4679);


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + os__WEBPACK_IMPORTED_MODULE_0__.EOL);
}
function issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return (0,_utils_js__WEBPACK_IMPORTED_MODULE_1__/* .toCommandValue */ .E)(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return (0,_utils_js__WEBPACK_IMPORTED_MODULE_1__/* .toCommandValue */ .E)(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map

/***/ }),

/***/ 2902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ issueFileCommand),
/* harmony export */   v: () => (/* binding */ prepareKeyValueMessage)
/* harmony export */ });
/* harmony import */ var crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6982);
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9896);
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(857);
/* harmony import */ var _utils_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4679);
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!fs__WEBPACK_IMPORTED_MODULE_1__.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync(filePath, `${(0,_utils_js__WEBPACK_IMPORTED_MODULE_3__/* .toCommandValue */ .E)(message)}${os__WEBPACK_IMPORTED_MODULE_2__.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID()}`;
    const convertedValue = (0,_utils_js__WEBPACK_IMPORTED_MODULE_3__/* .toCommandValue */ .E)(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${os__WEBPACK_IMPORTED_MODULE_2__.EOL}${convertedValue}${os__WEBPACK_IMPORTED_MODULE_2__.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map

/***/ }),

/***/ 1170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ summary)
/* harmony export */ });
/* unused harmony exports SUMMARY_ENV_VAR, SUMMARY_DOCS_URL, markdownSummary */
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(857);
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9896);
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = fs__WEBPACK_IMPORTED_MODULE_1__.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, fs__WEBPACK_IMPORTED_MODULE_1__.constants.R_OK | fs__WEBPACK_IMPORTED_MODULE_1__.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return __awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return __awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(os__WEBPACK_IMPORTED_MODULE_0__.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map

/***/ }),

/***/ 4679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ toCommandValue)
/* harmony export */ });
/* unused harmony export toCommandProperties */
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map

/***/ }),

/***/ 7785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ leven),
/* harmony export */   h: () => (/* binding */ closestMatch)
/* harmony export */ });
const array = [];
const characterCodeCache = [];

function leven(first, second, options) {
	if (first === second) {
		return 0;
	}

	const maxDistance = options?.maxDistance;
	const swap = first;

	// Swapping the strings if `a` is longer than `b` so we know which one is the
	// shortest & which one is the longest
	if (first.length > second.length) {
		first = second;
		second = swap;
	}

	let firstLength = first.length;
	let secondLength = second.length;

	// Performing suffix trimming:
	// We can linearly drop suffix common to both strings since they
	// don't increase distance at all
	// Note: `~-` is the bitwise way to perform a `- 1` operation
	while (firstLength > 0 && (first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength))) {
		firstLength--;
		secondLength--;
	}

	// Performing prefix trimming
	// We can linearly drop prefix common to both strings since they
	// don't increase distance at all
	let start = 0;

	while (start < firstLength && (first.charCodeAt(start) === second.charCodeAt(start))) {
		start++;
	}

	firstLength -= start;
	secondLength -= start;

	// Early termination after trimming: if difference in length exceeds max distance
	if (maxDistance !== undefined && secondLength - firstLength > maxDistance) {
		return maxDistance;
	}

	if (firstLength === 0) {
		return maxDistance !== undefined && secondLength > maxDistance
			? maxDistance
			: secondLength;
	}

	let bCharacterCode;
	let result;
	let temporary;
	let temporary2;
	let index = 0;
	let index2 = 0;

	while (index < firstLength) {
		characterCodeCache[index] = first.charCodeAt(start + index);
		array[index] = ++index;
	}

	while (index2 < secondLength) {
		bCharacterCode = second.charCodeAt(start + index2);
		temporary = index2++;
		result = index2;

		for (index = 0; index < firstLength; index++) {
			temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
			temporary = array[index];
			// eslint-disable-next-line no-multi-assign
			result = array[index] = temporary > result
				? (temporary2 > result ? result + 1 : temporary2)
				: (temporary2 > temporary ? temporary + 1 : temporary2);
		}

		// Early termination: if all values in current row exceed maxDistance
		if (maxDistance !== undefined) {
			let rowMinimum = result;
			for (index = 0; index < firstLength; index++) {
				if (array[index] < rowMinimum) {
					rowMinimum = array[index];
				}
			}

			if (rowMinimum > maxDistance) {
				return maxDistance;
			}
		}
	}

	// Bound arrays to avoid retaining large previous sizes
	array.length = firstLength;
	characterCodeCache.length = firstLength;

	return maxDistance !== undefined && result > maxDistance ? maxDistance : result;
}

function closestMatch(target, candidates, options) {
	if (!Array.isArray(candidates) || candidates.length === 0) {
		return undefined;
	}

	const userMax = options?.maxDistance;
	const targetLength = target.length;

	// Exact match fast-path
	for (const candidate of candidates) {
		if (candidate === target) {
			return candidate;
		}
	}

	if (userMax === 0) {
		return undefined;
	}

	let best;
	let bestDist = Number.POSITIVE_INFINITY;
	const seen = new Set();

	for (const candidate of candidates) {
		if (seen.has(candidate)) {
			continue;
		}

		seen.add(candidate);

		const lengthDiff = Math.abs(candidate.length - targetLength);
		if (lengthDiff >= bestDist) {
			continue;
		}

		if (userMax !== undefined && lengthDiff > userMax) {
			continue;
		}

		const cap = Number.isFinite(bestDist)
			? (userMax === undefined ? bestDist : Math.min(bestDist, userMax))
			: userMax;

		const distance = cap === undefined
			? leven(target, candidate)
			: leven(target, candidate, {maxDistance: cap});

		// Skip candidates that exceed the user's maximum distance
		if (userMax !== undefined && distance > userMax) {
			continue;
		}

		// If we got a capped result that equals the cap, we need the actual distance
		// for accurate comparison, but only if the cap was due to userMax
		let actualD = distance;
		if (cap !== undefined && distance === cap && cap === userMax) {
			actualD = leven(target, candidate);
		}

		if (actualD < bestDist) {
			bestDist = actualD;
			best = candidate;
			if (bestDist === 0) {
				break;
			}
		}
	}

	if (userMax !== undefined && bestDist > userMax) {
		return undefined;
	}

	return best;
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(1730);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 

//# sourceMappingURL=index.js.map