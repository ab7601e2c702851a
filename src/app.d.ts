declare global {
	namespace App {
		interface Error {
			message: string;
			/** Where it comes from; left out: from the server. */
			source?: 'network' | 'page';
		}
	}
}

export {};
