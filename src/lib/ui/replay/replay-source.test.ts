import { expect, test } from 'vitest';
import { isReplayAddress, roomReplayHref, runReplayHref, sourceOf } from './replay-source.ts';

test('the address of a room’s replay names its seat, and tells no server what teams are called', () => {
	const href = roomReplayHref({ code: 'KMTA4', person: 'p 1' }, [{ id: 'one', name: 'Ward & Co' }]);
	const { search, hash, pathname } = new URL(href, 'http://localhost');
	expect(pathname + search).not.toContain('Ward');
	expect(isReplayAddress(search)).toBe(true);
	expect(sourceOf({ search, hash })).toEqual({
		...{ kind: 'room', seat: { code: 'KMTA4', person: 'p 1' }, search: '?code=KMTA4&seat=p+1' },
		teams: { one: 'Ward & Co' }
	});
});

test('an address names a run of this device, or nothing', () => {
	expect(sourceOf({ search: new URL(runReplayHref('r1'), 'http://localhost').search, hash: '' })).toEqual({
		kind: 'run',
		runId: 'r1'
	});
	expect(isReplayAddress('?run=r1')).toBe(false);
	expect(sourceOf({ search: '?replay=&code=KMTA4', hash: '' })).toEqual({ kind: 'file' });
});
