import { test } from '@playwright/test';
import { thisMachine } from '../../src/tools/browsers/ensure.ts';

/** An engine that was looked for. Where it is not there, the test fails in continuous integration and is skipped elsewhere. */
export function needEngine<Engine>(found: Engine | null, name: string, packages: string): Engine {
	const reason = `no ${name} on this machine; on Debian: apt-get install ${packages}`;
	if (found === null && thisMachine().unattended) throw new Error(reason);
	test.skip(found === null, reason);
	return found!;
}
