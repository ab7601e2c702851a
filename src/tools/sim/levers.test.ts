import { describe, expect, test } from 'vitest';
import { join } from 'node:path';
import { loadPack } from '../packs.ts';
import { readLever } from './levers.ts';

const { model } = loadPack(join(import.meta.dirname, 'fixtures', 'three-cities.yaml'));
const WORLD = { kind: 'world' };

describe('a lever on the command line', () => {
	test.each([
		['update.pollMin=2.5', { parameter: 'update.pollMin', scope: WORLD, value: 2.5 }],
		[
			'repair.handsMin[server]@hospitals=10',
			{
				parameter: 'repair.handsMin',
				hostClass: 'server',
				scope: { kind: 'sector', id: 'hospitals' },
				value: 10
			}
		],
		[
			'repair.script@fenwick-general=true',
			{ parameter: 'repair.script', scope: { kind: 'organisation', id: 'fenwick-general' }, value: 1 }
		],
		[
			'rollout.order@hollin=halted',
			{ parameter: 'rollout.order', scope: { kind: 'vendor', id: 'hollin' }, value: 2 }
		],
		['rollout.plan=two-rings', { parameter: 'rollout.plan', scope: WORLD, value: 1 }],
		['exposure.phishingFactor=1e1', { parameter: 'exposure.phishingFactor', scope: WORLD, value: 10 }]
	])('%s', (text, setting) => {
		expect(readLever(text, model)).toEqual(setting);
	});

	test.each([
		['nonsense', 'this is no lever and value'],
		['update.pollMin=', 'this is no lever and value'],
		['update.polMin=2', "there is no lever 'update.polMin'. Did you mean 'update.pollMin'?"],
		['repair.handsMin[servers]=2', "there is no class 'servers'. Did you mean 'server'?"],
		['repair.handsMin@hospital=2', "no sector, organisation or vendor 'hospital'. Did you mean 'hospitals'?"],
		['update.pollMin[server]=2', 'not set by host class'],
		['update.pollMin@retail=2', 'belongs to a vendor, not to a sector'],
		['update.pollMin=-1', "'update.pollMin' cannot be -1. Keep it between 0.1"],
		['update.pollMin=1e999', 'cannot be Infinity'],
		['update.pollMin=true', 'is a number (min), not true'],
		['repair.script=1', 'Write true or false'],
		['rollout.order=halt', "'halt' is no choice of 'rollout.order'. Did you mean 'halted'?"],
		['rollout.plan=0', 'is no choice of']
	])('%s is refused, with what to do', (text, message) => {
		expect(() => readLever(text, model)).toThrow(message);
	});
});
