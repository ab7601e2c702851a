/// <reference lib="webworker" />
import '../report-rejections.ts';

/** Promises something with every message, and does not do it. */
addEventListener('message', () => {
	void Promise.reject(new Error('it was not done'));
});
