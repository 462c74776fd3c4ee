// What the tests get as `fast-check`: the same cases in every run, so that a run that fails tells of a
// change. `FULL=1`, which the night runs, draws new ones.

import fc from '../../node_modules/fast-check/lib/fast-check.js';

if (process.env['FULL'] !== '1') fc.configureGlobal({ seed: 20261126 });

export default fc;
