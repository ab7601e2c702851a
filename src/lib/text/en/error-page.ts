/** What stands in place of a page that cannot be shown. */
export const errorPage = {
	missing: {
		heading: 'There is no page here',
		text: 'Nothing stands at this address. It may be mistyped or out of date:'
	},
	notLoaded: {
		heading: 'This page has not come',
		offline:
			'This device has no network, and the page was not kept on it. It is loaded as soon as the network is back.',
		online:
			'The server could not be reached, or it has been given another version of the page. Load the page again.',
		again: 'Load the page again'
	},
	failed: {
		heading: 'This page could not be shown',
		byServer: 'The server could not make this page. The fault is not yours.',
		here: 'Something failed in the page itself. The fault is not yours.',
		remedy: 'Load the page again. What was saved is still there.'
	},
	start: 'Back to the start',
	title: (heading: string) => `${heading} – Patchfall`
};
