import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const effects = [
  {
    group: ['@actions/*', '@octokit/*'],
    message: 'Only adapters/ and main.ts talk to the outside.',
  },
  {
    group: ['node:*', '!node:crypto'],
    message: 'Pure folders and the core do no input or output.',
  },
];

/**
 * Pure folders know no other folder's code, only its types.
 * @param {string} folder
 * @param {readonly string[]} others
 * @returns {import('typescript-eslint').ConfigWithExtends}
 */
function pureFolder(folder, others) {
  return {
    files: [`src/${folder}/**/*.ts`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            ...effects,
            {
              group: ['../*', '../**/*', '!../errors.js', '!../json.js'],
              allowTypeImports: true,
              message: `${folder}/ is pure: of the rest of src it imports errors.js, json.js and types.`,
            },
            {
              group: others.map((other) => `**/${other}/**`),
              allowTypeImports: true,
              message: 'Pure folders import only types of each other.',
            },
          ],
        },
      ],
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'console'],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Randomness is a port.' },
        { object: 'Date', property: 'now', message: 'The clock is a port.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'The clock is a port.',
        },
      ],
    },
  };
}

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'lib/', '.cache/', '**/node_modules/', '**/fixtures/'] },
  js.configs.recommended,
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', Buffer: 'readonly', URL: 'readonly' },
    },
  },
  {
    files: ['src/**/*.ts', '__tests__/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './__tests__/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      eqeqeq: 'error',
      'func-style': ['error', 'declaration', { allowArrowFunctions: true }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', { max: 50, skipComments: true, skipBlankLines: true }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only context.ts reads the environment.' },
      ],
    },
  },
  { files: ['src/context.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: ['src/*.ts', 'src/steps/**/*.ts', 'src/promote/**/*.ts'],
    ignores: ['src/main.ts', 'src/context.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            ...effects,
            { group: ['**/adapters/**'], message: 'Only main.ts wires adapters; use a port.' },
          ],
        },
      ],
    },
  },
  pureFolder('coverage', ['tag', 'patch', 'promote', 'steps', 'adapters']),
  pureFolder('tag', ['coverage', 'patch', 'promote', 'steps', 'adapters']),
  pureFolder('patch', ['coverage', 'tag', 'promote', 'steps', 'adapters']),
);
