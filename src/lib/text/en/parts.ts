/** What stands where a part of the page did not come, and when there is a newer version of the page. */
export const parts = {
	heading: 'This part of the page has not come',
	why: {
		noNetwork: 'The server could not be reached. It is tried again as soon as this device is back online.',
		otherVersion:
			'The server has been given another version of the page and no longer has this part. Load the page again to go on in that version.',
		serverFails: 'The server could not answer just now. Try again in a moment.',
		broken: 'This part has arrived and does not run here. Load the page again.'
	},
	untouched: 'What you have done so far is untouched.',
	slow: 'This part of the page is still on its way. The network or the server is slow.',
	again: 'Try again',
	reload: 'Load the page again',
	newVersion: {
		heading: 'There is a newer version of Patchfall.',
		text: 'This page goes on as it is until you want the newer one. Taking it loads the page again: runs that have ended keep their results, but one that is under way may not go on in it. End it first, or save its log.',
		take: 'Use it now',
		later: 'Later'
	}
};
