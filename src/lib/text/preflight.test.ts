import { expect, test } from 'vitest';
import { wordsFor } from './words.ts';

test('R147: what is to be looked at says what to do, the lines for a proxy among it', () => {
	const words = wordsFor().preflight.findings;
	expect(words.heldBackHere({})).toContain('proxy_set_header Upgrade $http_upgrade;');
	expect(words.stuck({})).toContain('hotspot');
	expect(words.stageSmall({ width: 1024, height: 768 })).toContain('1024 × 768');
});
