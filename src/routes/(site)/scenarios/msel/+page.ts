// Lists are read in a worker and need no server, so the page is built once and served as a file.
export const prerender = true;
