import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../project.ts';

// The rules as the project uses them: a rule that is written but not switched on would fail here.
const eslint = new ESLint({ cwd: projectFolder });

/** What our own rules say about a file with this text at this path. */
async function refusals(file: string, code: string): Promise<string[]> {
	const [result] = await eslint.lintText(code + '\n', { filePath: file });
	const fatal = result.messages.find((message) => message.fatal);
	if (fatal) throw new Error(`The snippet does not parse: ${fatal.message}`);
	return result.messages
		.filter(({ ruleId }) => ruleId?.startsWith('patchfall/'))
		.map(({ message }) => message);
}

const CORE = ['sim', 'scenario', 'exercise', 'debrief', 'outages', 'room'];

describe('the core is exact', () => {
	test.each([
		'exp',
		'log',
		'log2',
		'pow',
		'sin',
		'cos',
		'tan',
		'atan2',
		'cbrt',
		'hypot',
		'expm1',
		'random',
		'PI'
	])('Math.%s is refused', async (member) => {
		const [refusal] = await refusals('src/lib/sim/x.ts', `export const y = Math.${member};`);
		expect(refusal).toContain(`Math.${member} may differ between engines`);
	});

	test.each([
		'sqrt',
		'floor',
		'ceil',
		'trunc',
		'abs',
		'min',
		'max',
		'imul',
		'clz32',
		'fround',
		'round',
		'sign'
	])('Math.%s is allowed', async (member) => {
		expect(await refusals('src/lib/sim/x.ts', `export const y = Math.${member}(2, 3);`)).toEqual([]);
	});

	test.each([
		['a name in brackets', "export const y = Math['exp'](1);"],
		['a name known at run time only', 'export const y = (f: "exp") => Math[f](1);'],
		['taking Math apart', 'const { exp } = Math; export const y = exp(1);'],
		['another name for Math', 'const m = Math; export const y = m.exp(1);'],
		['the power operator', 'export const y = (a: number) => a ** 2;'],
		['the power assignment', 'export function f(a: number) { a **= 2; return a; }']
	])('%s does not get round it', async (_name, code) => {
		expect(await refusals('src/lib/sim/x.ts', code)).toHaveLength(1);
	});
});

describe('the core is pure', () => {
	test.each([
		'Date.now()',
		'new Date()',
		'performance.now()',
		'new Intl.NumberFormat()',
		'console.log(1)',
		'process.env.HOME',
		'fetch("/")',
		'crypto.randomUUID()',
		'setTimeout(() => {}, 1)',
		'globalThis.Date',
		'eval("1")',
		'import.meta.url'
	])('%s is refused', async (expression) => {
		expect(await refusals('src/lib/exercise/x.ts', `export const y = () => ${expression};`)).toHaveLength(1);
	});

	test.each(['"a".localeCompare("b")', '(1).toLocaleString()', '"a"["toLocaleUpperCase"]()'])(
		'%s depends on the language of the machine and is refused',
		async (expression) => {
			expect(await refusals('src/lib/debrief/x.ts', `export const y = ${expression};`)).toHaveLength(1);
		}
	);

	test.each(CORE)('%s is held to it', async (layer) => {
		expect(await refusals(`src/lib/${layer}/deep/x.ts`, 'export const y = Date.now() ** 2;')).toHaveLength(2);
	});

	test.each(['src/lib/server/x.ts', 'src/lib/ui/x.ts', 'src/tools/x.ts', 'src/lib/sim/x.test.ts'])(
		'%s is not held to it',
		async (file) => {
			expect(await refusals(file, 'export const y = Date.now() ** Math.random();')).toEqual([]);
		}
	);

	test('a name of our own that happens to be spelled like a global is allowed', async () => {
		const code = 'export function step(process: { minutes: number }) { return process.minutes; }';
		expect(await refusals('src/lib/sim/x.ts', code)).toEqual([]);
	});

	test('a type is erased and therefore allowed', async () => {
		expect(await refusals('src/lib/sim/x.ts', 'export type Opened = { at: Date };')).toEqual([]);
	});
});

describe('imports follow the directions of the architecture', () => {
	const places = [...CORE, 'text', 'node', 'map', 'ui', 'client', 'server'];
	const allowed: Record<string, string[]> = {
		sim: [],
		scenario: ['sim'],
		exercise: ['sim', 'scenario'],
		debrief: ['sim', 'scenario', 'exercise'],
		outages: ['sim', 'scenario', 'debrief'],
		room: ['sim', 'scenario', 'exercise', 'debrief', 'outages'],
		text: CORE,
		map: [...CORE, 'text'],
		ui: [...CORE, 'text', 'map', 'client'],
		client: [...CORE, 'text'],
		node: [...CORE, 'text'],
		server: [...CORE, 'text', 'node']
	};

	const pairs = places.flatMap((from) => places.filter((to) => to !== from).map((to) => [from, to] as const));
	test.each(pairs)('%s → %s', async (from, to) => {
		const found = await refusals(`src/lib/${from}/x.ts`, `import '../${to}/y.ts';`);
		expect(found).toEqual(
			allowed[from].includes(to) ? [] : [expect.stringContaining(`${from} may not import ${to}`)]
		);
	});

	test.each([
		['a value', "import { y } from '../server/y.ts'; y();"],
		['a type', "import type { Y } from '../server/y.ts'; export type X = Y;"],
		['a re-export', "export { y } from '../server/y.ts';"],
		['everything', "export * from '../server/y.ts';"],
		['later, at run time', "export const y = () => import('../server/y.ts');"],
		['a type in passing', "export type X = import('../server/y.ts').Y;"],
		['a detour', "import '../sim/../server/y.ts';"]
	])('importing %s the wrong way is refused', async (_name, code) => {
		expect(await refusals('src/lib/sim/x.ts', code)).toEqual([
			expect.stringContaining('sim may not import server')
		]);
	});

	test('tests follow them too', async () => {
		expect(await refusals('src/lib/sim/x.test.ts', "import '../scenario/y.ts';")).toHaveLength(1);
	});

	test('tests of the core may read the words of its codes', async () => {
		const code = "import '../text/y.ts';";
		expect(await refusals('src/lib/sim/x.test.ts', code)).toEqual([]);
		expect(await refusals('src/lib/sim/x.ts', code)).toHaveLength(1);
	});

	test('Svelte components follow them too', async () => {
		const component = '<script lang="ts">\n\timport \'$lib/server/y\';\n</script>';
		expect(await refusals('src/lib/ui/X.svelte', component)).toHaveLength(1);
	});

	test('tools may not import the server, except the command that starts it', async () => {
		expect(await refusals('src/tools/sim.ts', "import '../lib/server/y.ts';")).toHaveLength(1);
		expect(await refusals('src/tools/start.ts', "import '../lib/server/y.ts';")).toEqual([]);
	});

	test('routes put everything together', async () => {
		expect(await refusals('src/routes/+page.ts', "import '$lib/ui/y'; import '$lib/server/y';")).toEqual([]);
	});
});

describe('the core runs anywhere', () => {
	test.each([
		["import '$lib/sim/y';", 'does not know "$lib"'],
		["import '../sim/y.ts?raw';", 'does not know "?" imports'],
		["import 'node:fs';", 'no node:fs'],
		["import 'svelte/store';", 'may not import svelte/store'],
		["import '$app/environment';", 'may not import $app/environment']
	])('scenario: %s is refused', async (code, reason) => {
		expect(await refusals('src/lib/scenario/x.ts', code)).toEqual([expect.stringContaining(reason)]);
	});

	test('sim rests on xstate and nothing else', async () => {
		expect(await refusals('src/lib/sim/x.ts', "import 'xstate';")).toEqual([]);
		expect(await refusals('src/lib/sim/x.ts', "import 'valibot';")).toEqual([
			expect.stringContaining('only these packages: xstate')
		]);
	});

	test('its tests may use the test runner, properties, path tests and files', async () => {
		const code = ['vitest', 'fast-check', 'xstate/graph', 'node:fs']
			.map((name) => `import '${name}';`)
			.join('\n');
		expect(await refusals('src/lib/sim/x.test.ts', code)).toEqual([]);
	});
});
