import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { CANVAS_PROBE } from './no-canvas-probe.ts';

test('PixiJS still has the probe where it is taken out, and nothing else in that file', () => {
	const packages = dirname(dirname(dirname(createRequire(import.meta.url).resolve('pixi.js'))));
	const probe = readFileSync(join(packages, CANVAS_PROBE), 'utf8');
	expect(probe.match(/^export .*/gm)).toEqual(['export { canUseNewCanvasBlendModes };']);
	expect(probe).toContain('getImageData');
});
