// Which room and seat are meant stands in the address: the page is built once and served as a file.
export const prerender = true;
