/** Words that raw requests are made of: right ones, and those that have upset servers and parsers before. */

export const METHODS = [
	'HEAD',
	'POST',
	'PUT',
	'PATCH',
	'DELETE',
	'OPTIONS',
	'TRACE',
	'CONNECT',
	'PROPFIND'
].concat(['PURGE', 'M-SEARCH', 'QUERY', 'get', 'FOO', '', 'GET GET']);

export const VERSIONS = ['HTTP/1.0', 'HTTP/2.0', 'HTTP/9.9', 'http/1.1', '', 'HTTP/1.1 x'];

/** Text, bytes above 127 and control characters that have upset parsers of addresses, headers and paths before. */
export const ODD = [
	'%00',
	'%zz',
	'%',
	'%2e%2e/',
	'..%2f',
	'../',
	'..\\',
	'//',
	'/./',
	';',
	'?',
	'??',
	'#',
	'%ff',
	'%c0%af'
].concat(
	[
		'%F0%9F',
		'\0',
		'\t',
		'\r',
		'\n',
		'\x7f',
		'é',
		'\xff',
		'__proto__',
		'constructor',
		'[',
		']',
		'{}',
		'|',
		'"',
		'<',
		"'"
	],
	['%0d%0aX:1', '*', '@', ':', '=', '&', ',', 'a'.repeat(5000), '0', '-1', '1e999', '9'.repeat(30), 'NaN']
);

export const EXTRA_PATHS = [
	'/no/such/page',
	'/api/none',
	'/__data.json',
	'/map/__data.json',
	'/_app/remote/a/b',
	'/_app/',
	'*'
].concat(
	[
		'',
		'http://evil.example/',
		'http://[::1',
		'https://a:b@c/',
		'//evil.example/',
		'//',
		'/.git/config',
		'/index.html'
	],
	[
		'/_app/version.json',
		'/service-worker.js',
		'/__data.json?x-sveltekit-invalidated=1',
		'/?/action',
		'/%',
		'/%00'
	],
	[
		'/api/rooms',
		'/api/rooms/addresses',
		'/api/rooms/AAAAA',
		'/api/rooms/AAAAA/seats',
		'/api/rooms/%/links',
		'/api/rooms/AAAAA/seats/p1/requests',
		'/api/rooms/AAAAA/seats/p1/feed?since=%zz',
		'/api/rooms/AAAAA/seats/p1/live?protocol=3'
	]
);

export const RANGES = [
	'bytes=5-2',
	'bytes=-5',
	'bytes=0-0',
	'bytes=0-',
	'bytes=999999999-',
	'bytes=0-1,3-4',
	'bytes=',
	'bytes=a-b'
].concat([
	'bytes=1e3-',
	'=',
	'-',
	'lines=1-2',
	'bytes=--1',
	'bytes=0x10-0x1',
	'bytes = 3-1',
	`bytes=${'0-1,'.repeat(900)}0-1`
]);

export const MEDIA = [
	'text/html',
	'*/*',
	'application/json',
	'text/html;q=2',
	';',
	'a/b;q=;',
	'/',
	',,,',
	'text/html;q=0',
	'x'.repeat(900)
];

/** What a header holds is drawn from values that mean something there, mixed with any odd text. */
export const HEADERS: Readonly<Record<string, readonly string[]>> = {
	Host: ['a', 'localhost', '127.0.0.1:3000', '[::1]', 'a b', '', 'a,b', 'a:99999999', 'evil.example#', '%'],
	Range: RANGES,
	'If-Range': ['"a"', 'W/"1-2"', 'Sat, 29 Oct 1994 19:43:31 GMT', 'never'],
	'If-None-Match': ['*', '"a"', 'W/"1-2", "b"', '""'],
	'If-Modified-Since': ['Sat, 29 Oct 1994 19:43:31 GMT', 'never', '0'],
	Accept: MEDIA,
	'Accept-Encoding': ['gzip', 'br', 'gzip;q=0', 'identity;q=0', '*', 'br, gzip', ';;;'],
	'Accept-Language': ['en', 'de;q=9', '*-*-*', ';'],
	'Content-Type': [
		'application/x-www-form-urlencoded',
		'multipart/form-data',
		'multipart/form-data; boundary=',
		'text/plain'
	].concat('application/json', ';', 'application/x-sveltekit-formdata'),
	'Content-Length': ['0', '3', '5', '999999999999', '-1', '1.5', '0x10', '3, 3', ''],
	'Content-Encoding': ['gzip', 'identity', 'br'],
	'Transfer-Encoding': ['chunked', 'chunked, chunked', 'gzip, chunked', 'identity', 'chunke\xe9d', ''],
	Connection: ['close', 'keep-alive', 'upgrade', 'close, host', ''],
	Upgrade: ['websocket', 'h2c', 'TLS/1.0', ''],
	Expect: ['100-continue', '200-ok', ''],
	Origin: ['http://evil.example', 'null', 'http://a', ''],
	Cookie: ['a=b', 'a', '=;=;', '__proto__=1', 'room-x=%zz', 'a='.repeat(500)],
	Referer: ['http://a/', '::'],
	'X-Forwarded-For': ['1.2.3.4', ',', ''],
	'X-Forwarded-Proto': ['https', 'javascript:'],
	'X-Forwarded-Host': ['evil.example', '//'],
	'X-Patchfall-Protocol': ['https', 'a:', ''],
	'X-SvelteKit-Action': ['true'],
	'X-SvelteKit-Invalidated': ['1', 'z'],
	'X-HTTP-Method-Override': ['DELETE'],
	'Sec-WebSocket-Key': ['dGhlIHNhbXBsZSBub25jZQ=='],
	'Content-Range': ['bytes 0-1/2'],
	Trailer: ['Content-Length', 'Host'],
	'': ['no name'],
	'Bad Name': ['x']
};
export const BODIES = [
	'',
	'',
	'abc',
	'a=1&b=2',
	'{"a":',
	'3\r\nabc\r\n0\r\n\r\n',
	'fffffffff\r\n',
	'3;x=y\r\nabc\r\n0\r\nHost: b\r\n\r\n',
	'--\r\n\r\n'
];
