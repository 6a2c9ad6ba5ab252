// The public face of @cho-phien/search: what other packages may import.
export {}
