/** What stands in place of a page that cannot be shown. */
export const errorPage = {
	missing: 'There is no page here',
	missingText: 'Nothing stands at this address. It may be mistyped or out of date:',
	failed: 'This page could not be shown',
	offline: 'The page could not be fetched',
	offlineText:
		'This device could not reach the server: it is offline, or the server is not running. Connect again and load the page again.',
	said: (message: string, status: number) => `The server said: ${message} (${status}).`,
	remedy: 'Load the page again. What was saved is still there.',
	back: 'Back to the start',
	title: (heading: string) => `${heading} – Patchfall`
};
