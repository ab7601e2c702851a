import { test } from '@playwright/test';
import { findWebKitGtk } from '../src/tools/engines/find.ts';
import { openWebKitGtk, type WebKitPage } from '../src/tools/engines/webkit-gtk.ts';
import { onlyInDeepRun } from './support/deep-run.ts';
import * as faults from './support/driven-faults.ts';
import { openFaultyProxy, type FaultyProxy } from './support/faulty-proxy.ts';
import { needEngine } from './support/need-engine.ts';

/* What goes wrong around a page is met in WebKitGTK as it is elsewhere. */

let proxy: FaultyProxy | undefined;
let page: WebKitPage | undefined;
test.beforeEach(async ({ baseURL }) => {
	const webkit = needEngine(
		findWebKitGtk(),
		'WebKitGTK with a driver and a display',
		'webkit2gtk-driver xvfb'
	);
	proxy = await openFaultyProxy(baseURL!);
	page = await openWebKitGtk(webkit, { width: 1280, height: 800 });
});
test.afterEach(async () => {
	await page?.close();
	await proxy?.close();
});

test('in WebKitGTK every page comes although the cache of the service worker has died', async () => {
	await faults.cacheDies(page!, proxy!);
});

test('in WebKitGTK a part that does not come is said, and comes when it is tried again', async () => {
	await faults.partDoesNotCome(page!, proxy!);
});

test('in WebKitGTK a database that is deleted has the whole run again with the next decision', async () => {
	await faults.databaseIsDeleted(page!, proxy!);
});

test('in WebKitGTK a connection to the database that dies is opened again, and nothing is said', async () => {
	onlyInDeepRun('Chromium holds it');
	await faults.connectionDies(page!, proxy!);
});

test('in WebKitGTK one run in two tabs is said in both, and taken back when the person wants it', async () => {
	onlyInDeepRun('Chromium and Firefox hold it');
	await faults.runInTwoTabs(page!, await page!.another(), proxy!);
});

test('in WebKitGTK quick presses count as they are meant, an address of elsewhere is told, and a translated page stays live', async () => {
	await faults.pressesAddressesTranslation(page!, proxy!);
});
