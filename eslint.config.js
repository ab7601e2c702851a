import js from '@eslint/js';
import { defineConfig, includeIgnoreFile } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { fileURLToPath } from 'node:url';
import ts from 'typescript-eslint';
import { directions } from './src/tools/lint/directions.ts';
import { purity } from './src/tools/lint/purity.ts';
import svelteConfig from './svelte.config.js';

const CORE = 'src/lib/{sim,scenario,exercise,summit,debrief,outages,room,documents}/**';

export default defineConfig(
	includeIgnoreFile(fileURLToPath(new URL('.gitignore', import.meta.url))),
	{ ignores: ['**/*.generated.*'] },
	js.configs.recommended,
	ts.configs.recommended,
	svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		plugins: { patchfall: { rules: { directions, purity } } },
		rules: {
			// TypeScript knows every name; ESLint knows neither types nor Svelte's.
			'no-undef': 'off',
			// Published coefficients keep their published digits; reading them is exactly specified.
			'no-loss-of-precision': 'off',
			eqeqeq: 'error',
			'no-var': 'error',
			'prefer-const': 'error',
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'patchfall/directions': 'error'
		}
	},
	{
		files: [`${CORE}/*.ts`, `${CORE}/*.js`],
		ignores: ['**/*.test.ts', 'src/lib/room/testing/**', 'src/lib/sim/testing/deep.ts'],
		languageOptions: { globals: {} },
		rules: { 'patchfall/purity': 'error', 'no-console': 'off' }
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts', '**/*.svelte.js'],
		languageOptions: {
			parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig }
		},
		rules: {
			'prefer-const': 'off',
			'svelte/prefer-const': 'error',
			'svelte/no-navigation-without-resolve': 'off'
		}
	}
);
