/** Why a file that a person brought is neither a scenario nor a log, and what helps. */
export const files = {
	tooLarge: (name: string) =>
		`${name} is larger than 64 MB. Neither a scenario nor a log is that large: choose another file.`,
	unreadable: (name: string) => `${name} could not be read. Choose it again.`,
	empty: (name: string) => `${name} is empty. Saving or downloading it was probably cut off: fetch it again.`,
	gzip: (name: string) =>
		`${name} is a packed file (gzip), whatever its name says. Unpack it and open the file that comes out.`,
	zip: (name: string) =>
		`${name} is an archive or an office document. Unpack it and open the file that is in it.`,
	picture: (name: string) => `${name} is a picture. Choose the file that was saved as a log or a scenario.`,
	document: (name: string) => `${name} is a document. Choose the file that was saved as a log or a scenario.`,
	webPage: (name: string) =>
		`${name} is a web page, such as a network's sign-in page that was saved in place of the file. Sign in, then download the file again.`,
	zeroBytes: (name: string) =>
		`${name} holds zero bytes: saving it was interrupted. Take another copy, or save it again where it was played.`,
	otherEncoding: (name: string) =>
		`${name} is not UTF-8 text. Open it in an editor, save it with the encoding UTF-8 and open that.`,
	binary: (name: string) => `${name} is not text. Choose the file that was saved as a log or a scenario.`
};
