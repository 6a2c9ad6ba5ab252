// The public face of @cho-phien/ocop: what other packages may import.
export {}
