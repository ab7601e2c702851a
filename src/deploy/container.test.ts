import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readSettings } from '../tools/start/settings.ts';

const projectFolder = join(import.meta.dirname, '..', '..');
const read = (file: string) => readFileSync(join(projectFolder, file), 'utf8');
const dockerfile = read('Dockerfile').replace(/\\\n/g, ' ');
const lines = (instruction: string) =>
	dockerfile.split('\n').filter((line) => line.startsWith(`${instruction} `));
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** The settings that the container starts with. */
function environment(): Record<string, string> {
	const pairs = lines('ENV').flatMap((line) => [...line.matchAll(/(\w+)=(\S+)/g)]);
	return Object.fromEntries(pairs.map(([, name, value]) => [name, value]));
}

describe('R151: what the container files say is there', () => {
	test('every command is one of package.json', () => {
		const named = [...dockerfile.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
		expect(named.length).toBeGreaterThan(0);
		for (const name of named) expect(Object.keys(scripts)).toContain(name);
		expect(lines('CMD')).toEqual(['CMD ["npm", "start"]']);
		expect(scripts.start).toContain('src/tools/start.ts');
	});

	test('every path that is copied is there, or is what the build makes', () => {
		const copied = lines('COPY').flatMap((line) => line.split(/\s+/).slice(1, -1));
		const paths = copied.filter((one) => !one.startsWith('--')).map((one) => one.replace(/^\/app\//, ''));
		expect(paths.length).toBeGreaterThan(5);
		for (const path of paths)
			expect(path === 'build' || existsSync(join(projectFolder, path)), path).toBe(true);
	});

	test('its settings are settings; port, folder and address agree everywhere', () => {
		const settings = readSettings([], environment(), projectFolder);
		if (typeof settings === 'string') throw new Error(settings);
		expect(settings).toMatchObject({ port: 3000, host: '0.0.0.0', dataFolder: '/data', buildFirst: false });
		expect(lines('EXPOSE')).toEqual([`EXPOSE ${settings.port}`]);
		expect(lines('VOLUME')).toEqual([`VOLUME ${settings.dataFolder}`]);
		expect(dockerfile).toContain(`http://127.0.0.1:${settings.port}/readyz`);
		const { services, volumes } = parse(read('compose.yaml')) as Compose;
		expect(services.patchfall.ports).toEqual([`3000:${settings.port}`]);
		expect(services.patchfall.volumes).toEqual([`data:${settings.dataFolder}`]);
		expect(Object.keys(volumes)).toEqual(['data']);
		expect(() => readSettings([], services.patchfall.environment, projectFolder)).not.toThrow();
		for (const sample of ['src/deploy/nginx.conf', 'src/deploy/Caddyfile'])
			expect(read(sample)).toContain(`127.0.0.1:${settings.port}`);
	});

	test('several servers share a PostgreSQL and a host key; its proxy asks the port that they listen on', () => {
		const { services, volumes } = parse(read('src/deploy/compose.several.yaml')) as SeveralCompose;
		const given = Object.entries(services.patchfall.environment).map(([name, value]) => [
			name,
			value.replace(/\$\{\w+:\?[^}]*\}/, 'a-chosen-secret')
		]);
		const settings = readSettings([], { ...environment(), ...Object.fromEntries(given) }, projectFolder);
		if (typeof settings === 'string') throw new Error(settings);
		expect(settings.store).toEqual({
			kind: 'postgres',
			url: 'postgres://patchfall:a-chosen-secret@postgres:5432/patchfall'
		});
		expect(settings.hostKey).toBe('a-chosen-secret');
		expect(Object.keys(volumes)).toEqual(['postgres']);
		const file = services.proxy.volumes[0].split(':')[0];
		expect(read(join('src/deploy', file))).toContain(`dynamic a patchfall ${settings.port}`);
		expect(services.proxy.ports).toEqual(['8080:8080']);
		expect(read('src/deploy/nginx-several.conf')).toContain(`server 127.0.0.1:${settings.port} `);
	});

	test('what is no part of the program stays out of it', () => {
		expect(read('.dockerignore').split('\n')).toEqual(
			expect.arrayContaining(['.git', 'node_modules', 'data', 'build'])
		);
	});
});

interface SeveralCompose {
	readonly services: {
		readonly patchfall: { readonly environment: Record<string, string> };
		readonly proxy: { readonly volumes: readonly string[]; readonly ports: readonly string[] };
	};
	readonly volumes: Record<string, null>;
}

interface Compose {
	readonly services: {
		readonly patchfall: {
			readonly ports: readonly string[];
			readonly volumes: readonly string[];
			readonly environment: Record<string, string>;
		};
	};
	readonly volumes: Record<string, null>;
}
