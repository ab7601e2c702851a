import { test } from '@playwright/test';
import { findWebKitGtk } from '../src/tools/engines/find.ts';
import { openWebKitGtk } from '../src/tools/engines/webkit-gtk.ts';
import { outagesCome } from './support/driven-outages.ts';
import { needEngine } from './support/need-engine.ts';

test('R309: in WebKitGTK one person goes from a summit to the next outages, and the page goes on answering', async ({
	baseURL
}) => {
	test.slow();
	const webkit = needEngine(
		findWebKitGtk(),
		'WebKitGTK with a driver and a display',
		'webkit2gtk-driver xvfb'
	);
	const page = await openWebKitGtk(webkit, { width: 1280, height: 800 });
	try {
		const most = await outagesCome(page, baseURL!);
		test
			.info()
			.annotations.push({ type: 'longest wait for the page', description: `${Math.round(most)} ms` });
	} finally {
		await page.close();
	}
});
