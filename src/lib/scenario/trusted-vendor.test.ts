import { expect, it } from 'vitest';
import type { Scenario } from './scenario.ts';
import { trustedVendor } from './trusted-vendor.ts';

const vendors = [{ id: 'first' }, { id: 'second' }];
const release = (vendor: number) =>
	({ vendor, atMin: 9, defect: 'bootCrash' }) as Scenario['releases'][number];

it('trust is about the only vendor that releases something', () => {
	expect(trustedVendor({ vendors, releases: [release(1)] })).toBe('second');
	expect(trustedVendor({ vendors, releases: [] })).toBeNull();
});

it('of several it is about the one that the scenario names', () => {
	const releases = [release(0), release(1)];
	expect(trustedVendor({ vendors, releases, trustIn: 'second' })).toBe('second');
	expect(trustedVendor({ vendors, releases })).toBeNull();
});
