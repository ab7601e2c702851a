const NAME = 'patchfall-kept';

/**
 * Whether this browser keeps cookies for this page. Asked before a seat is taken: one that nobody can hold would stay in
 * its team, and might lead it.
 */
export function keepsCookies(page: Pick<Document, 'cookie'> = document): boolean {
	page.cookie = `${NAME}=1; Path=/; SameSite=Lax`;
	const isKept = page.cookie.includes(`${NAME}=1`);
	page.cookie = `${NAME}=; Path=/; Max-Age=0`;
	return isKept;
}
