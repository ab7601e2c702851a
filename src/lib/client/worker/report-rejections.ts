/**
 * A worker that imports this dies aloud. Browsers tell a page of what its worker throws, and nothing of a promise that is
 * rejected there: the page would wait for ever. Not for a worker whose page asks whether it lives.
 */
addEventListener('unhandledrejection', ({ reason }) => {
	throw reason;
});
